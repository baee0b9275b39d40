import { observed } from '../describe/observed.ts'
import { tooFew, wrongInput } from '../result.ts'
import type { TooFew } from '../result.ts'
import type { Caution } from '../cautions.ts'
import { hasBaselineTrend } from './trend/has-baseline-trend.ts'

export type Improvement = 'increase' | 'decrease'
export type Phases = { A: number[], B: number[], n: number, missing: number }
export type Values = readonly (number | null)[]

/** Which points of the two phases are there? Missing points are dropped and the rest close up, so that trend positions are 1 to m. */
export function phases(A: Values, B: Values): Phases {
  const before = observed(A, 'A'), after = observed(B, 'B')
  return { A: before.values, B: after.values, n: before.values.length + after.values.length, missing: before.missing + after.missing }
}

/** The same phases, negated where less is better: afterwards higher is always better. */
export function towards(improvement: Improvement, given: Phases): Phases {
  if (improvement === 'increase') return given
  if (improvement !== 'decrease') throw wrongInput('improvement', '"increase" or "decrease" belongs here')
  return { ...given, A: given.A.map((value) => -value), B: given.B.map((value) => -value) }
}

/** What to answer when a phase has fewer points than the method needs; null when there are enough. */
export function tooFewPoints(method: string, { A, B, missing }: Phases, needed: { A: number, B: number }): TooFew | null {
  if (A.length < needed.A) return tooFew({ method, n: A.length, missing, needed: needed.A, of: 'points in phase A' })
  if (B.length < needed.B) return tooFew({ method, n: B.length, missing, needed: needed.B, of: 'points in phase B' })
  return null
}

/** What every reading of two phases must be told: that a method which takes the baseline for level met one with a trend, too, unless it takes that off. */
export function phaseCautions({ A, B, missing }: Phases, trend: 'left-in' | 'taken-off' = 'left-in'): Caution[] {
  const cautions: Caution[] = []
  if (missing > 0) cautions.push('missing-values')
  if (A.length < 5 || B.length < 5) cautions.push('few-points')
  if (trend === 'left-in' && hasBaselineTrend(A)) cautions.push('trend-in-baseline')
  return cautions
}
