import { middleOfSorted } from '../../describe/median.ts'
import { randomisationTest } from '../../chance/randomisation-test.ts'
import type { Design, Drawing, RandomisationTest } from '../../chance/randomisation-test.ts'
import { observed } from '../../describe/observed.ts'
import { notComputable, tooFew, wrongInput } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Tier } from './multiple-baseline-test.ts'
import type { Values } from '../phases.ts'
import { startPointStatistics } from './start-point-statistics.ts'
import type { StartPointStatistic } from './start-point-statistics.ts'

export const aggregates = ['mean over cases', 'median over cases', 'root mean square over cases'] as const
export type Aggregate = typeof aggregates[number]
/** `starts`: after how many points chance could let phase B begin, where that differs from person to person; otherwise every start that leaves the smallest phases. */
export type StartPoints = { cases: readonly (Tier & { starts?: readonly number[] })[], statistic: StartPointStatistic, minPhaseA: number, minPhaseB: number, aggregate?: Aggregate }

/**
 * If chance alone had drawn the session at which phase B began, how often would the phases differ at least so much?
 *
 * Assumes that for each person the start of B was really drawn, each from all points that leave `minPhaseA` points before and `minPhaseB` after. See `randomisationTest`.
 * A case may carry its own list of possible starts: only these are enumerated, however many points it has.
 * Convention: every combination of start points over the people; the people's statistics are put together by the aggregate named.
 * A missing point keeps its place and is left out of the statistic.
 * Reference: Edgington 1975, 1980; Marascuilo & Busk 1988 for several people.
 */
export function startPointTest({ cases, statistic, minPhaseA, minPhaseB, aggregate = 'mean over cases' }: StartPoints, drawing: Drawing): Result<RandomisationTest> {
  const parts = cases.map(({ values }, i) => observed(values, `cases, place ${i + 1}, values`))
  const method = `start-point randomisation test, ${statistic}, ${aggregate}`
  const told = { method, n: parts.reduce((sum, part) => sum + part.values.length, 0), missing: parts.reduce((sum, part) => sum + part.missing, 0) }
  const short = cases.find(({ values, starts }) => !starts && values.length < minPhaseA + minPhaseB)
  if (cases.length === 0) return tooFew({ ...told, n: 0, needed: 1, of: 'cases' })
  if (!Number.isSafeInteger(minPhaseA) || minPhaseA < 1) throw wrongInput('minPhaseA', 'a whole number from 1 belongs here')
  if (!Number.isSafeInteger(minPhaseB) || minPhaseB < 1) throw wrongInput('minPhaseB', 'a whole number from 1 belongs here')
  if (short) return tooFew({ ...told, n: short.values.length, needed: minPhaseA + minPhaseB, of: 'points in a case' })
  const possible = cases.map(({ values, starts }) => starts ?? startsOf(values.length, minPhaseA, minPhaseB))
  const outside = cases.findIndex(({ nA }, i) => !possible[i]!.includes(nA))
  if (outside >= 0) return notComputable({ ...told, reason: `the start of B in case ${outside + 1} is not one that could be drawn` })

  const perCase = cases.map(({ values }, i) => possible[i]!.map((nA) => statisticAt(statistic, values, nA)))
  const own = Float64Array.from(cases, ({ values, nA }) => statisticAt(statistic, values, nA))
  return randomisationTest(told, productOf(perCase.map((list) => Float64Array.from(list)), aggregate), combined(aggregate)(own), drawing)
}

function startsOf(length: number, minPhaseA: number, minPhaseB: number): number[] {
  return Array.from({ length: length - minPhaseA - minPhaseB + 1 }, (_, i) => minPhaseA + i)
}

function statisticAt(statistic: StartPointStatistic, values: Values, nA: number): number {
  const A = values.slice(0, nA).filter((value) => value !== null), B = values.slice(nA).filter((value) => value !== null)
  return A.length === 0 || B.length === 0 ? NaN : startPointStatistics[statistic](A, B)
}

function productOf(perCase: readonly Float64Array[], aggregate: Aggregate): Design {
  const chosen = new Float64Array(perCase.length)
  const together = combined(aggregate)
  const every = (visit: (statistic: number) => void, from = 0): void => {
    if (from === perCase.length) return visit(together(chosen))
    for (const statistic of perCase[from]!) {
      chosen[from] = statistic
      every(visit, from + 1)
    }
  }
  return {
    every,
    count: perCase.reduce((product, list) => product * list.length, 1),
    one: (chance) => {
      for (let i = 0; i < perCase.length; i++) chosen[i] = perCase[i]![chance.below(perCase[i]!.length)]!
      return together(chosen)
    },
  }
}

function combined(aggregate: Aggregate): (statistics: Float64Array) => number {
  if (aggregate === 'median over cases') return (statistics) => middleOfSorted(Float64Array.from(statistics).sort())
  if (aggregate === 'root mean square over cases') return (statistics) => Math.sqrt(sumOf(statistics, true) / statistics.length)
  return (statistics) => sumOf(statistics, false) / statistics.length
}

function sumOf(statistics: Float64Array, squared: boolean): number {
  let sum = 0
  for (let i = 0; i < statistics.length; i++) sum += squared ? statistics[i]! * statistics[i]! : statistics[i]!
  return sum
}
