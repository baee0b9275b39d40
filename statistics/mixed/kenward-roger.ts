import { Matrix } from 'ml-matrix'
import { studentTTwoSided } from '../distributions/student-t.ts'
import { inverseInformation } from './inverse-information.ts'
import type { RandomIntercept } from './random-intercept.ts'

/**
 * How sure is a coefficient of a mixed model with few cases? The standard error made larger for the guess at the variances, with
 * degrees of freedom to match.
 * Assumes: a REML fit whose covariance is a straight line in the variances. Convention: expected information; for one coefficient. Null
 * where the sessions do not tell the variances apart.
 * Reference: Kenward & Roger 1997, Biometrics 53:983-997; Halekoh & Hojsgaard 2014, JSS 59(9).
 */
export function kenwardRoger(model: RandomIntercept, coefficient: number): { se: number, df: number, t: number, p: number } | null {
  const { spread, expected, p, q } = model.fit
  const w = inverseInformation(expected)
  if (!w) return null
  const places = p.map((_, i) => i)
  const excess = Matrix.zeros(spread.rows, spread.columns)
  for (const i of places) for (const j of places) excess.add(Matrix.sub(q[i]![j]!, p[i]!.mmul(spread).mmul(p[j]!)).mul(w.get(i, j)))
  const adjusted = Matrix.add(spread, spread.mmul(excess).mmul(spread).mul(2))

  const own = spread.getRowVector(coefficient)
  const variance = spread.get(coefficient, coefficient)
  const moves = p.map((matrix) => own.mmul(matrix).mmul(own.transpose()).get(0, 0) / variance)
  const a = places.reduce((all, i) => all + places.reduce((row, j) => row + w.get(i, j) * moves[i]! * moves[j]!, 0), 0)
  if (!(a > 0 && adjusted.get(coefficient, coefficient) > 0)) return null
  const se = Math.sqrt(adjusted.get(coefficient, coefficient))
  const t = model.coefficients[coefficient]! / se
  // For a single coefficient Kenward and Roger's scaled F comes down to 2/A degrees of freedom and a scale of 1.
  return { se, df: 2 / a, t, p: studentTTwoSided(t, 2 / a) }
}
