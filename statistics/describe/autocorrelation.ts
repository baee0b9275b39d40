import { mean } from '../arithmetic/mean.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { observed } from './observed.ts'

/**
 * How alike are points that lie `lag` steps apart?
 *
 * Convention: the usual estimator with the whole series' mean and n below the line in both covariances (Box & Jenkins 1976); strongly biased towards 0 in short series.
 * Missing points are dropped and the rest close up.
 */
export function autocorrelation(series: readonly (number | null)[], lag: number): Result {
  const { values, missing } = observed(series, 'series')
  const method = `autocorrelation at lag ${lag}`
  const n = values.length
  if (n <= lag) return tooFew({ method, n, missing, needed: lag + 1, of: 'points' })
  if (values.every((value) => value === values[0])) return notComputable({ method, n, missing, reason: 'all values are equal' })

  const centre = mean(values)
  const rest = values.map((value) => value - centre)
  let together = 0, own = 0
  for (let i = 0; i < n; i++) {
    own += rest[i]! * rest[i]!
    if (i >= lag) together += rest[i]! * rest[i - lag]!
  }
  return found({ method, value: together / own, n, missing })
}
