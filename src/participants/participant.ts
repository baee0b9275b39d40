import { addDays, addMonths, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

export type ParticipantState = 'waiting' | 'active' | 'paused' | 'ended'

export const purposes = ['programme', 'data', 'family', 'research'] as const
/** What is agreed to. Taking part and keeping data are two things: withdrawing one leaves the other. */
export type Purpose = (typeof purposes)[number]

export const answers = ['yes', 'no', 'not-now', 'not-asked'] as const
export type Answer = (typeof answers)[number]

export const ways = ['spoken', 'easy-read', 'written'] as const

export const legalStatuses = ['remand', 'charges', 'appeal', 'sentenced', 'parole', 'probation', 'order', 'condition', 'released', 'acquitted'] as const
export type LegalStatus = (typeof legalStatuses)[number]

/** `as_told`: by a referral, and not yet confirmed by the case manager. */
export type DatedStatus = { status: string, from_on: Day, until_on: Day | null, as_told?: boolean }

export const adviceStates = ['taken', 'declined', 'pending'] as const
export type AdviceState = (typeof adviceStates)[number]

/** Refuses 'person-not-taking-part', 'person-paused-already'. */
export function paused(state: string): ParticipantState {
  if (state === 'paused') throw refuse('person-paused-already')
  if (state !== 'active') throw refuse('person-not-taking-part')
  return 'paused'
}

/** Refuses 'person-not-paused'. The way back is open, and waiting has no penalty. */
export function resumed(state: string): ParticipantState {
  if (state !== 'paused') throw refuse('person-not-paused')
  return 'active'
}

/** The statuses that hold on a day. */
export function holdingOn<Status extends DatedStatus>(statuses: readonly Status[], on: Day): Status[] {
  return statuses.filter(({ from_on, until_on }) => from_on <= on && (until_on === null || until_on >= on))
}

const guiltIsOpen = ['remand', 'charges', 'appeal']

/**
 * On remand, with charges or an appeal pending, nobody is made to speak of the offence; after an acquittal there is none. When a judgment has
 * become final, it stays so until the person has said yes anew: `saidYesOn` is the day of their last yes to taking part. `offence_locked` is the same in the database.
 */
export function offenceIsLocked(statuses: readonly DatedStatus[], on: Day, saidYesOn: Day | null = null): boolean {
  return isLockedToday(statuses, on) || isOverWithoutNewYes(statuses, on, saidYesOn)
}

function isLockedToday(statuses: readonly DatedStatus[], on: Day): boolean {
  return holdingOn(statuses, on).some(({ status }) => guiltIsOpen.includes(status) || status === 'acquitted')
}

/** Guilt was open and is so no longer, and the person has not said yes since. */
export function isOverWithoutNewYes(statuses: readonly DatedStatus[], on: Day, saidYesOn: Day | null): boolean {
  return statuses.some(({ status, until_on }) => guiltIsOpen.includes(status) && until_on !== null && until_on < on && (saidYesOn === null || saidYesOn <= until_on))
}

/**
 * From which day on the person's own answer to working on the offence counts: since guilt is open, or since it is so no longer. Null where no
 * answer opens anything: guilt was never open, or an acquittal leaves no offence to work on.
 */
export function answerCountsFrom(statuses: readonly DatedStatus[], on: Day): Day | null {
  const holding = holdingOn(statuses, on)
  if (holding.some(({ status }) => status === 'acquitted')) return null
  const begun = holding.filter(({ status }) => guiltIsOpen.includes(status)).map(({ from_on }) => from_on).sort().at(-1)
  if (begun !== undefined) return begun
  const over = statuses.flatMap(({ status, until_on }) => (guiltIsOpen.includes(status) && until_on !== null && until_on < on ? [until_on] : [])).sort().at(-1)
  return over === undefined ? null : addDays(over, 1)
}

export type OffenceLimit = 'open' | 'locked' | 'after-judgment' | 'not-known' | 'not-mine-to-know'

/** What holds for whoever writes: an unknown status is treated as open guilt, as is one that was only told, and one that this reader may not know. */
export function offenceLimit(statuses: readonly DatedStatus[] | 'not-mine-to-know', on: Day, saidYesOn: Day | null = null): OffenceLimit {
  if (statuses === 'not-mine-to-know') return statuses
  if (isLockedToday(statuses, on)) return 'locked'
  if (isOverWithoutNewYes(statuses, on, saidYesOn)) return 'after-judgment'
  return holdingOn(statuses, on).some(({ as_told }) => !as_told) ? 'open' : 'not-known'
}

/** Refuses 'status-ends-before-it-begins'. */
export function checkDates({ fromOn, untilOn }: { fromOn: Day, untilOn?: Day | undefined }): void {
  if (untilOn && untilOn < fromOn) throw refuse('status-ends-before-it-begins')
}

export function checkNotAhead(on: Day, today: Day, field?: string): void {
  if (on > today) throw refuse('answer-day-ahead', {}, field)
}

/** A day by which somebody who asks for erasure has an answer: a month, as the law gives. */
export function answerBy(askedOn: Day): Day {
  return addMonths(askedOn, 1)
}

export const erasable = ['notes', 'measures', 'sessions', 'plan', 'agreements', 'consents', 'referral', 'everything-else'] as const
/** What can be decided apart from the rest when somebody asks for erasure. */
export type Erasable = (typeof erasable)[number]

export const erasureDecisions = ['erase', 'restrict', 'keep'] as const
export type ErasureDecision = (typeof erasureDecisions)[number]

/** How long after the answer nothing is erased yet: the person reads it first, and can object. */
const daysToObject = 14

export function eraseFrom(answeredOn: Day): Day {
  return addDays(answeredOn, daysToObject)
}

/** What is to be erased and is not yet; the decisions come latest first, and the latest about an item holds. */
export function waitsForErasing(decided: readonly { item: string, decision: string, carried_out_at: unknown }[]): Erasable[] {
  return erasable.filter((item) => {
    const last = decided.find((one) => one.item === item)
    return last?.decision === 'erase' && last.carried_out_at === null
  })
}

/** What still waits for a decision. */
export function undecided(decided: readonly { item: string }[]): Erasable[] {
  return erasable.filter((item) => !decided.some((one) => one.item === item))
}

/** Refuses 'time-ends-before-it-begins' and 'times-days-in-order'. */
export function checkTimes({ fromTime, untilTime, fromOn, untilOn }: { fromTime: string, untilTime: string, fromOn?: Day | undefined, untilOn?: Day | undefined }): void {
  if (untilTime <= fromTime) throw refuse('time-ends-before-it-begins')
  if (fromOn && untilOn && untilOn < fromOn) throw refuse('times-days-in-order')
}
