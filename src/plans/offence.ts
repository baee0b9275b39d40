import type { Day } from '../platform/day.ts'

export const advices = ['taken', 'declined', 'pending'] as const

/** Whether the person had legal advice. What it said is never asked. */
export type Advice = (typeof advices)[number]

export type OffenceFacts = {
  statuses: readonly { status: string, from_on: Day, until_on: Day | null }[] | 'not-mine-to-know'
  /** The person's latest answer to working on the offence. */
  agreement: { agreed: boolean, on: Day } | undefined
  /** The day of the person's latest answer about the programme, where it is a yes. */
  saidYesOn: Day | undefined
}

/** How work about the offence stands: open, or why it is not. */
export type OffenceStanding = 'open' | 'locked' | 'after-judgment' | 'not-known' | 'not-mine-to-know'

/**
 * Nobody is led to testify against themselves. Unknown is treated as open guilt. While guilt is open, only the person's own agreement since that
 * status began opens anything; after a judgment, a new agreement or a new yes does. The database asks the same in offence_is_open (plans.policy.sql).
 */
export function offenceStanding({ statuses, agreement, saidYesOn }: OffenceFacts, today: Day): OffenceStanding {
  if (statuses === 'not-mine-to-know') return statuses
  const begun = statuses.filter(({ from_on }) => from_on <= today)
  const holding = begun.filter(({ until_on }) => until_on === null || until_on >= today)
  const since = holding.map(({ from_on }) => from_on).sort().at(-1)
  if (since === undefined) return 'not-known'
  if (!begun.some(isLocking) || (agreement?.agreed && agreement.on >= since)) return 'open'
  if (holding.some(isLocking)) return 'locked'
  return saidYesOn !== undefined && saidYesOn >= since ? 'open' : 'after-judgment'
}

/** An acquittal leaves no offence to work on. */
function isLocking({ status }: { status: string }): boolean {
  return ['remand', 'appeal', 'acquitted'].includes(status)
}
