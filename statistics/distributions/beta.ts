/* The beta distribution: the ground of exact intervals for a share. */
import betainc from '@stdlib/math-base-special-betainc'
import betaincinv from '@stdlib/math-base-special-betaincinv'

export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  return x >= 1 ? 1 : betainc(x, a, b, true, false)
}

export function betaQuantile(p: number, a: number, b: number): number {
  return betaincinv(p, a, b, false)
}
