import { answerCountsFrom, offenceLimit, type AdviceState, type DatedStatus, type OffenceLimit, type Yes } from '../../participants/index.ts'
import type { Day, Instant } from '../../platform/day.ts'

/** Whether the person had legal advice, as the case manager recorded it. What it said is never asked. */
export type Advice = AdviceState

export type OffenceFacts = {
  statuses: readonly DatedStatus[] | 'not-mine-to-know'
  /** The person's latest answer to working on the offence. */
  agreement: { agreed: boolean, on: Day, at: Instant } | undefined
  /** When the latest that is known of legal advice was recorded. */
  advisedAt: Instant | undefined
  /** The person's last yes to taking part that they themselves gave. */
  saidYes: Yes | null
}

/** How work about the offence stands: open, or why it is not. */
export type OffenceStanding = OffenceLimit

/**
 * Nobody is led to testify against themselves. What the law's state locks opens with the person's own answer alone, given since that state began and
 * knowing the advice that is recorded now. The database asks the same in offence_is_open (plans.policy.sql).
 */
export function offenceStanding({ statuses, agreement, advisedAt, saidYes }: OffenceFacts, today: Day): OffenceStanding {
  const limit = offenceLimit(statuses, today, saidYes)
  if (statuses === 'not-mine-to-know' || !['locked', 'after-judgment'].includes(limit)) return limit
  const from = answerCountsFrom(statuses, today)
  const opens = agreement?.agreed && from !== null && agreement.on >= from && (advisedAt === undefined || agreement.at >= advisedAt)
  return opens ? 'open' : limit
}
