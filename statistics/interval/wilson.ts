import { normalReach } from '../distributions/normal.ts'
import { found } from '../result.ts'
import type { Result } from '../result.ts'
import { share } from './share.ts'

/**
 * How large could the share be, with an interval that covers about as often as it says, even at 0 of n?
 * Assumes: people are independent. Convention: score interval without continuity correction; `centre` is its middle, which is
 * also where Agresti and Coull put theirs.
 * Reference: Wilson 1927, JASA 22:209-212; Brown, Cai & DasGupta 2001.
 */
export function wilson(some: unknown, all: unknown, confidence = 0.95): Result<{ centre: number }> {
  const method = 'share, Wilson score'
  const counted = share(some, all, method)
  if ('kind' in counted) return counted
  const { events, n } = counted
  const square = normalReach(confidence) ** 2
  const centre = (events + square / 2) / (n + square)
  const reach = Math.sqrt(square * ((events * (n - events)) / n + square / 4)) / (n + square)
  // At the ends the formula meets 0 and 1 exactly; rounding should not show.
  const lower = events === 0 ? 0 : centre - reach
  const upper = events === n ? 1 : centre + reach
  return found({ value: events / n, n, method, exact: false, centre, interval: { lower, upper, confidence, method } })
}
