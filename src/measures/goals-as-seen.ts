import type { Work } from '../platform/work.ts'
import { goalsOf } from '../plans/index.ts'
import type { Measure } from './measure.ts'
import { measuresOf } from './measures.queries.ts'

export type Seen = { level: number, says: string }
export type GoalAsSeen = { title: string, byWorker: Seen | null, byPerson: Seen | null }

/** The goals of one plan, each with the level as a worker last saw it and as the person last did, in the words that were agreed for it. Neither outweighs the other. */
export async function goalsAsSeen(work: Work, participantId: number, planId: number): Promise<GoalAsSeen[]> {
  const [goals, measures] = [(await goalsOf(work, participantId)).filter((goal) => goal.plan_id === planId), await measuresOf(work, participantId)]
  return goals.toReversed().map(({ id, title, levels }) => {
    const last = (saidBy: Measure['saidBy']) => measures.findLast((one) => one.goalId === id && one.saidBy === saidBy && one.value !== null)?.value
    const seen = (level: number | null | undefined) => (level === null || level === undefined ? null : { level, says: levels.find((one) => one.level === level)?.sentence ?? '' })
    return { title, byWorker: seen(last('worker')), byPerson: seen(last('person')) }
  })
}
