import { sql } from 'kysely'
import { timingSafeEqual } from 'node:crypto'
import { namesOfPeople } from '../access/index.ts'
import { addMinutes, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { isUserName, tellsWho } from './account.ts'
import { accountNamed, accountOfColleague, accountOfParticipant, closeAccount, endSignIns, keepsAccountOf, noteAttempt, writeAccount, type NewAccount } from './accounts.queries.ts'
import { endWhatWasMade, mayTry } from './accounts.verbs.ts'
import { refusePoor } from './own-account.verbs.ts'
import { hashPassword, printedCodeHash } from './secrets.ts'
import { attemptKeys, newPrintedCode, printedCodeMinutes, printedCodeTries, readPrintedCode } from './sign-in.ts'

export type PrintedCode = { username: string, code: string, expiresAt: Instant, /** In which the slip is read. */ language: string }

/** A second person prints a code for an account that they may open. It is shown once; one printed before is worth nothing from now on. */
export async function printCode(work: Work, account: { id: number, public_id: string, username: string, kind: string, is_open: boolean | null, language: string }, endsCodes = false): Promise<PrintedCode> {
  work.names(account.public_id)
  await work.db.updateTable('one_time_codes').set({ ended_at: work.now }).where('account_id', '=', account.id).where('used_at', 'is', null).where('ended_at', 'is', null).execute()
  const code = newPrintedCode()
  const expiresAt = addMinutes(work.now, printedCodeMinutes[account.kind === 'participant' ? 'participant' : 'colleague'])
  await work.db.insertInto('one_time_codes').values({
    id: await work.newId(), account_id: account.id, code_hash: printedCodeHash(code, account.id), purpose: account.is_open ? 'reset' : 'open',
    made_by: work.actor.id, made_at: work.now, expires_at: expiresAt, ends_codes: endsCodes }).execute()
  return { username: account.username, code: `${code.slice(0, 5)}-${code.slice(5)}`, expiresAt, language: account.language }
}

export type UseOfCode = { username: string, code: string, password: string }

/**
 * Somebody uses the code that was printed for them and chooses a password; every sign-in of the account ends. False: it was not the
 * code of this user name, whatever was wrong. A name that nobody has is asked about in the same steps.
 */
export async function useCode(work: Work, given: UseOfCode, address: string): Promise<boolean> {
  refusePoor(given.password, given.username)
  const keys = attemptKeys(`printed ${given.username}`, address)
  await mayTry(work, keys)
  const account = await accountNamed(work, given.username)
  const accountId = account?.id ?? -1
  if (account) work.names(account.public_id)
  const printed = await validCode(work, accountId)
  if (!account || !printed || !isSame(printed.code_hash, printedCodeHash(readPrintedCode(given.code), accountId)) || !await take(work, printed.id)) {
    await noteAttempt(work, keys.account, keys.address)
    await work.db.updateTable('one_time_codes').set((row) => ({ tries: row('tries', '+', 1) })).where('account_id', '=', accountId).where('used_at', 'is', null).execute()
    return false
  }
  const codes = printed.ends_codes ? { code_secret: null, code_last_step: null } : {}
  await work.db.updateTable('accounts').set({ password_hash: await hashPassword(given.password), ...codes }).where('id', '=', account.id).execute()
  await endSignIns(work, account.id)
  await endWhatWasMade(work, account.colleague_id)
  return true
}

/** The code that is valid now. Its day is the service's own, also where a demonstration pretends one. */
function validCode(work: Work, accountId: number) {
  return work.db.selectFrom('one_time_codes').select(['id', 'code_hash', 'ends_codes']).where('account_id', '=', accountId)
    .where('used_at', 'is', null).where('ended_at', 'is', null).where('tries', '<', printedCodeTries).where('expires_at', '>', sql<Instant>`service_moment(${work.now})`)
    .orderBy('made_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

/** A code opens once, also when two browsers send it at the same moment. */
async function take(work: Work, id: number): Promise<boolean> {
  const taken = await work.db.updateTable('one_time_codes').set({ used_at: work.now }).where('id', '=', id).where('used_at', 'is', null).executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

/** The person at the desk, for those who may keep their account; for everybody else there is nothing here. */
export async function personAtTheDesk(work: Work) {
  const [person] = await namesOfPeople(work, [work.about])
  if (!person || !await keepsAccountOf(work, work.about)) throw refuse('not-found')
  return { ...person, account: await accountOfParticipant(work, work.about) }
}

/** Opens a participant's account at the desk: a user name that says nothing, and a printed code to choose a password with. */
export async function openAtTheDesk(work: Work, { username, language }: { username: string, language: string }): Promise<PrintedCode> {
  const person = await personAtTheDesk(work)
  if (person.account) throw refuse('account-exists')
  if (tellsWho(username, person.name)) throw refuse('user-name-tells')
  return openWithCode(work, { username, language, participantId: work.about })
}

/** A new code for somebody who has forgotten their password. */
export async function printAtTheDesk(work: Work): Promise<PrintedCode> {
  const { account } = await personAtTheDesk(work)
  if (!account) throw refuse('not-found')
  return printCode(work, account)
}

/** Ends every sign-in of the person at once, and the account with them. */
export async function closeAtTheDesk(work: Work): Promise<void> {
  const { account } = await personAtTheDesk(work)
  if (!account) throw refuse('not-found')
  await closeAccount(work, account.id)
}

/** An account that waits for its holder, with the code that opens it. */
export async function openWithCode(work: Work, wanted: NewAccount): Promise<PrintedCode> {
  if (!isUserName(wanted.username)) throw refuse('user-name-poor')
  try {
    await writeAccount(work, wanted)
  } catch (fault) {
    if (violates(fault, 'accounts_username_once')) throw refuse('user-name-taken')
    throw fault
  }
  const account = wanted.colleagueId === undefined ? await accountOfParticipant(work, wanted.participantId ?? 0) : await accountOfColleague(work, wanted.colleagueId)
  if (!account) throw refuse('not-found')
  return printCode(work, account)
}
