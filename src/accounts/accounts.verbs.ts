import { createHash } from 'node:crypto'
import { addMinutes } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { shapes, type Shape, type Work } from '../platform/work.ts'
import { accountNamed, endSignIn, failedLately, forgetAttempts, noteAttempt, shapesOf, writeAccount, writeSignIn } from './accounts.queries.ts'
import { hashPassword, isPassword } from './password.ts'
import { limits, longestHours, newToken, tokenHash } from './sign-in.ts'

export type SignIn = { username: string, password: string }

/**
 * Signs somebody in and gives the token for their browser. Undefined when it fails, whatever was wrong: the attempt is counted,
 * so this must not throw, which would undo the counting.
 */
export async function signIn(work: Work, { username, password }: SignIn, address: string): Promise<{ token: string } | undefined> {
  const keys = attemptKeys(username, address)
  const failed = await failedLately(work, keys.account, keys.address)
  if (failed.account >= limits.account || failed.address >= limits.address) throw refuse('too-many-attempts', { minutes: limits.minutes })
  const account = await accountNamed(work, username)
  const isRight = await isPassword(password, account?.password_hash)
  if (!account || !isRight) return void await noteAttempt(work, keys.account, keys.address)
  const shape = account.kind === 'participant' ? 'person' : firstShape(await shapesOf(work, account.colleague_id ?? 0))
  if (!shape) return undefined
  await forgetAttempts(work, keys.account)
  const token = newToken()
  await writeSignIn(work, { accountId: account.id, tokenHash: tokenHash(token), shape, endsAt: addMinutes(work.now, longestHours * 60), kiosk: account.kind === 'participant' })
  return { token }
}

/** Ends the sign-in that a browser holds; a token that is nobody's ends nothing. */
export async function signOut(work: Work, token: string): Promise<void> {
  await endSignIn(work, tokenHash(token))
}

/** What attempts are counted by: never the name or address itself, which would be a list of who comes from where. */
export function attemptKeys(username: string, address: string): { account: string, address: string } {
  const hashed = (text: string) => createHash('sha256').update(text).digest('base64url')
  return { account: hashed(username.trim().toLowerCase()), address: hashed(address) }
}

function firstShape(held: string[]): Shape | undefined {
  return shapes.find((shape) => held.includes(shape))
}

/** Opens an account with a password already chosen: the founder's first administrator, the cast of a demonstration. */
export async function openAccount(work: Work, account: { username: string, password: string, colleagueId?: number, participantId?: number, language?: string }): Promise<number> {
  const { password, language = 'en', ...rest } = account
  return writeAccount(work, { ...rest, language, passwordHash: await hashPassword(password) })
}
