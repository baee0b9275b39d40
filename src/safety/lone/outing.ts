import { addMinutes, millisecondsOf, momentOf, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { dayOfLater } from '../incident.ts'

/** A colleague alone outside: when they begin, and when they are back. */
export type Outing = { beginsAt: Instant, backBy: Instant, outAt: Instant | null, returnedAt: Instant | null, calledOffAt: Instant | null, answeredAt: Instant | null }

/** How long whoever looks out for somebody has, before the duty list is asked. */
export const minutesOfWhoLooksOut = 10
/** One tap: half an hour more. */
export const minutesMore = 30
/** Nobody is out alone for longer than this without saying so anew. */
const hoursAtMost = 16
/** A return before the beginning is one of the same night, if it is no further away than this. */
const hoursOfANight = 8
/** Who goes alone says so shortly before: a day typed wrongly must not leave tonight without anybody. */
const daysAhead = 14

export function isOpen({ returnedAt, calledOffAt }: Pick<Outing, 'returnedAt' | 'calledOffAt'>): boolean {
  return returnedAt === null && calledOffAt === null
}

/** Nobody has said that they are back. Whoever never said that they went in is looked for too: the tap may be what they could not do. */
export function isOverdue(outing: Pick<Outing, 'backBy' | 'returnedAt' | 'calledOffAt'>, now: Instant): boolean {
  return isOpen(outing) && outing.backBy <= now
}

export type Said = { on: Day, time: string, backTime: string }

/** When somebody begins and is back, on the clock of the service; an evening may end after midnight. */
export function momentsOf({ on, time, backTime }: Said, timeZone: string): Pick<Outing, 'beginsAt' | 'backBy'> {
  const moment = (day: Day, at: string, field: string) => {
    const found = momentOf(day, at, timeZone)
    if (found === undefined) throw refuse('safety-no-such-time', {}, field)
    return found
  }
  return { beginsAt: moment(on, time, 'time'), backBy: moment(dayOfLater({ on, time, until: backTime }, hoursOfANight), backTime, 'backTime') }
}

export function checkTimes({ beginsAt, backBy }: Pick<Outing, 'beginsAt' | 'backBy'>, now: Instant): void {
  if (backBy <= beginsAt) throw refuse('lone-back-before')
  if (backBy <= now) throw refuse('lone-back-past')
  if (millisecondsOf(backBy) - millisecondsOf(beginsAt) > hoursAtMost * 3_600_000) throw refuse('lone-too-long')
  if (beginsAt > addMinutes(now, daysAhead * 24 * 60)) throw refuse('lone-too-far', { count: daysAhead })
}

/** Half an hour more, from when they would have been back, or from now where that has passed. */
export function later({ backBy }: Pick<Outing, 'backBy'>, now: Instant): Instant {
  return addMinutes(backBy > now ? backBy : now, minutesMore)
}

export function minutesUntil(moment: Instant, now: Instant): number {
  return Math.max(0, Math.ceil((millisecondsOf(moment) - millisecondsOf(now)) / 60_000))
}
