import { logGamma } from '../distributions/log-gamma.ts'

/**
 * By which factor is a standardised difference too large on average, in a small sample?
 * Convention: Hedges' exact J by the gamma function; below two degrees of freedom there is none.
 * Reference: Hedges 1981, Journal of Educational Statistics 6:107-128.
 */
export function smallSampleCorrection(df: number): number {
  if (!(df > 1)) throw new RangeError('the small-sample correction needs more than one degree of freedom')
  return Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2) - 0.5 * Math.log(df / 2))
}

/** Hedges' well-known approximation, 1 - 3 / (4 df - 1). */
export function smallSampleCorrectionApproximate(df: number): number {
  return 1 - 3 / (4 * df - 1)
}
