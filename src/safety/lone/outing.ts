import { addMinutes, millisecondsOf, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** A colleague alone outside: when they begin, and when they are back. */
export type Outing = { beginsAt: Instant, backBy: Instant, outAt: Instant | null, returnedAt: Instant | null, calledOffAt: Instant | null, answeredAt: Instant | null }

/** How long whoever looks out for somebody has, before the duty list is asked. */
export const minutesOfWhoLooksOut = 10
/** One tap: half an hour more. */
export const minutesMore = 30
/** Nobody is out alone for longer than this without saying so anew. */
const hoursAtMost = 16

export function isOpen({ returnedAt, calledOffAt }: Pick<Outing, 'returnedAt' | 'calledOffAt'>): boolean {
  return returnedAt === null && calledOffAt === null
}

/** Nobody has said that they are back. Whoever never said that they went in is looked for too: the tap may be what they could not do. */
export function isOverdue(outing: Pick<Outing, 'backBy' | 'returnedAt' | 'calledOffAt'>, now: Instant): boolean {
  return isOpen(outing) && outing.backBy <= now
}

export function checkTimes({ beginsAt, backBy }: Pick<Outing, 'beginsAt' | 'backBy'>, now: Instant): void {
  if (backBy <= beginsAt) throw refuse('lone-back-before')
  if (backBy <= now) throw refuse('lone-back-past')
  if (millisecondsOf(backBy) - millisecondsOf(beginsAt) > hoursAtMost * 3_600_000) throw refuse('lone-too-long')
}

/** Half an hour more, from when they would have been back, or from now where that has passed. */
export function later({ backBy }: Pick<Outing, 'backBy'>, now: Instant): Instant {
  return addMinutes(backBy > now ? backBy : now, minutesMore)
}

export function minutesUntil(moment: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((millisecondsOf(moment) - millisecondsOf(now)) / 60_000))
}
