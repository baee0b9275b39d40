import { Matrix } from 'ml-matrix'
import { smallSampleCorrectionApproximate } from '../compare/small-sample-correction.ts'
import { studentTReach } from '../distributions/student-t.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { crossProducts, denseTotals, lowRankTotals } from './case-totals.ts'
import type { CaseData } from './case-totals.ts'
import { centred, shifted } from './centred.ts'
import { climb } from './climb.ts'
import type { Landscape, Range } from './climb.ts'
import { inverseInformation } from './inverse-information.ts'
import { addAll, roughVariance } from './random-intercept.ts'
import { product } from './rows.ts'
import type { Rows } from './rows.ts'

/** Sessions of a case with their times; `effect` says what of the coefficients is the effect asked for. */
export type BetweenCaseQuestion = { cases: readonly (CaseData & { time: number[] })[], effect: readonly number[], errors: 'independent' | 'autocorrelated', confidence?: number, missing?: number }
export type BetweenCaseSmd = Result<{
  se: number, df: number
  between: number, within: number, autocorrelation: number | null
  /** The share of the variance that lies between cases. */
  intraclass: number
  coefficients: number[], coefficientSe: number[], logLik: number
}>

/**
 * How large is the effect in several single cases, on the scale on which a group study would measure it (standard deviations
 * between persons)?
 * Assumes: cases are a sample; each stands higher or lower by an amount of its own; outcomes about normal; the effect is the same
 * for all. The design must have been planned for it (three cases or more).
 * Convention: REML; errors independent, or autocorrelated by the distance in time; standardised by the spread between and within
 * cases together; small-sample factor 1 - 3/(4 df - 1) with Satterthwaite's df from the expected information; interval by t.
 * Reference: Pustejovsky, Hedges & Shadish 2014, Journal of Educational and Behavioral Statistics 39:368-393.
 */
export function betweenCaseSmd({ cases, effect, errors, confidence = 0.95, missing = 0 }: BetweenCaseQuestion): BetweenCaseSmd {
  const method = `between-case standardised mean difference, REML, ${errors} errors`
  const n = cases.reduce((all, one) => all + one.y.length, 0)
  if (cases.length < 3) return tooFew({ method, missing, n: cases.length, needed: 3, of: 'cases' })
  const rough = roughVariance(cases)
  if (!(rough > 0)) return notComputable({ method, missing, n, reason: 'all outcomes are equal' })

  const independent = errors === 'independent'
  const centre = centred(cases)
  const ranges: Range[] = [{ from: 0, to: Infinity }, { from: 1e-12 * rough, to: Infinity }, ...(independent ? [] : [{ from: lowestMemory(cases), to: 0.999 }])]
  // Without memory first: it costs little and lies near.
  const start = climb(withoutMemory(centre.cases), 'REML', ranges.slice(0, 2), [rough / 2, rough / 2])
  const summit = independent || !start ? start : climb(withMemory(centre.cases), 'REML', ranges, [Math.max(start.parameters[0]!, rough / 100), start.parameters[1]!, 0.1])
  if (!summit) return notComputable({ method, missing, n, reason: 'the design has a column that follows from the others: a phase is missing, or too few sessions' })
  if (!summit.settled) return notComputable({ method, missing, n, reason: 'the variances did not settle on these sessions' })

  const [between, within, autocorrelation = null] = summit.parameters as [number, number, number?]
  const { spread, expected, logLik } = summit.at
  const coefficients = shifted(summit.at.coefficients, centre.shift)
  const total = between + within
  const uncertainty = inverseInformation(expected)
  if (!uncertainty) return notComputable({ method, missing, n, reason: 'the sessions do not tell the variances apart' })
  const df = (2 * total ** 2) / (uncertainty.get(0, 0) + 2 * uncertainty.get(0, 1) + uncertainty.get(1, 1))
  if (!(df > 2)) return notComputable({ method, missing, n, reason: `${df.toFixed(1)} degrees of freedom do not bear a standard error` })

  const along = Matrix.rowVector([...effect])
  const raw = coefficients.reduce((all, value, k) => all + value * effect[k]!, 0) / Math.sqrt(total)
  const j = smallSampleCorrectionApproximate(df)
  const value = j * raw
  const kappa = along.mmul(spread).mmul(along.transpose()).get(0, 0) / total
  const se = j * Math.sqrt((df * kappa) / (df - 2) + value ** 2 * (df / (df - 2) - 1 / j ** 2))
  const reach = se * studentTReach(confidence, df)
  return found({
    value, n, missing, method, exact: false, se, df, between, within, autocorrelation, intraclass: between / total, logLik,
    coefficients, coefficientSe: spread.diagonal().map(Math.sqrt),
    interval: { lower: value - reach, upper: value + reach, confidence, method: 't' },
    cautions: [...(missing > 0 ? ['missing-values' as const] : []), ...(between === 0 ? ['singular-fit' as const] : [])],
  })
}

function withoutMemory(cases: readonly CaseData[]): Landscape {
  const products = cases.map((one) => crossProducts(one, one.y.map(() => [1])))
  const slope = [new Matrix([[1]])]
  return ([between, within], slopes) => addAll(products.map((own) => lowRankTotals(own, new Matrix([[between!]]), slopes ? slope : null, within!)))
}

function withMemory(cases: BetweenCaseQuestion['cases']): Landscape {
  const grids = cases.map(({ time }) => distanceGrid(time))
  const shared = cases.map(({ y }) => y.map(() => new Float64Array(y.length).fill(1)))
  return ([between, within, memory], slopes) => addAll(cases.map((one, place) => {
    const grid = grids[place]!
    const correlation = onGrid(grid, (d) => memory! ** d)
    const v = onGrid(grid, (d) => between! + within! * memory! ** d)
    if (!slopes) return denseTotals(one, v, [])
    const bend = onGrid(grid, (d) => (d === 0 ? 0 : within! * d * memory! ** (d - 1)))
    return denseTotals(one, v, [shared[place]!, correlation, bend], (inverted) => {
      const sums = inverted.map((row) => row.reduce((all, value) => all + value, 0))
      const ones = sums.map((own) => new Float64Array(sums.length).fill(own))
      // V is made of both, so V^-1 times the correlation follows from V^-1 times the shared part.
      const kept = sums.map((own) => new Float64Array(sums.length).fill((-between! * own) / within!))
      kept.forEach((row, i) => { row[i] = row[i]! + 1 / within! })
      return [ones, kept, product(inverted, bend)]
    })
  }))
}

// The distances between sessions: each that occurs once, and which of them stands where.
type Grid = { distinct: number[], places: number[][] }

function distanceGrid(time: readonly number[]): Grid {
  const distances = time.map((one) => time.map((other) => Math.abs(one - other)))
  const distinct = [...new Set(distances.flat())]
  return { distinct, places: distances.map((row) => row.map((d) => distinct.indexOf(d))) }
}

// A power is dear and distances are few: each is worked out once.
function onGrid({ distinct, places }: Grid, of: (d: number) => number): Rows {
  const values = distinct.map(of)
  return places.map((row) => {
    const line = new Float64Array(row.length)
    for (let j = 0; j < row.length; j += 1) line[j] = values[row[j]!]!
    return line
  })
}

// A negative autocorrelation has a meaning only between whole steps of time; at exactly 0 parts of a step have no slope.
function lowestMemory(cases: BetweenCaseQuestion['cases']): number {
  return cases.every(({ time }) => time.every((one) => Number.isInteger(one - time[0]!))) ? -0.999 : 1e-4
}
