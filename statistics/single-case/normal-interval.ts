import { confidenceLevel } from '../describe/observed.ts'
import { normalReach } from '../distributions/normal.ts'
import type { Interval } from '../result.ts'

/** From where to where, when the estimate scatters normally with this standard error? No error known, no interval. */
export function normalInterval(value: number, se: number | null, confidence: number): Interval | null {
  const reach = normalReach(confidenceLevel(confidence))
  return se === null ? null : { lower: value - reach * se, upper: value + reach * se, confidence, method: 'normal' }
}
