import { mean } from '../arithmetic/mean.ts'
import { sum } from '../arithmetic/sum.ts'
import { smallSampleCorrectionApproximate } from '../compare/small-sample-correction.ts'
import type { Caution } from '../cautions.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { NotComputable, Result, TooFew } from '../result.ts'
import type { SessionCase } from './session-cases.ts'
import { distanceSum, withinSpread } from './within-spread.ts'

export type Plan = 'multiple-baseline' | 'reversal'
export type BetweenCaseMoments = Result<{
  se: number, df: number, uncorrected: number, autocorrelation: number
  /** The share of the variance that lies between cases; 0 where the moments would make it negative. */
  intraclass: number
  /** Variance between cases at the same time in the same condition, and the sessions it rests on. */
  variance: number, sessions: number
}>

/**
 * How large is the effect in several single cases on the scale of a group study, when outcomes have no trend of their own?
 * Assumes: level outcomes within each phase; the same effect for all cases; autocorrelation falling off with the distance in time.
 * Convention: mean of the cases' differences over the standard deviation between cases at the same time (multiple baseline: same
 * session and condition; reversal: same place within pair and condition, where all cases have one). Variance and degrees of
 * freedom from the model; factor 1 - 3/(4 df - 1).
 * Reference: Hedges, Pustejovsky & Shadish 2012, 2013, Research Synthesis Methods 3:224-239 and 4:324-341.
 */
export function betweenCaseMoments(cases: readonly SessionCase[], plan: Plan, missing = 0): BetweenCaseMoments {
  const method = `between-case standardised mean difference, moments, ${plan}`
  const n = sum(cases.map((one) => one.rows.length))
  const refusal = refused(cases, { method, n, missing })
  if (refusal) return refusal

  const cells = cellsOf(cases, plan)
  const spread = withinSpread(cases, plan)
  const freedom = sum(cells.map((cell) => cell.length - 1))
  if (freedom < 1) return notComputable({ method, missing, n, reason: 'no two cases were seen at the same time in the same condition' })
  const variance = sum(cells.map((cell) => sum(cell.map((seat) => (seat.outcome - mean(cell.map((other) => other.outcome))) ** 2)))) / freedom
  if (!(variance > 0) || !spread) return notComputable({ method, missing, n, reason: 'outcomes do not vary within phases or between cases' })
  if (!(Math.abs(spread.autocorrelation) < 1)) return notComputable({ method, missing, n, reason: `the autocorrelation comes out as ${spread.autocorrelation.toFixed(2)}, beyond 1: too few sessions in a phase` })

  const { autocorrelation } = spread
  const intraclass = Math.max(0, 1 - spread.variance / variance)
  const df = freedom ** 2 / squaresOverCells(cells, intraclass, autocorrelation)
  const uncorrected = mean(cases.map(differenceOf)) / Math.sqrt(variance)
  if (!Number.isFinite(df) || df <= 2) return notComputable({ method, missing, n, reason: `${df.toFixed(1)} degrees of freedom do not bear a standard error` })
  const j = smallSampleCorrectionApproximate(df)
  const value = j * uncorrected
  const kappa = ((1 - intraclass) * sum(cases.map((one) => contrastVariance(one, autocorrelation)))) / cases.length ** 2
  const se = j * Math.sqrt((df * kappa) / (df - 2) + value ** 2 * (df / (df - 2) - 1 / j ** 2))
  const cautions: Caution[] = [...(missing > 0 ? ['missing-values' as const] : []), ...(intraclass === 0 ? ['singular-fit' as const] : [])]
  return found({ value, n, missing, method, exact: false, se, df, uncorrected, autocorrelation, intraclass, variance, sessions: sum(cells.map((cell) => cell.length)), cautions })
}

type Seat = { case: number, time: number, outcome: number }

// Sessions of different cases at the same time under the same condition.
function cellsOf(cases: readonly SessionCase[], plan: Plan): Seat[][] {
  const seats = cases.flatMap(({ rows }, place) => rows.map((row) => ({ row, seat: { case: place, time: row.time, outcome: row.outcome } })))
  if (plan === 'multiple-baseline') return [...Map.groupBy(seats, ({ row }) => `${row.treatment} ${row.time}`).values()].map((cell) => cell.map((one) => one.seat))

  const ordered = cases.flatMap(({ rows }, place) => [...Map.groupBy(rows, (row) => `${row.phase} ${row.treatment}`)].flatMap(([segment, own]) => (
    own.map((row, order) => ({ key: `${segment} ${order}`, seat: { case: place, time: row.time, outcome: row.outcome } })))))
  const cells = [...Map.groupBy(ordered, (one) => one.key).values()].map((cell) => cell.map((one) => one.seat))
  return cells.filter((cell) => cell.length === cases.length)
}

// The squared entries of the correlation between any two cells, both taken from their means, over all of them.
function squaresOverCells(cells: readonly Seat[][], intraclass: number, autocorrelation: number): number {
  const known = new Map<number, number>()
  const correlation = (distance: number): number => {
    const value = known.get(distance) ?? intraclass + (1 - intraclass) * autocorrelation ** distance
    known.set(distance, value)
    return value
  }
  return sum(cells.map((one, place) => centredSquares(one, one, correlation) + 2 * sum(cells.slice(place + 1).map((other) => centredSquares(one, other, correlation)))))
}

// Only sessions of one case are correlated; a row and a column each lose their mean, which is given back once too often.
function centredSquares(one: readonly Seat[], other: readonly Seat[], correlation: (distance: number) => number): number {
  const columns = new Float64Array(other.length)
  let squares = 0, ofRows = 0, total = 0
  for (const a of one) {
    let row = 0
    for (let j = 0; j < other.length; j += 1) {
      const b = other[j]!
      if (a.case !== b.case) continue
      const entry = correlation(Math.abs(a.time - b.time))
      squares += entry * entry
      row += entry
      columns[j]! += entry
    }
    ofRows += row * row
    total += row
  }
  return squares - ofRows / other.length - sum([...columns].map((value) => value * value)) / one.length + total * total / (one.length * other.length)
}

// A case's difference: treatment less baseline, the mean over its pairs of phases.
function differenceOf({ rows }: SessionCase): number {
  const pairs = [...Map.groupBy(rows, (row) => row.phase).values()]
  return mean(pairs.map((pair) => mean(pair.filter((row) => row.treatment === 1).map((row) => row.outcome)) - mean(pair.filter((row) => row.treatment === 0).map((row) => row.outcome))))
}

// The variance of that difference, in units of the variance within cases.
function contrastVariance({ rows }: SessionCase, autocorrelation: number): number {
  const pairs = Map.groupBy(rows, (row) => row.phase)
  const weights = rows.map((row) => {
    const alike = pairs.get(row.phase)!.filter((other) => other.treatment === row.treatment).length
    return (row.treatment === 1 ? 1 : -1) / alike / pairs.size
  })
  return distanceSum(rows.map((row) => row.time), autocorrelation, weights)
}

function refused(cases: readonly SessionCase[], { method, n, missing }: { method: string, n: number, missing: number }): TooFew | NotComputable | null {
  if (cases.length < 3) return tooFew({ method, missing, n: cases.length, needed: 3, of: 'cases' })
  const bare = cases.find(({ rows }) => [...Map.groupBy(rows, (row) => row.phase).values()].some((pair) => pair.every((row) => row.treatment === pair[0]!.treatment)))
  if (bare) return notComputable({ method, missing, n, reason: `case ${bare.label} lacks a baseline or a treatment phase` })
  const twice = cases.find(({ rows }) => new Set(rows.map((row) => row.time)).size < rows.length)
  return twice ? notComputable({ method, missing, n, reason: `case ${twice.label} has two sessions at the same time` }) : null
}
