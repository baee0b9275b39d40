import { observed } from '../../describe/observed.ts'
import { wrongInput } from '../../result.ts'
import type { Values } from '../phases.ts'

export type Series = {
  time: readonly number[]
  /** 0 in phase A, 1 in phase B */
  phaseB: readonly number[]
  outcome: Values
}
export type Columns = { columns: [number[], number[], number[], number[]], outcome: number[], missing: number }

/**
 * The columns of the piecewise model: 1, time since the first point, phase B, time since the first point of B.
 * Convention (Huitema & McKean 2000): the level change is read at the first point of B, the intercept at the first point of A. Points without an outcome are left out; times stay.
 */
export function piecewiseColumns({ time, phaseB, outcome }: Series): Columns {
  const times = wholeList(time, 'time'), phases = wholeList(phaseB, 'phaseB')
  if (times.length !== outcome.length || phases.length !== outcome.length) throw wrongInput('outcome', 'time, phaseB and outcome need the same length')
  if (phases.some((phase) => phase !== 0 && phase !== 1)) throw wrongInput('phaseB', '0 or 1 belongs at every place')

  const { missing } = observed(outcome, 'outcome')
  const kept = outcome.flatMap((value, i) => value === null ? [] : [i])
  const start = times[0] ?? 0
  const change = times[phases.indexOf(1)] ?? 0
  return {
    missing,
    outcome: kept.map((i) => outcome[i]!),
    columns: [
      kept.map(() => 1),
      kept.map((i) => times[i]! - start),
      kept.map((i) => phases[i]!),
      kept.map((i) => phases[i] === 1 ? times[i]! - change : 0),
    ],
  }
}

function wholeList(given: readonly number[], place: string): number[] {
  const { values, missing } = observed(given, place)
  if (missing > 0) throw wrongInput(place, 'no value may be missing here')
  return values
}
