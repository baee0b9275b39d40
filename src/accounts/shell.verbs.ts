import { sql } from 'kysely'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { accountOfColleague, endSignIns } from './accounts.queries.ts'
import { closeColleaguesAccount } from './accounts.verbs.ts'
import { printCode, type PrintedCode } from './printed-codes.verbs.ts'

/** Colleagues' accounts for whoever has the machine in hand: a participant's is opened at the desk alone. */
export function colleaguesAccounts(work: Work) {
  return work.db.selectFrom('accounts').innerJoin('colleagues', 'colleagues.id', 'accounts.colleague_id')
    .leftJoin('appointments', (join) => join.onRef('appointments.colleague_id', '=', 'colleagues.id').on('appointments.from_at', '<=', sql`service_moment(${work.now})`)
      .on((on) => on.or([on('appointments.until_at', 'is', null), on('appointments.until_at', '>', sql<never>`service_moment(${work.now})`)])))
    .select(['accounts.username', 'colleagues.id as colleague_id', 'colleagues.name', 'accounts.language', 'accounts.is_open', 'accounts.closed_at',
      sql<string[]>`coalesce(array_agg(distinct appointments.role) filter (where appointments.role is not null), '{}')`.as('roles')])
    .groupBy(['accounts.id', 'colleagues.id']).orderBy('accounts.username').execute()
}

/** The open account of a user name, whatever its capitals. */
export async function colleagueNamed(work: Work, username: string) {
  const found = (await colleaguesAccounts(work)).find((account) => account.closed_at === null && account.username.toLowerCase() === username.trim().toLowerCase())
  if (!found) throw refuse('no-such-user-name', { username })
  return found
}

/** Nobody signs in with it from now on, and whoever is signed in is no more. */
export async function closeAtTheShell(work: Work, username: string): Promise<void> {
  const colleagueId = (await colleagueNamed(work, username)).colleague_id
  const account = await accountOfColleague(work, colleagueId)
  if (!account) throw refuse('no-such-user-name', { username })
  await closeColleaguesAccount(work, account.id, colleagueId)
  await endSignIns(work, account.id)
}

/** A code with which its holder chooses a password, as after the printed one of a second person. */
export async function codeAtTheShell(work: Work, username: string): Promise<PrintedCode> {
  const account = await accountOfColleague(work, (await colleagueNamed(work, username)).colleague_id)
  if (!account) throw refuse('no-such-user-name', { username })
  return printCode(work, account, true)
}
