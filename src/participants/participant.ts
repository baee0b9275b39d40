import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

export type ParticipantState = 'waiting' | 'active' | 'paused' | 'ended'

export const purposes = ['programme', 'data', 'family', 'research'] as const
/** What is agreed to. Taking part and keeping data are two things: withdrawing one leaves the other. */
export type Purpose = (typeof purposes)[number]

export const answers = ['yes', 'no', 'not-now', 'not-asked'] as const
export type Answer = (typeof answers)[number]

export const ways = ['spoken', 'easy-read', 'written'] as const

export const legalStatuses = ['remand', 'appeal', 'sentenced', 'parole', 'probation', 'order', 'released', 'acquitted'] as const
export type LegalStatus = (typeof legalStatuses)[number]

export type DatedStatus = { status: string, from_on: Day, until_on: Day | null }

/** The words that are told when somebody is asked, by their version. What was said before stays known by its own. */
export const noticeVersion = '1'

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

/** On remand, or while an appeal is pending, nobody is made to speak of the offence. */
export function offenceIsLocked(statuses: readonly DatedStatus[], on: Day): boolean {
  return holdingOn(statuses, on).some(({ status }) => status === 'remand' || status === 'appeal')
}

export type OffenceLimit = 'open' | 'locked' | 'not-known' | 'not-mine-to-know'

/** What holds for whoever writes: an unknown status is treated as open guilt, and so is one that this reader may not know. */
export function offenceLimit(statuses: readonly DatedStatus[] | 'not-mine-to-know', on: Day): OffenceLimit {
  if (statuses === 'not-mine-to-know') return statuses
  if (holdingOn(statuses, on).length === 0) return 'not-known'
  return offenceIsLocked(statuses, on) ? 'locked' : 'open'
}

/** Refuses 'status-ends-before-it-begins'. */
export function checkDates({ fromOn, untilOn }: { fromOn: Day, untilOn?: Day | undefined }): void {
  if (untilOn && untilOn < fromOn) throw refuse('status-ends-before-it-begins')
}

export function checkNotAhead(on: Day, today: Day): void {
  if (on > today) throw refuse('answer-day-ahead')
}
