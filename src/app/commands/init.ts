import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { foundWithAdministrator } from '../founding.ts'
import type { Surroundings } from '../reach.ts'
import { withHouse } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { codeInWords } from './code-in-words.ts'
import { t } from './words.ts'

type Options = { name: string, username: string, passwordFile?: string, service?: string, timeZone?: string }

export function addInit(program: Command, around: Around, tell: Tell): void {
  program.command('init').description(t('commands.init'))
    .requiredOption('--name <name>', t('commands.init.name'))
    .requiredOption('--username <name>', t('commands.init.username'))
    .option('--password-file <file>', t('commands.init.password-file'))
    .option('--service <name>', t('commands.init.service'))
    .option('--time-zone <zone>', t('commands.init.time-zone'))
    .action(withSettings(around, tell, init))
}

async function init(surroundings: Surroundings, { name, username, passwordFile, service, timeZone }: Options): Promise<number> {
  const { log } = surroundings
  if (timeZone !== undefined && !isZone(timeZone)) {
    log.warn(t('commands.init.no-zone', { zone: timeZone }))
    return 2
  }
  const facts = service !== undefined && timeZone !== undefined ? { name: service, timeZone } : undefined
  const password = passwordFile === undefined ? undefined : passwordIn(passwordFile)
  const printed = await withHouse(surroundings, (house) => foundWithAdministrator(house, { facts, name, username, password }))
  log.info(t('commands.init.done', { username }))
  if (printed) log.info(codeInWords(printed))
  return 0
}

/** Its first line, for an editor ends a file with a line break. */
function passwordIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)[0] ?? ''
  } catch (fault) {
    throw new Error(t('commands.password.unreadable', { file, reason: fault instanceof Error ? fault.message : String(fault) }), { cause: fault })
  }
}

function isZone(zone: string): boolean {
  return zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)
}
