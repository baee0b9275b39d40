import { answerCountsFrom, offenceLimit, type AdviceState, type DatedStatus, type OffenceLimit, type Yes } from '../../participants/index.ts'
import type { Day, Instant } from '../../platform/day.ts'

/** Whether the person had legal advice, as the case manager recorded it. What it said is never asked. */
export type Advice = AdviceState

type Agreed = { agreed: boolean, on: Day, at: Instant, /** What was known of legal advice when they answered; nothing where nobody had recorded any. */ advice: string | null }

export type OffenceFacts = {
  statuses: readonly DatedStatus[] | 'not-mine-to-know'
  /** The person's latest answer to working on the offence. */
  agreement: Agreed | undefined
  /** When the latest that is known of legal advice was recorded. */
  advisedAt: Instant | undefined
  /** The person's last yes to taking part that they themselves gave. */
  saidYes: Yes | null
}

/** How work about the offence stands: open, or why it is not. */
export type OffenceStanding = OffenceLimit

/**
 * Nobody is led to testify against themselves. What the law's state locks opens with the person's own answer alone, given since that state began and
 * knowing the advice that is recorded now. An answer that was given while nobody spoke of an open guilt knew of no advice, and opens nothing when guilt turns out to be open.
 * The database asks the same in offence_is_open (plans.policy.sql).
 */
export function offenceStanding({ statuses, agreement, advisedAt, saidYes }: OffenceFacts, today: Day): OffenceStanding {
  const limit = offenceLimit(statuses, today, saidYes)
  if (statuses === 'not-mine-to-know' || !['locked', 'after-judgment'].includes(limit)) return limit
  if (!agreement?.agreed || advisedAt !== undefined && agreement.at < advisedAt) return limit
  return (limit === 'locked' ? opensWhileGuiltIsOpen(statuses, agreement, today) : isNewYes(statuses, agreement, today)) ? 'open' : limit
}

function opensWhileGuiltIsOpen(statuses: readonly DatedStatus[], { on, advice }: Agreed, today: Day): boolean {
  const from = answerCountsFrom(statuses, today)
  return from !== null && on >= from && advice !== null
}

/** After the judgment the answer counts as a yes to taking part does: on the day of the end only if it came after the end was recorded. */
function isNewYes(statuses: readonly DatedStatus[], { on, at }: Agreed, today: Day): boolean {
  return offenceLimit(statuses, today, { on, at }) === 'open'
}
