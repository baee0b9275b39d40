import { addMinutes } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { shapes, type Work } from '../platform/work.ts'
import { accountNamed, accountSignedIn, areCodesRequired, closeAccount, codesPrintedSinceLastSignIn, endSignIn, endTokens, failedLately, forgetAttempts, hatsOf, noteAttempt, speak, stepBegun, writeAccount, writeSignIn, type Account, type CodePrinted } from './accounts.queries.ts'
import { stepOfCode } from './one-time-code.ts'
import { isOfTheDemonstration } from './account.ts'
import { hashPassword, isPassword, isProduction, seal, unseal } from './secrets.ts'
import { attemptKeys, limits, longestHours, stepMinutes } from './sign-in.ts'

export type SignIn = { username: string, password: string, /** The one they chose at the door. */ language?: string }

/** From where: the address is counted by its hash, the device is kept in words. */
export type From = { address: string, device: string }

/** What comes of trying: in, a step that still has to follow, or not in. A failure is told, not thrown: thrown, it would undo its own counting. */
export type Outcome = { is: 'in', token: string, /** A participant: whoever comes after them may be somebody else, whether they sign out or just go. */ shares?: true, /** A code for this account was printed since anybody last signed in: whoever comes now is told. */ printed?: CodePrinted } | { is: 'step', token: string, awaits: 'code' | 'enrolment' | 'hat', shares?: true } | { is: 'refused', why: 'sign-in' | 'code' | 'no-appointment' | 'demonstration' } | { is: 'over' }

/** Signs somebody in by user name and password, as far as these reach. */
export async function signIn(work: Work, { username, password, language }: SignIn, from: From): Promise<Outcome> {
  const keys = attemptKeys(username, from.address)
  await mayTry(work, keys)
  const account = await accountNamed(work, username)
  const isRight = await isPassword(password, account?.password_hash)
  if (account) work.names(account.public_id)
  if (!account || !isRight) return failed(work, keys, 'sign-in')
  if (isProduction() && isOfTheDemonstration(password)) return { is: 'refused', why: 'demonstration' }
  await forgetAttempts(work, keys.account)
  if (language !== undefined && account.kind === 'participant') await speak(work, account.id, language)
  return afterPassword(work, account, from.device)
}

async function afterPassword(work: Work, account: Account, device: string): Promise<Outcome> {
  if (account.code_secret !== null) return step(work, account, device, 'code')
  if (account.kind === 'colleague' && await areCodesRequired(work)) return step(work, account, device, 'enrolment')
  return afterCode(work, account, device)
}

/** One shape for one sign-in: whoever holds appointments in several chooses, and never has them together. */
async function afterCode(work: Work, account: Account, device: string): Promise<Outcome> {
  if (account.kind === 'participant') return letIn(work, account, device, 'person')
  const hats = hatsToWear(await hatsOf(work, account.colleague_id ?? 0))
  if (hats.length === 0) return { is: 'refused', why: 'no-appointment' }
  return hats.length === 1 ? letIn(work, account, device, hats[0]!.shape) : step(work, account, device, 'hat')
}

/** Trainers work elsewhere, with a database of invented people: their shape is none of this application's. */
export function hatsToWear<Hat extends { shape: string }>(held: Hat[]): Hat[] {
  return shapes.filter((shape) => shape !== 'machine').flatMap((shape) => held.filter((hat) => hat.shape === shape))
}

async function letIn(work: Work, account: Account, device: string, shape: string): Promise<Outcome> {
  const [printed] = await codesPrintedSinceLastSignIn(work, account.id)
  const token = await writeSignIn(work, { accountId: account.id, shape, endsAt: addMinutes(work.now, longestHours * 60), kiosk: account.kind === 'participant', device })
  return { is: 'in', token, ...(account.kind === 'participant' && { shares: true as const }), ...(printed && { printed: account.kind === 'participant' ? { ...printed, by: null } : printed }) }
}

async function step(work: Work, account: Account, device: string, awaits: 'code' | 'enrolment' | 'hat'): Promise<Outcome> {
  const token = await writeSignIn(work, { accountId: account.id, shape: '', endsAt: addMinutes(work.now, stepMinutes), kiosk: false, device, awaits })
  return { is: 'step', token, awaits, ...(account.kind === 'participant' && { shares: true as const }) }
}

/** The second step: a code of the authenticator. Each code opens once; the same form sent twice is the same step. */
export async function giveCode(work: Work, stepToken: string, code: string, from: From): Promise<Outcome> {
  const begun = await stepBegun(work, stepToken, 'code')
  if (!begun) return { is: 'over' }
  work.names(begun.public_id)
  const keys = attemptKeys(`code ${begun.id}`, from.address)
  await mayTry(work, keys)
  const key = unseal(begun.code_secret ?? '', begun.id)
  const at = key === undefined ? undefined : stepOfCode(key, code, work.now)
  if (at === undefined || !await isFirstUse(work, begun.id, at) && !await isSameStep(work, stepToken, at)) return failed(work, keys, 'code')
  await forgetAttempts(work, keys.account)
  await endSignIn(work, stepToken)
  return afterCode(work, begun, begun.device)
}

async function isFirstUse(work: Work, accountId: number, at: number): Promise<boolean> {
  const taken = await work.db.updateTable('accounts').set({ code_last_step: at }).where('id', '=', accountId)
    .where((is) => is.or([is('code_last_step', 'is', null), is('code_last_step', '<', at)])).executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

async function isSameStep(work: Work, stepToken: string, at: number): Promise<boolean> {
  const again = await stepBegun(work, stepToken, 'code')
  return again !== undefined && again.ended_at !== null && again.code_last_step === at
}

/** The first code of a new key, where codes are required: the key is kept, and the sign-in goes on. */
export async function enrol(work: Work, stepToken: string, { sealed, code }: { sealed: string, code: string }, from: From): Promise<Outcome> {
  const begun = await stepBegun(work, stepToken, 'enrolment')
  if (!begun || begun.ended_at !== null || begun.code_secret !== null) return { is: 'over' }
  work.names(begun.public_id)
  const keys = attemptKeys(`code ${begun.id}`, from.address)
  await mayTry(work, keys)
  if (!await keepKey(work, begun.id, sealed, code)) return failed(work, keys, 'code')
  await endSignIn(work, stepToken)
  return afterCode(work, begun, begun.device)
}

/** Keeps a key once its first code has shown that the authenticator has it, too. */
export async function keepKey(work: Work, accountId: number, sealed: string, code: string): Promise<boolean> {
  const key = unseal(sealed, accountId)
  const at = key === undefined ? undefined : stepOfCode(key, code, work.now)
  if (key === undefined || at === undefined) return false
  await work.db.updateTable('accounts').set({ code_secret: seal(key, accountId), code_last_step: at }).where('id', '=', accountId).execute()
  return true
}

/** The last step of signing in for whoever holds several hats. */
export async function chooseHat(work: Work, stepToken: string, shape: string): Promise<Outcome> {
  const begun = await stepBegun(work, stepToken, 'hat')
  if (!begun) return { is: 'over' }
  work.names(begun.public_id)
  if (!await mayWear(work, begun.colleague_id, shape)) throw refuse('hat-not-held')
  await endSignIn(work, stepToken)
  return letIn(work, begun, begun.device, shape)
}

/** Another hat is another sign-in, with another token; it ends when the first would have ended. */
export async function changeHat(work: Work, token: string, shape: string): Promise<Outcome> {
  const now = await accountSignedIn(work, token)
  if (!now || now.kind !== 'colleague') return { is: 'over' }
  work.names(now.public_id)
  if (!await mayWear(work, now.colleague_id, shape)) throw refuse('hat-not-held')
  await endSignIn(work, token)
  return { is: 'in', token: await writeSignIn(work, { accountId: now.id, shape, endsAt: now.ends_at, kiosk: false, device: now.device }) }
}

async function mayWear(work: Work, colleagueId: number | null, shape: string): Promise<boolean> {
  return hatsToWear(await hatsOf(work, colleagueId ?? 0)).some((hat) => hat.shape === shape)
}

/** Ends the sign-in that a browser holds; a token that is nobody's ends nothing. */
export async function signOut(work: Work, token: string): Promise<void> {
  await endSignIn(work, token)
}

/** Before trying anything that can be guessed. */
export async function mayTry(work: Work, keys: { account: string, address: string }): Promise<void> {
  const before = await failedLately(work, keys.account, keys.address)
  if (!before || before.account >= limits.account || before.address >= limits.address) throw refuse('too-many-attempts', { minutes: limits.minutes })
}

async function failed(work: Work, keys: { account: string, address: string }, why: 'sign-in' | 'code'): Promise<Outcome> {
  await noteAttempt(work, keys.account, keys.address)
  return { is: 'refused', why }
}

type Follows = (work: Work, colleagueId: number) => Promise<void>

/** Port: what else somebody who knew the password may have made belongs to rooms above this one, so the application hands in at start how it ends. */
export function endsWithTokens(...follows: Follows[]): void {
  whatEndsToo = follows
}

let whatEndsToo: readonly Follows[] = []

/** Ends whatever a colleague's sign-in may have been used to make and that works without one: tokens, the address of a calendar. */
export async function endWhatWasMade(work: Work, colleagueId: number | null): Promise<void> {
  if (colleagueId === null) return
  await endTokens(work, colleagueId)
  for (const follows of whatEndsToo) await follows(work, colleagueId)
}

/** Closes a colleague's account. Whatever was made with it ends too, so that nothing comes to life again with the next account of the same colleague. */
export async function closeColleaguesAccount(work: Work, accountId: number, colleagueId: number): Promise<void> {
  await closeAccount(work, accountId)
  await endWhatWasMade(work, colleagueId)
}

/** Opens an account with a password already chosen: the founder's first administrator, the cast of a demonstration. */
export async function openAccount(work: Work, account: { username: string, password: string, colleagueId?: number, participantId?: number, language?: string }): Promise<number> {
  const { password, language = 'en', ...rest } = account
  return (await writeAccount(work, { ...rest, language }, await hashPassword(password))).id
}
