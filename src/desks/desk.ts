import { createHash, randomInt } from 'node:crypto'

/** How long a desk can stay open: a working day, and it is opened anew. */
export const longestHours = 12

/** After how many minutes without a touch a turn at the device is over: whoever had it has gone. */
export const turnMinutes = 5

/** How often, within how many minutes: enough for a busy day at a desk, too little for whoever tries receipts or floods a unit. */
export const limits = { code: { most: 20, minutes: 15 }, sent: { most: 12, minutes: 60 }, receipt: { most: 30, minutes: 60 } }
export type Use = keyof typeof limits

/** Typed once into the device: twelve letters and digits that nobody takes for one another, 57 bits of chance. */
export function newDeskCode(): string {
  return Array.from({ length: 12 }, () => clear[randomInt(clear.length)]).join('')
}

/** As it is said aloud and typed. */
export function codeInGroups(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** What is kept of a code, however somebody typed it. */
export function deskCodeHash(typed: string): string {
  return createHash('sha256').update(`desk ${typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`).digest('hex')
}

/** Where a request came from, for the limits: never the address itself. */
export function originHash(address: string): string {
  return createHash('sha256').update(`desk ${address}`).digest('base64url')
}

const clear = 'ABCDEFGHJKMNPQRTUVWXY346789'
