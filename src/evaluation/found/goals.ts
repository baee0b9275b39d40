import { goalAttainment, type Result } from '../../../statistics/index.ts'
import type { Day } from '../../platform/day.ts'
import type { MeasureRow } from '../study.ts'

/** One person's goals of a study about goals: each by its number, its first and latest rating; and all together, first and latest (T, 50 is as expected). */
export type GoalsReached = { goals: { goal: string, first: number | null, latest: number | null }[], first: Result, latest: Result }

export function goalsReached(measures: readonly MeasureRow[], person: string): GoalsReached | null {
  const own = measures.filter((row) => row.person === person && row.kind === 'goal').toSorted((one, other) => order(one.measured_on, other.measured_on))
  if (own.length === 0) return null
  const goals = [...Map.groupBy(own, ({ series }) => series)].toSorted(([one], [other]) => order(one, other)).map(([goal, rows]) => {
    const known = rows.map(({ value }) => value).filter((value) => value !== null)
    return { goal, first: known[0] ?? null, latest: known.at(-1) ?? null }
  })
  const together = (ratings: (number | null)[]) => goalAttainment({ scores: ratings, weights: ratings.map(() => 1) })
  return { goals, first: together(goals.map(({ first }) => first)), latest: together(goals.map(({ latest }) => latest)) }
}

function order(one: Day | string, other: Day | string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
