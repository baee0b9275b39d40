import { mean } from '../arithmetic/mean.ts'
import type { CaseData } from './case-totals.ts'

/**
 * Outcomes taken from their common mean, so that sums of squares keep their digits when outcomes are large and vary little.
 * Convention: only where the first column of the design is one throughout; `shift` then belongs to its coefficient.
 */
export function centred<Case extends CaseData>(cases: readonly Case[]): { cases: Case[], shift: number } {
  const hasLevel = cases.every(({ x }) => x.every((row) => row[0] === 1))
  const shift = hasLevel ? mean(cases.flatMap(({ y }) => y)) : 0
  return { cases: cases.map((one) => ({ ...one, y: one.y.map((value) => value - shift) })), shift }
}

/** The coefficients as they are for the outcomes before. */
export function shifted(coefficients: readonly number[], shift: number): number[] {
  return coefficients.map((value, k) => (k === 0 ? value + shift : value))
}
