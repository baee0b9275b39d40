import { createHash, randomBytes } from 'node:crypto'

/** What a browser holds for a sign-in: 256 bits of chance. The database keeps only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Hours after which a sign-in ends, used or not. */
export const longestHours = 10
export const signInCookie = 'sign-in'

/** How many failed attempts, within how many minutes, before the door stays shut for that account or address. */
export const limits = { account: 5, address: 20, minutes: 15 }
