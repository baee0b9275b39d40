/* The chi-squared distribution, both tails and quantile, by the incomplete gamma function. */
import gammainc from '@stdlib/math-base-special-gammainc'
import gammaincinv from '@stdlib/math-base-special-gammaincinv'

export function chiSquaredBelow(x: number, df: number): number {
  return x <= 0 ? 0 : gammainc(x / 2, df / 2, true, false)
}

export function chiSquaredAbove(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true)
}

export function chiSquaredQuantile(p: number, df: number): number {
  return 2 * gammaincinv(p, df / 2, false)
}
