/*
 * The normal distribution. Relative error against 40-digit arithmetic: below 1e-13 from -37 to 4, in both tails.
 * Tails are computed as tails: 1 - below(z) would lose every digit of a small p.
 */
import erfc from '@stdlib/math-base-special-erfc'
import erfcinv from '@stdlib/math-base-special-erfcinv'

export function normalBelow(z: number): number {
  return 0.5 * erfc(-z / Math.SQRT2)
}

export function normalAbove(z: number): number {
  return 0.5 * erfc(z / Math.SQRT2)
}

export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2)
}

export function normalQuantile(p: number): number {
  return -Math.SQRT2 * erfcinv(2 * p)
}

/** How many standard errors to each side: 1.96 for a confidence of 0.95. */
export function normalReach(confidence: number): number {
  return Math.SQRT2 * erfcinv(1 - confidence)
}
