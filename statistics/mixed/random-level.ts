import { Matrix } from 'ml-matrix'
import type { Caution } from '../cautions.ts'
import { notComputable, tooFew } from '../result.ts'
import type { NotComputable, TooFew } from '../result.ts'
import { crossProducts, lowRankTotals } from './case-totals.ts'
import type { CaseData, CrossProducts } from './case-totals.ts'
import { centred, shifted } from './centred.ts'
import { climb } from './climb.ts'
import type { Landscape, Summit } from './climb.ts'
import type { Criterion } from './likelihood.ts'
import { addAll, roughVariance } from './random-intercept.ts'

export type RandomLevel = {
  kind: 'found', method: string, exact: false, n: number, missing: number, cautions: Caution[], cases: number
  coefficients: number[]
  se: number[]
  /** Variances of the case's own standing and of its own change of level, and their covariance. */
  intercept: number
  level: number
  covariance: number
  within: number
  logLik: number
  /** The two amounts of a case follow from each other, or do not vary at all: the data do not bear this model. */
  singular: boolean
}

/**
 * How do cases differ, when each has its own standing and its own change of level (the column `column` of the design)?
 * Assumes: both amounts follow the normal curve together; errors are independent. Asks much of a few cases: read `singular`.
 * Convention: the covariance matrix of the two amounts may lose a dimension; then the best matrix of one dimension (or of none) is
 * reported as singular.
 * Reference: Laird & Ware 1982; Moeyaert et al. 2014; on singular fits Bates et al. 2015, arXiv 1506.04967.
 */
export function randomLevel(cases: readonly CaseData[], column: number, criterion: Criterion, missing = 0): RandomLevel | TooFew | NotComputable {
  const method = `random intercept and level, ${criterion}`
  const n = cases.reduce((all, one) => all + one.y.length, 0)
  const columns = cases[0]?.x[0]?.length ?? 0
  if (cases.length < 3) return tooFew({ method, missing, n: cases.length, needed: 3, of: 'cases' })
  if (n < columns + 4) return tooFew({ method, missing, n, needed: columns + 4, of: 'sessions' })
  const rough = roughVariance(cases)
  if (!(rough > 0)) return notComputable({ method, missing, n, reason: 'all outcomes are equal' })

  const centre = centred(cases)
  const given = { criterion, rough, products: centre.cases.map((one) => crossProducts(one, one.x.map((row) => [1, row[column]!]))) }
  const full = fullMatrix(given)
  // A summit well inside the positive matrices is the answer; otherwise the edges are climbed too.
  const best = full.some((one) => one.inside) ? full[0] : highest([...[noDimension, oneDimension].flatMap((way) => way(given)), ...full])
  if (!best) return notComputable({ method, missing, n, reason: 'the variances did not settle, or the design has a column that follows from the others' })
  const cautions: Caution[] = [...(missing > 0 ? ['missing-values' as const] : []), ...(best.singular ? ['singular-fit' as const] : [])]
  const { inside: _, ...found } = best
  return { kind: 'found', method, exact: false, n, missing, cautions, cases: cases.length, ...found, coefficients: shifted(best.coefficients, centre.shift) }
}

// Among fits alike to rounding, the one with fewer dimensions (it comes first) tells what the data bear.
function highest(candidates: readonly Candidate[]): Candidate | undefined {
  const top = Math.max(...candidates.map((one) => one.logLik))
  return candidates.find((one) => one.logLik > top - 1e-9 * Math.max(1, Math.abs(top)))
}

type Candidate = Omit<RandomLevel, 'kind' | 'method' | 'exact' | 'n' | 'missing' | 'cautions' | 'cases'> & { inside?: boolean }
type Way = (given: Given) => Candidate[]
type Given = { products: CrossProducts[], criterion: Criterion, rough: number }

const anywhere = { from: -Infinity, to: Infinity }
const upwards = ({ rough }: Given) => ({ from: 1e-12 * rough, to: Infinity })

// Three free numbers; a step that would leave the positive matrices is halved until it stays inside.
const fullMatrix: Way = (given) => {
  const slopes = [[[1, 0], [0, 0]], [[0, 1], [1, 0]], [[0, 0], [0, 1]]].map((rows) => new Matrix(rows))
  const landscape = landscapeOf(given, ([intercept, covariance, level]) => {
    const positive = intercept! > 0 && intercept! * level! - covariance! ** 2 > 1e-9 * intercept! * level!
    return positive ? { amounts: new Matrix([[intercept!, covariance!], [covariance!, level!]]), slopes } : null
  })
  const { rough, criterion } = given
  const summit = climb(landscape, criterion, [anywhere, anywhere, anywhere, upwards(given)], [rough / 2, 0, rough / 10, rough / 2])
  if (!summit) return []
  const [intercept, covariance, level, within] = summit.parameters as [number, number, number, number]
  const apart = 1 - covariance ** 2 / (intercept * level)
  return [{ ...common(summit), intercept, covariance, level, within, singular: apart < 1e-8, inside: summit.settled && apart > 1e-3 }]
}

// The two amounts of a case are a and b times one amount.
const oneDimension: Way = (given) => {
  const landscape = landscapeOf(given, ([a, b]) => ({
    amounts: new Matrix([[a! ** 2, a! * b!], [a! * b!, b! ** 2]]),
    slopes: [new Matrix([[2 * a!, b!], [b!, 0]]), new Matrix([[0, a!], [a!, 2 * b!]])],
  }))
  const root = Math.sqrt(given.rough / 2)
  return [[root, root / 3], [root, -root / 3], [root / 3, root]].flatMap((start) => {
    const summit = climb(landscape, given.criterion, [anywhere, anywhere, upwards(given)], [...start, given.rough / 2])
    if (!summit) return []
    const [a, b, within] = summit.parameters as [number, number, number]
    return [{ ...common(summit), intercept: a ** 2, covariance: a * b, level: b ** 2, within, singular: true }]
  })
}

const noDimension: Way = (given) => {
  const landscape = landscapeOf(given, () => ({ amounts: Matrix.zeros(2, 2), slopes: [] }))
  const summit = climb(landscape, given.criterion, [upwards(given)], [given.rough])
  return summit ? [{ ...common(summit), intercept: 0, covariance: 0, level: 0, within: summit.parameters[0]!, singular: true }] : []
}

const common = ({ at }: Summit) => ({ coefficients: at.coefficients, se: at.spread.diagonal().map(Math.sqrt), logLik: at.logLik })

// The last parameter is the variance within cases, the others make the matrix of the two amounts.
function landscapeOf({ products }: Given, matrixOf: (parameters: readonly number[]) => { amounts: Matrix, slopes: Matrix[] } | null): Landscape {
  return (parameters, slopes) => {
    const made = matrixOf(parameters)
    return made && addAll(products.map((own) => lowRankTotals(own, made.amounts, slopes ? made.slopes : null, parameters.at(-1)!)))
  }
}
