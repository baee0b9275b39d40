import { normalAbove, normalBelow } from '../distributions/normal.ts'

export type Summary = {
  distMean: number | null
  distSd: number | null
  distMin: number
  distMax: number
  /** how many standard deviations of the distribution the observed one lies above its mean; null when there is no spread */
  z: number | null
  pNormalApprox: number | null
}

/**
 * What does a distribution of arrangements look like from afar, and where in it is the observed one?
 * Convention: standard deviation with n - 1; an infinite statistic leaves mean and spread without a value.
 */
export function summary(distribution: Float64Array, observed: number, direction: 'greater' | 'less'): Summary {
  let sum = 0, distMin = Infinity, distMax = -Infinity
  for (const statistic of distribution) {
    sum += statistic
    if (statistic < distMin) distMin = statistic
    if (statistic > distMax) distMax = statistic
  }
  const mean = sum / distribution.length
  if (!Number.isFinite(mean)) return { distMean: null, distSd: null, distMin, distMax, z: null, pNormalApprox: null }

  const distSd = distMin === distMax ? 0 : spread(distribution, mean)
  const z = distSd === null || distSd === 0 ? null : (observed - mean) / distSd
  return { distMean: mean, distSd, distMin, distMax, z, pNormalApprox: z === null ? null : direction === 'greater' ? normalAbove(z) : normalBelow(z) }
}

function spread(distribution: Float64Array, mean: number): number | null {
  if (distribution.length < 2) return null
  let squares = 0
  for (const statistic of distribution) squares += (statistic - mean) ** 2
  return Math.sqrt(squares / (distribution.length - 1))
}
