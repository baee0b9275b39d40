import { sql } from 'kysely'
import { addMinutes, type Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { limits } from './sign-in.ts'

/** The account of a username, whatever its capitals; none that was closed. */
export function accountNamed(work: Work, username: string) {
  return work.db.selectFrom('accounts').select(['id', 'kind', 'colleague_id', 'participant_id', 'password_hash', 'code_secret', 'language'])
    .where(sql`lower(username)`, '=', username.toLowerCase()).where('closed_at', 'is', null).executeTakeFirst()
}

/** How often signing in failed lately, for an account and for an address. */
export async function failedLately(work: Work, account: string, address: string): Promise<{ account: number, address: number }> {
  const since = addMinutes(work.now, -limits.minutes)
  const rows = await work.db.selectFrom('attempts').select(['kind', (count) => count.fn.countAll<number>().as('times')])
    .where('at', '>', since).where((is) => is.or([
      is.and([is('kind', '=', 'account'), is('subject', '=', account)]), is.and([is('kind', '=', 'address'), is('subject', '=', address)])]))
    .groupBy('kind').execute()
  const times = (kind: string) => rows.find((row) => row.kind === kind)?.times ?? 0
  return { account: times('account'), address: times('address') }
}

export async function noteAttempt(work: Work, account: string, address: string): Promise<void> {
  const [one, other] = [await work.newId(), await work.newId()]
  await work.db.insertInto('attempts').values([{ id: one, kind: 'account', subject: account, at: work.now }, { id: other, kind: 'address', subject: address, at: work.now }]).execute()
}

export async function forgetAttempts(work: Work, account: string): Promise<void> {
  await work.db.deleteFrom('attempts').where('kind', '=', 'account').where('subject', '=', account).execute()
}

/** The shapes in which a colleague may work today, by their appointments. */
export async function shapesOf(work: Work, colleagueId: number): Promise<string[]> {
  const rows = await work.db.selectFrom('appointments').select(sql<string>`shape_of(role)`.as('shape')).distinct()
    .where('colleague_id', '=', colleagueId).where('from_at', '<=', work.now)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).execute()
  return rows.map((row) => row.shape)
}

export async function writeSignIn(work: Work, row: { accountId: number, tokenHash: string, shape: string, endsAt: Instant, kiosk: boolean }): Promise<void> {
  await work.db.insertInto('sign_ins').values({
    id: await work.newId(), account_id: row.accountId, token_hash: row.tokenHash, shape: row.shape,
    began_at: work.now, seen_at: work.now, ends_at: row.endsAt, kiosk: row.kiosk,
  }).execute()
}

export async function endSignIn(work: Work, tokenHash: string): Promise<void> {
  await work.db.updateTable('sign_ins').set({ ended_at: work.now }).where('token_hash', '=', tokenHash).where('ended_at', 'is', null).execute()
}

export type NewAccount = { username: string, colleagueId?: number, participantId?: number, passwordHash: string | null, language: string }

/** Writes an account. The id is made before, since a participant's desk may not read every column back. */
export async function writeAccount(work: Work, account: NewAccount): Promise<number> {
  const id = await work.newId()
  await work.db.insertInto('accounts').values({
    id, public_id: work.newPublicId(), username: account.username.trim(), kind: account.colleagueId === undefined ? 'participant' : 'colleague',
    colleague_id: account.colleagueId ?? null, participant_id: account.participantId ?? null, password_hash: account.passwordHash, language: account.language, made_at: work.now,
  }).execute()
  return id
}
