import type { Command } from 'commander'
import { roleName, roles, type Role } from '../../access/index.ts'
import { closeAtTheShell, codeAtTheShell, colleaguesAccounts } from '../../accounts/index.ts'
import { atTheShell } from '../from-the-shell.ts'
import { join } from '../founding.ts'
import type { Surroundings } from '../reach.ts'
import { withHouse } from '../start.ts'
import { withSettings, type Around, type Tell } from './around.ts'
import { codeInWords } from './code-in-words.ts'
import { tableOf } from './table-of.ts'
import { t } from './words.ts'

type Opening = { name: string, role: string, title?: string, unit?: string }

export function addAccount(program: Command, around: Around, tell: Tell): void {
  const account = program.command('account').description(t('commands.account'))
  account.command('list').description(t('commands.account.list')).action(withSettings(around, tell, list))
  account.command('open').description(t('commands.account.open')).argument('<username>', t('commands.account.open.username'))
    .requiredOption('--name <name>', t('commands.account.open.name')).requiredOption('--role <role>', t('commands.account.open.role'))
    .option('--title <title>', t('commands.account.title')).option('--unit <unit>', t('commands.account.unit'))
    .action(withSettings(around, tell, open))
  account.command('close').description(t('commands.account.close')).argument('<username>', t('commands.account.username')).action(withSettings(around, tell, close))
  account.command('code').description(t('commands.account.code')).argument('<username>', t('commands.account.username')).action(withSettings(around, tell, code))
}

async function list(surroundings: Surroundings): Promise<number> {
  const accounts = await withHouse(surroundings, (house) => atTheShell(house, 'waymark account list', 'consult', colleaguesAccounts))
  const rows = accounts.map(({ username, name, roles: held, closed_at, is_open }) =>
    [username, name, held.map(roleName).join(', '), closed_at !== null ? t('commands.account.is-closed') : is_open ? t('commands.account.is-open') : t('commands.account.is-waiting')])
  surroundings.log.info(tableOf([[t('commands.account.username'), t('commands.account.name'), t('commands.account.role'), t('commands.account.state')], ...rows]))
  return 0
}

async function open(surroundings: Surroundings, username: string, { name, role, title = '', unit }: Opening): Promise<number> {
  const known = roles.find((one) => one === role && one !== 'participant' && one !== 'machine')
  if (!known) {
    surroundings.log.warn(t('commands.account.no-role', { role, roles: appointable().join(', ') }))
    return 2
  }
  const printed = await withHouse(surroundings, (house) => atTheShell(house, 'waymark account open', 'collect', (work) => join(work, { name, username, title, role: known, unit })))
  if (printed) surroundings.log.info(codeInWords(printed))
  return 0
}

async function close(surroundings: Surroundings, username: string): Promise<number> {
  await withHouse(surroundings, (house) => atTheShell(house, 'waymark account close', 'alter', (work) => closeAtTheShell(work, username)))
  surroundings.log.info(t('commands.account.closed', { username }))
  return 0
}

async function code(surroundings: Surroundings, username: string): Promise<number> {
  const printed = await withHouse(surroundings, (house) => atTheShell(house, 'waymark account code', 'alter', (work) => codeAtTheShell(work, username)))
  surroundings.log.info(codeInWords(printed))
  return 0
}

function appointable(): Role[] {
  return roles.filter((role) => role !== 'participant' && role !== 'machine')
}
