import { namesOfPeople } from '../access/index.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { accountOfColleague, accountOfParticipant, closeAccount, keepsAccountOf } from './accounts-kept.queries.ts'
import { writeAccount, type NewAccount } from './accounts.queries.ts'
import { printCode, type PrintedCode } from './printed-codes.verbs.ts'
import { isUserName, tellsWho } from './user-name.ts'

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
