import { createHash, randomBytes, randomInt } from 'node:crypto'

export const signInPage = '/sign-in'
/** The same page, once somebody has chosen its language: it stays theirs when they are in. */
export const inOwnLanguage = `${signInPage}?chosen=yes`

/** What a browser holds for a sign-in: 256 bits of chance. The database keeps only its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A code to print: ten letters and digits that nobody takes for one another. */
export function newPrintedCode(): string {
  return Array.from({ length: 10 }, () => clear[randomInt(clear.length)]).join('')
}

/** As it is compared: however somebody typed it. */
export function readPrintedCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

const clear = 'ABCDEFGHJKMNPQRTUVWXY346789'

/** Hours after which a sign-in ends, used or not; minutes after which an unused one does (the database says the same), and a step begun. */
export const longestHours = 10
export const idleMinutes = { colleague: 30, kiosk: 10 }
export const stepMinutes = 10

export const signInCookie = 'sign-in'
/** Held between the password and what still has to follow: a code, or the choice of a hat. It opens nothing. */
export const stepCookie = 'sign-in-step'

/** How many failed attempts, within how many minutes, before the door stays shut for that account or address. */
export const limits = { account: 5, address: 20, minutes: 15 }

/** How long a printed code is valid: a colleague may be far away; a participant stands at the desk. */
export const printedCodeMinutes = { colleague: 24 * 60, participant: 30 }
/** How many wrong codes end the right one. */
export const printedCodeTries = 5

/** What attempts are counted by: never the name or address itself, which would be a list of who comes from where. */
export function attemptKeys(what: string, address: string): { account: string, address: string } {
  const hashed = (text: string) => createHash('sha256').update(text).digest('base64url')
  return { account: hashed(what.trim().toLowerCase()), address: hashed(address) }
}
