import { refuse, refuseFields } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { accountSignedIn, areCodesRequired, endSignIns, forgetAttempts, noteAttempt, speak } from './accounts.queries.ts'
import { endWhatWasMade, keepKey, mayTry } from './accounts.verbs.ts'
import { faultOf } from './account.ts'
import { hashPassword, isPassword, isProduction } from './secrets.ts'
import { attemptKeys } from './sign-in.ts'
import { t } from './words.ts'

/** What comes of changing something of one's own: done, a wrong password or code, or nobody is signed in any more. */
export type Change = 'done' | 'password' | 'code' | 'over'

type SignedIn = NonNullable<Awaited<ReturnType<typeof accountSignedIn>>>

/** Sets a new password; every other sign-in of this account ends, every token, and every address of a calendar: who knew the old password may have made one. The doorkeeper does it, for the sign-in that the browser holds. */
export async function changePassword(work: Work, token: string, { current, password }: { current: string, password: string }, address: string): Promise<Change> {
  return proved(work, token, { current, address }, async (account) => {
    refusePoor(password, account.username)
    await work.db.updateTable('accounts').set({ password_hash: await hashPassword(password) }).where('id', '=', account.id).execute()
    await endSignIns(work, account.id, account.sign_in_id)
    await endWhatWasMade(work, account.colleague_id)
    return 'done'
  })
}

/** From now on a code of the authenticator is asked after the password. A key that was there before is forgotten. */
export function startCodes(work: Work, token: string, { current, sealed, code }: { current: string, sealed: string, code: string }, address: string): Promise<Change> {
  return proved(work, token, { current, address }, async (account, wrong) => await keepKey(work, account.id, sealed, code) ? 'done' : wrong('code'))
}

/** No codes any more, where the service does not require them. */
export function stopCodes(work: Work, token: string, current: string, address: string): Promise<Change> {
  return proved(work, token, { current, address }, async (account) => {
    if (account.kind === 'colleague' && await areCodesRequired(work)) throw refuse('codes-are-required')
    await work.db.updateTable('accounts').set({ code_secret: null, code_last_step: null }).where('id', '=', account.id).execute()
    return 'done'
  })
}

/** What is one's own is changed with the password once more: a browser left open must not be enough. Wrong ones are counted. */
async function proved(work: Work, token: string, given: { current: string, address: string }, change: (account: SignedIn, wrong: (why: 'code') => Promise<Change>) => Promise<Change>): Promise<Change> {
  const account = await accountSignedIn(work, token)
  if (!account) return 'over'
  work.names(account.public_id)
  const keys = attemptKeys(`own ${account.id}`, given.address)
  await mayTry(work, keys)
  const wrong = async (why: 'password' | 'code'): Promise<Change> => {
    await noteAttempt(work, keys.account, keys.address)
    return why
  }
  if (!await isPassword(given.current, account.password_hash)) return wrong('password')
  await forgetAttempts(work, keys.account)
  return change(account, wrong)
}

/** Says what is wrong with a chosen password, beside its field. */
export function refusePoor(password: string, username: string): void {
  const fault = faultOf(password, { username, production: isProduction() })
  if (fault) throw refuseFields([{ field: 'password', sentence: t(`account.password.${fault}`) }])
}

/** The reader's language, kept with the account of whoever is signed in. */
export async function chooseLanguage(work: Work, token: string, language: string): Promise<void> {
  const account = await accountSignedIn(work, token)
  if (account) await speak(work, account.id, language)
}

/** Ends every other sign-in of whoever is signed in here, or this one too; everywhere means tokens and addresses of calendars as well. */
export async function signOutElsewhere(work: Work, token: string, hereToo: boolean): Promise<void> {
  const account = await accountSignedIn(work, token)
  if (!account) return
  work.names(account.public_id)
  await endSignIns(work, account.id, hereToo ? 0 : account.sign_in_id)
  if (hereToo) await endWhatWasMade(work, account.colleague_id)
}
