/* The binomial distribution: k successes of n when each has the same chance. */
import { betaBelow } from './beta.ts'
import { logChoose } from './log-gamma.ts'

export function binomialAt(k: number, n: number, chance: number): number {
  if (k < 0 || k > n) return 0
  if (chance === 0) return k === 0 ? 1 : 0
  if (chance === 1) return k === n ? 1 : 0
  return Math.exp(logChoose(n, k) + k * Math.log(chance) + (n - k) * Math.log1p(-chance))
}

export function binomialAtLeast(k: number, n: number, chance: number): number {
  if (k <= 0) return 1
  return k > n ? 0 : betaBelow(chance, k, n - k + 1)
}

export function binomialAtMost(k: number, n: number, chance: number): number {
  if (k < 0) return 0
  return k >= n ? 1 : betaBelow(1 - chance, n - k, k + 1)
}
