import type { Work } from '../platform/work.ts'
import { goalsInForce, type GoalInForce } from '../plans/index.ts'
import type { Measure } from './measure.ts'

/** The goals that these ratings are about, by their id, with the words of their levels: as they were in force on the day of the rating. */
export async function goalsFor(work: Work, participantId: number, measures: readonly Measure[]): Promise<Map<number, GoalInForce>> {
  const found = new Map<number, GoalInForce>()
  const asked = new Set<number>()
  for (const { goalId, on } of measures.toReversed()) {
    // A reader who may not read the plan finds none: they are asked for once, not once a rating.
    if (goalId === null || found.has(goalId) || asked.has(goalId)) continue
    asked.add(goalId)
    for (const goal of await goalsInForce(work, participantId, on)) found.set(goal.id, goal)
  }
  return found
}
