/* Logarithms of the gamma function, of factorials and of the number of ways to choose: what would overflow as a number stays small as a logarithm. */
import gammaln from '@stdlib/math-base-special-gammaln'

export function logGamma(x: number): number {
  return gammaln(x)
}

export function logFactorial(n: number): number {
  return gammaln(n + 1)
}

export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return -Infinity
  if (k === 0 || k === n) return 0
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
}
