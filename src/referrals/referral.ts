import { createHash } from 'node:crypto'
import { addMonths, daysBetween, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

export const states = ['received', 'waiting', 'accepted', 'declined', 'another-route'] as const
export type ReferralState = (typeof states)[number]

export const decisions = ['accepted', 'waiting', 'declined', 'another-route', 'reopened'] as const
export type Decision = (typeof decisions)[number]

/** The choice to keep a programme without a definition as it was written. */
export const asWritten = 'as-written'

/** What the question rests on. A conviction or the person's own wish is a fact; that somebody is vulnerable is a word of others, and asks for more. */
export const grounds = ['own-wish', 'convicted', 'vulnerable', 'not-said'] as const
export type Ground = (typeof grounds)[number]

export const answers = ['yes', 'no', 'not-now', 'not-asked'] as const
export type Answer = (typeof answers)[number]

export type Referral = { state: ReferralState, answer: Answer, ground: Ground, referredOn: Day, expiresOn: Day | null }

/** Where a decision leads. What is over is opened again first. Refuses 'referral-decided-already', 'referral-not-over'. */
export function decidedState({ state }: Pick<Referral, 'state'>, decision: Decision): ReferralState {
  const isOver = state === 'accepted' || state === 'declined' || state === 'another-route'
  if (decision === 'reopened') {
    if (state !== 'declined' && state !== 'another-route') throw refuse('referral-not-over')
    return 'received'
  }
  if (isOver) throw refuse('referral-decided-already')
  return decision
}

/** Nobody is taken in against their no, and a word about somebody needs two who read it and has an end. */
export function mayAccept(referral: Referral, { today, readBySomebodyElse }: { today: Day, readBySomebodyElse: boolean }): void {
  if (referral.answer === 'no') throw refuse('referral-person-said-no')
  if (referral.ground !== 'vulnerable') return
  if (referral.expiresOn !== null && referral.expiresOn < today) throw refuse('referral-expired')
  if (!readBySomebodyElse) throw refuse('referral-needs-second-reader')
}

/** A referral that led nowhere is erased early; one that nobody agreed to does not wait for ever either. */
export function eraseOn({ state, answer, expiresOn }: Pick<Referral, 'state' | 'answer' | 'expiresOn'>, from: Day): Day | null {
  if (state === 'accepted') return null
  if (state === 'declined' || state === 'another-route') return addMonths(from, monthsAfterNo)
  if (expiresOn !== null) return expiresOn
  return answer === 'yes' ? null : addMonths(from, monthsWithoutYes)
}

const monthsAfterNo = 3
const monthsWithoutYes = 6

/** Until when a word about somebody holds. */
export function expiryOf(ground: Ground, referredOn: Day): Day | null {
  return ground === 'vulnerable' ? addMonths(referredOn, 6) : null
}

export function daysWaited(referredOn: Day, today: Day): number {
  return Math.max(0, daysBetween(referredOn, today))
}

/**
 * All that a security officer ever learns. It follows from the calendar alone, so that neither the word nor the moment at
 * which it changes says anything about the person.
 */
export function seenByOfficer(writtenOn: Day, today: Day): 'received' | 'closed' {
  return daysBetween(writtenOn, today) < 90 ? 'received' : 'closed'
}

/** The day on which an officer's own words are gone, whatever was decided. */
export function officerWordsEnd(writtenOn: Day): Day {
  return addMonths(writtenOn, 6)
}

/** Said aloud or copied by hand: twelve letters and digits in three groups, from a random name. */
export function receiptFrom(random: string): string {
  return random.slice(0, 12).toUpperCase().replace(/(.{4})(?=.)/g, '$1-')
}

/** A receipt that follows from the slip that a form carried, so that the same form sent twice is one; nobody guesses a slip of 80 bits. */
export function receiptOfSlip(slip: string): string {
  const letters = '0123456789abcdefghjkmnpqrstvwxyz'
  return receiptFrom([...createHash('sha256').update(slip).digest()].map((byte) => letters[byte % 32]).join(''))
}

/** A receipt as somebody types it from paper: small letters, spaces, an O for a nought. */
export function readReceipt(typed: string): string {
  return receiptFrom(typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1'))
}

/**
 * What somebody who asked at a desk sees later, or whoever has found their slip: by the calendar alone, as with an officer, and ended before the
 * earliest day on which a declined request is erased, so that an unknown receipt, a declined and an accepted one say the same.
 */
export function seenAtTheDesk(askedOn: Day | null, today: Day): 'received' | 'closed' {
  return askedOn !== null && daysBetween(askedOn, today) < 80 ? 'received' : 'closed'
}
