import { addDays, addMinutes, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** What a crisis is about. Four words, the same on the card and in the record. */
export const kinds = ['self-harm', 'threat', 'child', 'against'] as const
/** All that a wing is ever told to do. Whatever is not in this list stays in the helping rooms. */
export const measures = ['stay-with', 'check', 'remove-things', 'keep-apart', 'call-health', 'let-call'] as const
/** A warning about somebody else is for these dangers alone. */
export const dangers = ['life', 'serious-injury'] as const
export const howSoons = ['now', 'today', 'days', 'not-known'] as const
export const toldHows = ['phone', 'in-person'] as const
export const aftercares = ['told', 'planned-anew'] as const
export const debriefAnswers = ['held', 'not-wanted'] as const
export const reviewFindings = ['needed', 'not-needed', 'asked-about'] as const

export type Kind = (typeof kinds)[number]
export type Measure = (typeof measures)[number]
export type ReviewFinding = (typeof reviewFindings)[number]

/** Roles to which one case can be opened in an emergency; the database knows no other. The one that opens most stands first: a facilitator reads advice and the safety plan, too. */
const helpingRoles = ['facilitator', 'health', 'assessor']

/** How long an emergency opening lasts: enough to act, short enough to be asked about. */
export const minutesOpened = 60

/** How long a coordinator has: nobody comes after them, so this only says when to call them. */
const minutesOfACoordinator = 10

/** One colleague in the line of a call. */
export type InLine = { colleagueId: number, minutes: number, asCoordinator: boolean }
export type Ask = InLine & { place: number, askedAt: Instant | null, answerBy: Instant | null }

/** Who is asked, in which order: the duty list, then the coordinators. Nobody twice, and never whoever calls. */
export function lineOf(duty: { colleagueId: number, minutes: number }[], coordinators: number[], authorId: number): InLine[] {
  const line = [...duty.map((one) => ({ ...one, asCoordinator: false })), ...coordinators.map((colleagueId) => ({ colleagueId, minutes: minutesOfACoordinator, asCoordinator: true }))]
  const ids = line.map(({ colleagueId }) => colleagueId)
  return line.filter(({ colleagueId }, at) => colleagueId !== authorId && ids.indexOf(colleagueId) === at)
}

export type Step = 'wait' | 'told-last' | { ask: Ask[] }

/**
 * What happens to a call that nobody has answered: wait for whoever was asked, ask the next, or say that the line is at its end.
 * All coordinators are asked together: the last in a line must not be somebody asleep. Whoever was asked before stays asked.
 */
export function nextStep(asks: Ask[], now: Instant): Step {
  if (asks.some(({ answerBy }) => answerBy !== null && answerBy > now)) return 'wait'
  const waiting = asks.filter(({ askedAt }) => askedAt === null).toSorted((one, other) => one.place - other.place)
  const [next] = waiting
  if (!next) return 'told-last'
  return { ask: next.asCoordinator ? waiting : [next] }
}

export function answerBy({ minutes }: Pick<InLine, 'minutes'>, askedAt: Instant): Instant {
  return addMinutes(askedAt, minutes)
}

/** The role in which one case opens to a colleague in an emergency, if in any. */
export function helpingRoleOf(held: readonly string[]): string | undefined {
  return helpingRoles.find((role) => held.includes(role))
}

export type WingTold = { measures: Measure[], checkEvery?: number | undefined, apartFrom?: string | undefined }

/** "Check" needs how often, "keep apart" needs from whom; and neither stands without its measure. */
export function mustBeWhole({ measures: chosen, checkEvery, apartFrom }: WingTold): void {
  if (chosen.includes('check') !== (checkEvery !== undefined)) throw refuse('safety-check-needs-times')
  if (chosen.includes('keep-apart') !== (apartFrom !== undefined)) throw refuse('safety-apart-from-whom')
}

type Two = { on: Day, time: string, until: string }

/**
 * The day of the later of two times that are told with one day: a time of the night after an evening lies on the next. Where more hours than that lie between them it is no night but
 * a slip, and stays on the day that was said.
 */
export function dayOfLater({ on, time, until }: Two, hoursAtMost: number): Day {
  return until < time && minuteOf(until) + 24 * 60 - minuteOf(time) <= hoursAtMost * 60 ? addDays(on, 1) : on
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
