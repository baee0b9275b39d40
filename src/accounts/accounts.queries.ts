import { sql } from 'kysely'
import { addMinutes, type Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { idleMinutes, limits, newToken, tokenHash } from './sign-in.ts'

const secrets = ['accounts.id', 'accounts.public_id', 'accounts.username', 'accounts.kind', 'accounts.colleague_id', 'accounts.participant_id', 'accounts.password_hash',
  'accounts.code_secret', 'accounts.code_last_step', 'accounts.language'] as const

/** The account of a username, whatever its capitals; none that was closed. */
export function accountNamed(work: Work, username: string) {
  return work.db.selectFrom('accounts').select(secrets).where(sql`lower(username)`, '=', username.toLowerCase()).where('closed_at', 'is', null).executeTakeFirst()
}

/** The account whose live sign-in this token is, for the doorkeeper. */
export function accountSignedIn(work: Work, token: string) {
  return liveSignIns(work).select([...secrets, 'sign_ins.id as sign_in_id', 'sign_ins.shape', 'sign_ins.ends_at', 'sign_ins.device'])
    .where('sign_ins.token_hash', '=', tokenHash(token)).executeTakeFirst()
}

/** Where an account is signed in now, the latest first. */
export function signInsOf(work: Work, accountId: number) {
  return liveSignIns(work).select(['sign_ins.id', 'sign_ins.device', 'sign_ins.began_at', 'sign_ins.seen_at', 'sign_ins.shape'])
    .where('sign_ins.account_id', '=', accountId).orderBy('sign_ins.seen_at', 'desc').limit(50).execute()
}

function liveSignIns(work: Work) {
  return work.db.selectFrom('sign_ins').innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
    .where('sign_ins.awaits', 'is', null).where('sign_ins.ended_at', 'is', null).where('accounts.closed_at', 'is', null).where('sign_ins.ends_at', '>', work.now)
    .where((is) => is.or([is('sign_ins.seen_at', '>', addMinutes(work.now, -idleMinutes.kiosk)), is.and([is('sign_ins.kiosk', '=', false), is('sign_ins.seen_at', '>', addMinutes(work.now, -idleMinutes.colleague))])]))
}

export type Account = NonNullable<Awaited<ReturnType<typeof accountNamed>>>

/** A sign-in that still awaits this step. Sent twice, the same step is found once more for a minute. */
export function stepBegun(work: Work, token: string, awaits: 'code' | 'enrolment' | 'hat') {
  return work.db.selectFrom('sign_ins').innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
    .select([...secrets, 'sign_ins.id as step_id', 'sign_ins.device', 'sign_ins.ended_at'])
    .where('sign_ins.token_hash', '=', tokenHash(token)).where('sign_ins.awaits', '=', awaits).where('accounts.closed_at', 'is', null).where('sign_ins.ends_at', '>', work.now)
    .where((is) => is.or([is('sign_ins.ended_at', 'is', null), is('sign_ins.ended_at', '>', addMinutes(work.now, -1))])).executeTakeFirst()
}

/**
 * How often something failed lately, for an account and for an address; undefined when too many try at this very moment, since those who
 * have not failed yet are not counted yet.
 */
export async function failedLately(work: Work, account: string, address: string): Promise<{ account: number, address: number } | undefined> {
  const { rows: [place] } = await sql<{ free: boolean }>`select exists (select from generate_series(1, 3) n where pg_try_advisory_xact_lock(hashtext(${account}), n)) as free`.execute(work.db)
  if (!place?.free) return undefined
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

/** The shapes in which a colleague may work today, with the roles of each, by their appointments. */
export function hatsOf(work: Work, colleagueId: number): Promise<{ shape: string, roles: string[] }[]> {
  return sql<{ shape: string, roles: string[] }>`select shape_of(role) as shape, array_agg(distinct role) as roles from appointments
    where colleague_id = ${colleagueId} and from_at <= service_moment(${work.now}) and (until_at is null or until_at > service_moment(${work.now}))
    group by 1 order by 1`.execute(work.db).then(({ rows }) => rows)
}

export async function areCodesRequired(work: Work): Promise<boolean> {
  return (await work.db.selectFrom('services').select('codes_required').executeTakeFirst())?.codes_required ?? false
}

export type NewSignIn = { accountId: number, shape: string, endsAt: Instant, kiosk: boolean, device: string, awaits?: 'code' | 'enrolment' | 'hat' }

/** Writes a sign-in, always with a token of its own, and gives the token. */
export async function writeSignIn(work: Work, { accountId, shape, endsAt, kiosk, device, awaits }: NewSignIn): Promise<string> {
  const token = newToken()
  await work.db.insertInto('sign_ins').values({
    id: await work.newId(), account_id: accountId, token_hash: tokenHash(token), shape, began_at: work.now, seen_at: work.now, ends_at: endsAt, kiosk, device, awaits: awaits ?? null }).execute()
  return token
}

export async function endSignIn(work: Work, token: string): Promise<void> {
  await work.db.updateTable('sign_ins').set({ ended_at: work.now }).where('token_hash', '=', tokenHash(token)).where('ended_at', 'is', null).execute()
}

/** Ends every sign-in of an account, but for the one that is kept. A step that was begun is over for good: unlike one that was finished, it is not found once more for a double click. */
export async function endSignIns(work: Work, accountId: number, keepId = 0): Promise<void> {
  const of = work.db.updateTable('sign_ins').where('account_id', '=', accountId).where('id', '<>', keepId)
  await of.set({ ends_at: sql`greatest(began_at + interval '1 millisecond', ${work.now}::timestamptz)` }).where('awaits', 'is not', null).where('ends_at', '>', work.now).execute()
  await of.set({ ended_at: work.now }).where('ended_at', 'is', null).execute()
}

/** Ends every token that this colleague has made. */
export async function endTokens(work: Work, colleagueId: number): Promise<void> {
  await sql`select end_tokens_of(${colleagueId})`.execute(work.db)
}

/** How long a printed code is told of to whoever holds the account: a month, and then it is forgotten. */
const daysTold = 30

/** The codes that were printed to replace this account's password, the latest first: when, by whom, and whether somebody used it. */
export function codesPrinted(work: Work, accountId: number, since: Instant = addMinutes(work.now, -daysTold * 24 * 60)) {
  return work.db.selectFrom('one_time_codes').leftJoin('colleagues', 'colleagues.id', 'one_time_codes.made_by').select(['one_time_codes.made_at', 'one_time_codes.used_at', 'colleagues.name as by'])
    .where('account_id', '=', accountId).where('purpose', '=', 'reset').where('made_at', '>', since).orderBy('made_at', 'desc').orderBy('one_time_codes.id', 'desc').limit(50).execute()
}

export type CodePrinted = Awaited<ReturnType<typeof codesPrinted>>[number]

/** Those that were printed since somebody last signed in to it. */
export async function codesPrintedSinceLastSignIn(work: Work, accountId: number): Promise<CodePrinted[]> {
  const last = await work.db.selectFrom('sign_ins').select((is) => is.fn.max('began_at').as('at')).where('account_id', '=', accountId).where('awaits', 'is', null).executeTakeFirst()
  return codesPrinted(work, accountId, last?.at ?? undefined)
}

export type NewAccount = { username: string, colleagueId?: number, participantId?: number, language: string }

/** Writes an account without a password: it is not open until its holder has chosen one. The id is made before, since not everybody may read it back. */
export async function writeAccount(work: Work, account: NewAccount, passwordHash?: string): Promise<{ id: number, publicId: string }> {
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  const holder = account.colleagueId === undefined ? { kind: 'participant', participant_id: account.participantId ?? null } : { kind: 'colleague', colleague_id: account.colleagueId }
  await work.db.insertInto('accounts').values({
    id, public_id: publicId, username: account.username.trim(), ...holder, language: account.language, made_at: work.now, ...(passwordHash ? { password_hash: passwordHash } : {}) }).execute()
  return { id, publicId }
}

const seen = ['id', 'public_id', 'username', 'kind', 'is_open', 'has_codes', 'made_at', 'language'] as const

/** From now on the account speaks this language, wherever its holder signs in. */
export async function speak(work: Work, accountId: number, language: string): Promise<void> {
  await work.db.updateTable('accounts').set({ language }).where('id', '=', accountId).execute()
}

/** The open account of a participant, for whoever keeps it at the desk. */
export function accountOfParticipant(work: Work, participantId: number) {
  return work.db.selectFrom('accounts').select([...seen, 'participant_id']).where('kind', '=', 'participant').where('participant_id', '=', participantId).where('closed_at', 'is', null).executeTakeFirst()
}

/** The open account of a colleague, for the administrator. */
export function accountOfColleague(work: Work, colleagueId: number) {
  return work.db.selectFrom('accounts').select(seen).where('kind', '=', 'colleague').where('colleague_id', '=', colleagueId).where('closed_at', 'is', null).executeTakeFirst()
}

/** Whether the actor keeps the account of the person this is about: coordinator or case manager of their team. */
export async function keepsAccountOf(work: Work, participantId: number): Promise<boolean> {
  const { rows: [row] } = await sql<{ keeps: boolean }>`select ${participantId} = any (people_for('identity_name', 'write', 'team')) as keeps`.execute(work.db)
  return row?.keeps ?? false
}

export async function closeAccount(work: Work, id: number): Promise<void> {
  await work.db.updateTable('accounts').set({ closed_at: work.now }).where('id', '=', id).where('closed_at', 'is', null).execute()
}
