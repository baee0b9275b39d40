import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { sum } from '../arithmetic/sum.ts'
import type { Caution } from '../cautions.ts'
import { normalReach } from '../distributions/normal.ts'
import { studentTReach, studentTTwoSided } from '../distributions/student-t.ts'
import { byCase } from '../mixed/by-case.ts'
import { climb } from '../mixed/climb.ts'
import { addAll } from '../mixed/random-intercept.ts'
import { denseTotals } from '../mixed/case-totals.ts'
import type { CaseData } from '../mixed/case-totals.ts'
import { rowsOf } from '../mixed/rows.ts'
import { found, notComputable, tooFew, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { EffectList } from './effect-list.ts'
import { weightedFit } from './random-effects.ts'

export type Robust = { se: number, df: number, t: number, p: number, lower: number, upper: number }
export type ThreeLevel = Result<{ se: number, between: number, within: number, q: number, logLik: number, clusters: number, robust: Robust | null }>

/**
 * What is the effect on average, when several effects come from the same case or site?
 * Assumes: effects of one cluster are alike by a shared amount; their sampling errors are independent.
 * Convention: REML for both variances (between clusters, within them), never below 0: at 0 a caution says so. Beside it the
 * cluster-robust standard error CR2 with Satterthwaite's degrees of freedom, which does not rest on that model being right. The
 * restricted log likelihood has the term log|X'X| / 2, as meta-analysis programs print it.
 * Reference: Konstantopoulos 2011; Van den Noortgate et al. 2013; Pustejovsky & Tipton 2018, JBES 36:672-683.
 */
export function threeLevel({ y, v, missing }: EffectList, cluster: readonly (string | number)[], confidence = 0.95): ThreeLevel {
  const method = 'pooled effect, three levels, REML'
  if (cluster.length !== y.length) throw wrongInput('cluster', `${cluster.length} clusters where there are ${y.length} effects`)
  const groups = byCase(cluster, y.map((own, i) => ({ y: own, v: v[i]! })))
  if (groups.length < 3) return tooFew({ method, n: groups.length, missing, needed: 3, of: 'clusters' })
  if (groups.length === y.length) return notComputable({ method, n: y.length, missing, reason: 'every cluster has one effect, so the two variances cannot be told apart' })

  const cases: CaseData[] = groups.map(({ rows }) => ({ y: rows.map((row) => row.y), x: rows.map(() => [1]) }))
  const covariance = (between: number, within: number, place: number) => {
    const own = groups[place]!.rows.map((row) => row.v)
    return Matrix.diag(own.map((value) => value + within)).add(Matrix.ones(own.length, own.length).mul(between))
  }
  const start = Math.max(1e-6, sum(y.map((own) => (own - sum(y) / y.length) ** 2)) / y.length / 2)
  const slopes = cases.map((one) => [Matrix.ones(one.y.length, one.y.length), Matrix.eye(one.y.length)].map(rowsOf))
  const summit = climb(([between, within]) => addAll(cases.map((one, place) => denseTotals(one, rowsOf(covariance(between!, within!, place)), slopes[place]!))), 'REML', [upwards, upwards], [start, start])
  if (!summit?.settled) return notComputable({ method, n: y.length, missing, reason: 'the two variances did not settle' })

  const [between, within] = summit.parameters as [number, number]
  const [value, se] = [summit.at.coefficients[0]!, Math.sqrt(summit.at.spread.get(0, 0))]
  const reach = se * normalReach(confidence)
  const cautions: Caution[] = [...(missing > 0 ? ['missing-values' as const] : []), ...(between === 0 || within === 0 ? ['singular-fit' as const] : [])]
  return found({
    value, n: y.length, missing, method, exact: false, se, between, within, cautions, clusters: groups.length,
    q: weightedFit({ y, v, x: y.map(() => [1]) }, 0).q, logLik: summit.at.logLik + 0.5 * Math.log(y.length),
    robust: robust(groups.map(({ rows }, place) => ({ y: rows.map((row) => row.y), v: covariance(between, within, place) })), value, confidence),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 'normal' },
  })
}

const upwards = { from: 0, to: Infinity }

type Cluster = { y: number[], v: Matrix }

// CR2: each cluster's residuals are stretched so that the variance would be right if the model were. For a common mean with the inverse
// covariance as weight, cluster j has the hat variance V_j - c 11', c = 1 / (1'V^-1 1).
function robust(clusters: readonly Cluster[], value: number, confidence: number): Robust | null {
  const inverses = clusters.map(({ v }) => new CholeskyDecomposition(v).solve(Matrix.eye(v.rows)))
  const shares = inverses.map((own) => own.sum())
  const c = 1 / sum(shares)
  const stretched = clusters.map(({ v }, j) => inverses[j]!.mmul(adjustment(v, c)))
  const lean = stretched.map((own) => own.sum('row').reduce((all, part) => all + part, 0))
  const scores = stretched.map((own, j) => Matrix.rowVector(own.sum('column')).mmul(Matrix.columnVector(clusters[j]!.y.map((one) => one - value))).get(0, 0))
  const se = c * Math.sqrt(sum(scores.map((score) => score ** 2)))
  if (!(se > 0)) return null

  // Satterthwaite: the variances and covariances of the cluster scores under the model.
  const variance = stretched.map((own, j) => {
    const row = Matrix.rowVector(own.sum('column'))
    return row.mmul(clusters[j]!.v).mmul(row.transpose()).get(0, 0)
  })
  const cross = (i: number, j: number) => (i === j ? variance[i]! : 0) - c * lean[i]! * lean[j]!
  const places = clusters.map((_, j) => j)
  const df = sum(places.map((j) => cross(j, j))) ** 2 / sum(places.flatMap((i) => places.map((j) => cross(i, j) ** 2)))
  const reach = se * studentTReach(confidence, df)
  return { se, df, t: value / se, p: studentTTwoSided(value / se, df), lower: value - reach, upper: value + reach }
}

// A = D' (D (V - c11') D')^-1/2 (times D) with D the upper root of V: Bell & McCaffrey's adjustment in the symmetric form of Pustejovsky & Tipton.
function adjustment(v: Matrix, c: number): Matrix {
  const root = new CholeskyDecomposition(v).lowerTriangularMatrix
  const hat = Matrix.sub(v, Matrix.ones(v.rows, v.rows).mul(c))
  const inner = root.transpose().mmul(hat).mmul(root)
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(inner, { assumeSymmetric: true })
  const largest = Math.max(...realEigenvalues)
  const half = eigenvectorMatrix.mmul(Matrix.diag(realEigenvalues.map((value) => (value > 1e-12 * largest ? 1 / Math.sqrt(value) : 0)))).mmul(eigenvectorMatrix.transpose())
  return root.mmul(half).mmul(root.transpose())
}
