import { Command, CommanderError } from 'commander'
import { isRefusal, problemsOf } from '../../platform/doors/index.ts'
import type { Around, Tell } from './around.ts'
import { addAccessDoc } from './access-doc.ts'
import { addAccount } from './account.ts'
import { addBackup } from './backup.ts'
import { addDefinitions } from './definitions.ts'
import { addDemo } from './demo.ts'
import { addEndpoints } from './endpoints.ts'
import { addImport } from './import.ts'
import { addInit } from './init.ts'
import { addMigrate } from './migrate.ts'
import { addServe } from './serve.ts'
import { addStats } from './stats.ts'
import { t } from './words.ts'

/** Runs one command. 0: done; 1: the task failed, and a sentence said why; 2: it was not used as its help says. */
export async function command(args: readonly string[], around: Around): Promise<number> {
  let ended = 0
  const program = programOver(around, (code) => { ended = code })
  try {
    await program.parseAsync(args.length === 0 ? ['--help'] : [...args], { from: 'user' })
    return ended
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : wrongUse(fault, around)
    if (!isRefusal(fault)) throw fault
    for (const { sentence } of problemsOf(fault)) around.log.warn(sentence)
    return 1
  }
}

/** All commands, in the order in which somebody who sets up a service meets them. */
function programOver(around: Around, tell: Tell): Command {
  const program = new Command('waymark').description(t('commands.waymark')).helpCommand(false).exitOverride()
    .configureOutput({ writeOut: (text) => { around.log.info(text.trimEnd()) }, outputError: () => {} })
  for (const add of [addServe, addInit, addMigrate, addDemo, addAccount, addImport, addBackup, addDefinitions, addAccessDoc, addEndpoints, addStats]) add(program, around, tell)
  return program
}

function wrongUse(fault: CommanderError, { log }: Around): number {
  log.warn(t('commands.wrong-use', { reason: fault.message.replace(/^error: /, '').replace(/\.$/, '') }))
  return 2
}
