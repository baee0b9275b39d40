import { inverse, Matrix, solve } from 'ml-matrix'
import { sum } from '../arithmetic/sum.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import type { ItemTable } from './item-table.ts'

/**
 * How much of the spread of a sum score is one thing that all items share, when some share more of it than others?
 * Assumes: one factor; answers about normal; several persons for each item (below about five the loadings are loose).
 * Convention: one-factor model by maximum likelihood on the covariances with divisor n; omega = (sum of loadings)^2 over itself
 * plus the uniquenesses. A negative uniqueness is reported with a caution, not hidden.
 * Reference: McDonald 1999, Test Theory; Joereskog 1967; fitted by Fisher scoring.
 */
export function omega({ persons: n, items, missing, covariances }: ItemTable): Result<{ loadings: number[], uniquenesses: number[] }> {
  const method = 'McDonald omega, one factor'
  if (items < 3) return tooFew({ method, n: items, missing, needed: 3, of: 'items' })
  if (n <= items) return tooFew({ method, n, missing, needed: items + 1, of: 'persons who answered every item' })
  const sample = new Matrix(covariances.map((row) => row.map((value) => (value * (n - 1)) / n)))
  if (isSingular(sample)) return notComputable({ method, n, missing, reason: 'an item has one answer only or follows exactly from the others' })
  const fit = oneFactor(sample)
  if (!fit) return notComputable({ method, n, missing, reason: 'the one-factor model did not settle on these answers' })

  const { loadings, uniquenesses } = fit
  const shared = sum(loadings) ** 2
  const cautions = [...(missing > 0 ? ['missing-values' as const] : []), ...(uniquenesses.some((own) => own < 0) ? ['improper-solution' as const] : [])]
  return found({ value: shared / (shared + sum(uniquenesses)), n, missing, method, exact: false, loadings, uniquenesses, cautions })
}

// The share of the items' spread that is left when each is told the ones before it.
function isSingular(sample: Matrix): boolean {
  const log = logDeterminantOf(sample)
  return log === null || log - sum(sample.diagonal().map(Math.log)) < Math.log(1e-12)
}

type Factor = { loadings: number[], uniquenesses: number[] }

function oneFactor(sample: Matrix): Factor | null {
  const items = sample.rows
  const variances = sample.diagonal()
  let at = [...firstLoadings(sample), ...variances.map((variance) => variance / 2)]
  let misfit = misfitOf(sample, at)
  for (let round = 0; round < 500 && Number.isFinite(misfit); round += 1) {
    const step = scoringStep(sample, at)
    if (!step) return null
    let [share, next] = [1, at]
    let nextMisfit = Infinity
    for (; share > 1e-6; share /= 2) {
      next = at.map((value, k) => value + share * step[k]!)
      nextMisfit = misfitOf(sample, next)
      if (nextMisfit <= misfit + 1e-13) break
    }
    const moved = Math.max(...at.map((value, k) => Math.abs(next[k]! - value) / Math.sqrt(variances[k % items]!)))
    if (nextMisfit <= misfit + 1e-13) [at, misfit] = [next, nextMisfit]
    if (moved < 1e-10 || share <= 1e-6) return turned(at, items)
  }
  return null
}

// The first principal axis; signs follow it, so that items keyed the other way start on their own side.
function firstLoadings(sample: Matrix): number[] {
  let axis = sample.diagonal().map(Math.sqrt)
  for (let round = 0; round < 50; round += 1) {
    const next = sample.mmul(Matrix.columnVector(axis)).getColumn(0)
    const size = Math.sqrt(sum(next.map((value) => value ** 2)))
    axis = next.map((value) => value / size)
  }
  const length = sample.mmul(Matrix.columnVector(axis)).getColumn(0).reduce((all, value, k) => all + value * axis[k]!, 0)
  return axis.map((value) => 0.8 * value * Math.sqrt(length))
}

function implied(at: readonly number[], items: number): Matrix {
  const loadings = Matrix.columnVector(at.slice(0, items))
  return loadings.mmul(loadings.transpose()).add(Matrix.diag(at.slice(items)))
}

// log|model| + trace(sample / model), what maximum likelihood makes small; infinite where the model is no covariance matrix.
function misfitOf(sample: Matrix, at: readonly number[]): number {
  const model = implied(at, sample.rows)
  const logDeterminant = logDeterminantOf(model)
  return logDeterminant === null ? Infinity : logDeterminant + solve(model, sample).trace()
}

function logDeterminantOf(matrix: Matrix): number | null {
  const left = matrix.clone()
  let log = 0
  for (let k = 0; k < left.rows; k += 1) {
    const pivot = left.get(k, k)
    if (!(pivot > 0)) return null
    log += Math.log(pivot)
    for (let i = k + 1; i < left.rows; i += 1) {
      const factor = left.get(i, k) / pivot
      for (let j = k; j < left.rows; j += 1) left.set(i, j, left.get(i, j) - factor * left.get(k, j))
    }
  }
  return log
}

// One step of Fisher scoring: information^-1 * gradient, with the derivatives of the model written out.
function scoringStep(sample: Matrix, at: readonly number[]): number[] | null {
  const items = sample.rows
  const weight = inverse(implied(at, items))
  const residual = weight.mmul(Matrix.sub(sample, implied(at, items))).mmul(weight)
  const loadings = Matrix.columnVector(at.slice(0, items))
  const weighted = weight.mmul(loadings)
  const reached = loadings.transpose().mmul(weighted).get(0, 0)
  const pull = residual.mmul(loadings)
  const gradient = at.map((_, k) => (k < items ? 2 * pull.get(k, 0) : residual.get(k - items, k - items)))
  const information = Matrix.zeros(2 * items, 2 * items)
  for (let i = 0; i < items; i += 1) {
    for (let j = 0; j < items; j += 1) {
      const [w, vi, vj] = [weight.get(i, j), weighted.get(i, 0), weighted.get(j, 0)]
      information.set(i, j, 2 * (w * reached + vi * vj))
      information.set(i, items + j, 2 * w * vj)
      information.set(items + j, i, 2 * w * vj)
      information.set(items + i, items + j, w ** 2)
    }
  }
  const step = solve(information, Matrix.columnVector(gradient)).getColumn(0)
  return step.every(Number.isFinite) ? step : null
}

// A factor and its mirror image fit alike: the first loading points up.
function turned(at: readonly number[], items: number): Factor {
  const sign = Math.sign(at[0]!) || 1
  return { loadings: at.slice(0, items).map((value) => sign * value), uniquenesses: at.slice(items) }
}
