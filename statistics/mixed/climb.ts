import { Matrix } from 'ml-matrix'
import type { CaseTotals } from './case-totals.ts'
import { inverseInformation } from './inverse-information.ts'
import { evaluationOf, heightOf } from './likelihood.ts'
import type { Criterion, Evaluation } from './likelihood.ts'

/** Where a parameter may lie: a variance from 0 up, an autocorrelation between -1 and 1. */
export type Range = { from: number, to: number }
/** The totals over all cases with these parameters; null where they make no covariance. `slopes` false: without derivatives. */
export type Landscape = (parameters: readonly number[], slopes: boolean) => CaseTotals | null
export type Summit = { parameters: number[], at: Evaluation, settled: boolean }

const rounds = 100

/**
 * Which parameters make the outcomes most likely?
 * Convention: Fisher scoring (the expected information tells the step), halving a step that goes down, stopping at the ends of
 * the ranges and holding a parameter there while the slope points out. A summit at an end is reported, not hidden. Own, because a
 * general optimiser knows neither the information nor the ends, and five to ten such steps reach the last digits.
 * Reference: Jennrich & Sampson 1976, Technometrics 18:11-17. `null` where the start has no likelihood.
 */
export function climb(landscape: Landscape, criterion: Criterion, ranges: readonly Range[], start: readonly number[]): Summit | null {
  const inside = (tried: readonly number[]) => tried.map((value, i) => Math.min(ranges[i]!.to, Math.max(ranges[i]!.from, value)))
  const evaluated = (tried: readonly number[]) => {
    const totals = landscape(tried, true)
    return totals && evaluationOf(totals, criterion)
  }
  const height = (tried: readonly number[]) => {
    const totals = landscape(tried, false)
    return (totals && heightOf(totals, criterion))?.logLik ?? -Infinity
  }

  let parameters = inside(start)
  let at = evaluated(parameters)
  if (!at) return null
  for (let round = 0; round < rounds; round += 1) {
    const { gradient } = at
    const held = parameters.map((value, i) => (value <= ranges[i]!.from && gradient[i]! <= 0) || (value >= ranges[i]!.to && gradient[i]! >= 0))
    const step = scoringStep(at, held)
    if (!step) return { parameters, at, settled: false }
    const gain = step.reduce((all, move, i) => all + move * gradient[i]!, 0)
    if (gain < 1e-12) return { parameters, at, settled: true }

    const next = upward(parameters, step, at.logLik, (tried) => inside(tried), { evaluated, height })
    // No way up although the slope says so: the rest is below rounding.
    if (!next) return { parameters, at, settled: gain < 1e-6 }
    ;({ parameters, at } = next)
  }
  return { parameters, at, settled: false }
}

function scoringStep({ gradient, expected }: Evaluation, held: readonly boolean[]): number[] | null {
  const free = held.flatMap((isAtEnd, i) => (isAtEnd ? [] : [i]))
  if (free.length === 0) return held.map(() => 0)
  const information = new Matrix(free.map((i) => free.map((j) => expected.get(i, j))))
  // A whisper of damping carries over places where one parameter nearly follows from another.
  free.forEach((_, k) => information.set(k, k, information.get(k, k) * (1 + 1e-10)))
  const moves = inverseInformation(information)?.mmul(Matrix.columnVector(free.map((i) => gradient[i]!))).getColumn(0)
  if (!moves?.every(Number.isFinite)) return null
  return held.map((isAtEnd, i) => (isAtEnd ? 0 : moves[free.indexOf(i)]!))
}

type Lookout = { evaluated(tried: readonly number[]): Evaluation | null, height(tried: readonly number[]): number }

// The whole step nearly always goes up; shorter ones are measured without derivatives first.
function upward(parameters: readonly number[], step: readonly number[], here: number, inside: (tried: number[]) => number[], { evaluated, height }: Lookout): { parameters: number[], at: Evaluation } | null {
  for (let share = 1; share > 1e-8; share /= 2) {
    const tried = inside(parameters.map((value, i) => value + share * step[i]!))
    if (share < 1 && !(height(tried) > here)) continue
    const at = evaluated(tried)
    if (at && at.logLik > here) return { parameters: tried, at }
  }
  return null
}
