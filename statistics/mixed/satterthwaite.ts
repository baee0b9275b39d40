import { Matrix } from 'ml-matrix'
import { studentTTwoSided } from '../distributions/student-t.ts'
import { inverseInformation } from './inverse-information.ts'
import type { RandomIntercept } from './random-intercept.ts'

/**
 * How many degrees of freedom has a coefficient of a mixed model, when the variances behind its standard error are estimates?
 * Assumes: a REML fit. Convention: Satterthwaite's, with the observed information on the variances; where the variance between
 * cases is 0 it does not count as estimated.
 * Null where the sessions do not tell the variances apart.
 * Reference: Satterthwaite 1946; Giesbrecht & Burns 1985; Kuznetsova, Brockhoff & Christensen 2017.
 */
export function satterthwaite(model: RandomIntercept, coefficient: number): { df: number, t: number, p: number } | null {
  const { spread, observed, p } = model.fit
  const free = model.singular ? [1] : [0, 1]
  const information = new Matrix(free.map((i) => free.map((j) => observed.get(i, j))))
  const own = spread.getRowVector(coefficient)
  // The variance of the coefficient moves with parameter i by the coefficient's entry of -spread P spread.
  const moves = Matrix.columnVector(free.map((i) => -own.mmul(p[i]!).mmul(own.transpose()).get(0, 0)))
  const variance = spread.get(coefficient, coefficient)
  const uncertainty = inverseInformation(information)
  if (!uncertainty) return null
  const df = (2 * variance ** 2) / moves.transpose().mmul(uncertainty).mmul(moves).get(0, 0)
  if (!(df > 0 && Number.isFinite(df))) return null
  const t = model.coefficients[coefficient]! / Math.sqrt(variance)
  return { df, t, p: studentTTwoSided(t, df) }
}
