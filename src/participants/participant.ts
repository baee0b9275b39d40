import { addDays, addMonths, type Day, type Instant } from '../platform/day.ts'
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
export type DatedStatus = { status: string, from_on: Day, until_on: Day | null, as_told?: boolean, /** When its end was recorded, and when it was itself. */ ended_at?: Instant | null, recorded_at?: Instant }

/** A yes to taking part that the person themself gave: the day, and when it was recorded. */
export type Yes = { on: Day, at: Instant }

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

/** The statuses that hold on a day: from their first, and no longer on the day of their end. */
export function holdingOn<Status extends DatedStatus>(statuses: readonly Status[], on: Day): Status[] {
  return statuses.filter(({ from_on, until_on }) => from_on <= on && (until_on === null || until_on > on))
}

/** Its end has come. One that still holds can end earlier than was thought. */
export function isOver({ until_on: until }: Pick<DatedStatus, 'until_on'>, on: Day): boolean {
  return until !== null && until <= on
}

const guiltIsOpen = ['remand', 'charges', 'appeal']

/**
 * On remand, with charges or an appeal pending, nobody is made to speak of the offence; after an acquittal there is none. When a judgment has
 * become final, it stays so until the person has said yes anew: `saidYes` is their last yes to taking part. `offence_locked` is the same in the database.
 */
export function offenceIsLocked(statuses: readonly DatedStatus[], on: Day, saidYes: Yes | null = null): boolean {
  return isLockedToday(statuses, on) || isOverWithoutNewYes(statuses, on, saidYes)
}

function isLockedToday(statuses: readonly DatedStatus[], on: Day): boolean {
  return holdingOn(statuses, on).some(({ status }) => guiltIsOpen.includes(status) || status === 'acquitted')
}

/** Guilt was open and is so no longer, and the person has not said yes since. On the day of the end a yes counts that came after the end was recorded. */
export function isOverWithoutNewYes(statuses: readonly DatedStatus[], on: Day, saidYes: Yes | null): boolean {
  return statuses.some((one) => guiltIsOpen.includes(one.status) && one.until_on !== null && one.until_on <= on && !isAfterTheEnd(saidYes, one))
}

function isAfterTheEnd(yes: Yes | null, { until_on: end, ended_at, recorded_at }: DatedStatus): boolean {
  if (yes === null || end === null || yes.on < end) return false
  const known = ended_at ?? recorded_at
  return yes.on > end || (known !== undefined && yes.at > known)
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
  const over = statuses.flatMap(({ status, until_on }) => (guiltIsOpen.includes(status) && until_on !== null && until_on <= on ? [until_on] : [])).sort().at(-1)
  return over ?? null
}

export type OffenceLimit = 'open' | 'locked' | 'after-judgment' | 'not-known' | 'not-mine-to-know'

/** What holds for whoever writes: an unknown status is treated as open guilt, as is one that was only told, and one that this reader may not know. */
export function offenceLimit(statuses: readonly DatedStatus[] | 'not-mine-to-know', on: Day, saidYes: Yes | null = null): OffenceLimit {
  if (statuses === 'not-mine-to-know') return statuses
  if (isLockedToday(statuses, on)) return 'locked'
  if (isOverWithoutNewYes(statuses, on, saidYes)) return 'after-judgment'
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

/** What is kept apart now. */
export function keptApart(decided: readonly { item: string, decision: string }[]): Erasable[] {
  return erasable.filter((item) => decided.find((one) => one.item === item)?.decision === 'restrict')
}

/** After the answer: what is not erased yet can be held back, and what is kept apart can be opened again. */
export function mayDecideAnew(decided: readonly { item: string, decision: string, carried_out_at: unknown }[], { item, decision }: { item: Erasable, decision: ErasureDecision }): boolean {
  return (decision !== 'erase' && waitsForErasing(decided).includes(item)) || (decision === 'keep' && keptApart(decided).includes(item))
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
