/*
 * Student's t distribution; the degrees of freedom may be fractions (Welch, Satterthwaite).
 * The incomplete beta function is asked for whichever tail is small, so that a p of 1e-98 keeps its digits.
 */
import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'

export function studentTBelow(t: number, df: number): number {
  const tail = 0.5 * studentTTwoSided(t, df)
  return t < 0 ? tail : 1 - tail
}

export function studentTAbove(t: number, df: number): number {
  return studentTBelow(-t, df)
}

export function studentTTwoSided(t: number, df: number): number {
  const square = t * t
  if (square === Infinity) return 0
  return square < df
    ? betainc(square / (df + square), 0.5, df / 2, true, true)
    : betainc(df / (df + square), df / 2, 0.5, true, false)
}

export function studentTQuantile(p: number, df: number): number {
  if (p === 0.5) return 0
  const tail = 2 * Math.min(p, 1 - p)
  const share = betaincinv(tail, df / 2, 0.5, false)
  const t = Math.sqrt(df * (1 - share) / share)
  return p < 0.5 ? -t : t
}

/** How many standard errors to each side at this confidence. */
export function studentTReach(confidence: number, df: number): number {
  return studentTQuantile(1 - (1 - confidence) / 2, df)
}
