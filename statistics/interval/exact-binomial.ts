import { betaQuantile } from '../distributions/beta.ts'
import { found } from '../result.ts'
import type { Result } from '../result.ts'
import { share } from './share.ts'

/**
 * How large could the share be, with an interval that never covers less often than it says?
 * Assumes: people are independent. Convention: Clopper-Pearson; wide with few people, and honest about it.
 * Reference: Clopper & Pearson 1934, Biometrika 26:404-413.
 */
export function exactBinomial(some: unknown, all: unknown, confidence = 0.95): Result {
  const method = 'share, Clopper-Pearson'
  const counted = share(some, all, method)
  if ('kind' in counted) return counted
  const { events, n } = counted
  const tail = (1 - confidence) / 2
  return found({
    value: events / n, n, method,
    interval: {
      lower: events === 0 ? 0 : betaQuantile(tail, events, n - events + 1),
      upper: events === n ? 1 : betaQuantile(1 - tail, events + 1, n - events),
      confidence, method,
    },
  })
}
