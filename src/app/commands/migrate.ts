import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { withRoleNames } from '../../platform/database/index.ts'
import { deploymentOf } from '../deployment.ts'
import { reachBeside, type Surroundings } from '../reach.ts'
import { migrate } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { t } from './words.ts'

type Options = { printRoles?: string | true }

export function addMigrate(program: Command, around: Around, tell: Tell): void {
  program.command('migrate').description(t('commands.migrate')).option('--print-roles [name]', t('commands.migrate.print-roles'))
    .action(({ printRoles }: Options) => (printRoles === undefined ? withSettings(around, tell, bringUpToDate)() : tell(sayRoles(printRoles, around))))
}

async function bringUpToDate(surroundings: Surroundings): Promise<number> {
  const reached = await reachBeside(surroundings)
  try {
    const applied = await migrate(reached, deploymentOf(surroundings.projectDir))
    surroundings.log.info(applied.length > 0 ? t('commands.migrate.done', { names: applied.join(', ') }) : t('commands.migrate.nothing'))
    return 0
  } finally {
    await reached.stop()
  }
}

/** For whoever administers an outside server: the statements that make the roles and the database. */
function sayRoles(name: string | true, { projectDir, log }: Around): number {
  const prefix = name === true ? 'waymark' : name
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) {
    log.warn(t('commands.migrate.bad-name', { name: prefix }))
    return 2
  }
  const roles = readFileSync(join(projectDir, 'database/roles.sql'), 'utf8').trimEnd()
  log.info(`${withRoleNames(roles, prefix)}\n${t('commands.migrate.then', { name: prefix })}\ncreate database "${prefix}" owner "${prefix}_owner";`)
  return 0
}
