import { betaQuantile } from '../distributions/beta.ts'
import { found } from '../result.ts'
import type { Result } from '../result.ts'
import { share } from './share.ts'

/**
 * How large is the share likely to be, starting from no opinion?
 * Assumes: people are independent; before the data, Jeffreys' prior (a beta with both halves).
 * Convention: equal tails; the lower bound is 0 when nobody, the upper bound 1 when everybody.
 * Reference: Brown, Cai & DasGupta 2001, Statistical Science 16:101-133.
 */
export function jeffreys(some: unknown, all: unknown, confidence = 0.95): Result {
  const method = 'share, Jeffreys'
  const counted = share(some, all, method)
  if ('kind' in counted) return counted
  const { events, n } = counted
  const tail = (1 - confidence) / 2
  return found({
    value: events / n, n, method,
    interval: {
      lower: events === 0 ? 0 : betaQuantile(tail, events + 0.5, n - events + 0.5),
      upper: events === n ? 1 : betaQuantile(1 - tail, events + 0.5, n - events + 0.5),
      confidence, method,
    },
  })
}
