import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Closing, GoalInForce, Level } from './goal.ts'

export type GoalRow = {
  id: number, public_id: string, participant_id: number, plan_id: number, title: string, from_on: Day, until_on: Day | null, revision: number, written_by: string | null
  how: Closing | null, words: string | null, closed_on: Day | null, levels: { level: Level, sentence: string }[]
}

/** Every goal of a person, the latest period first, with its levels from the least to the most and how it was closed. */
export async function goalsOf(work: Work, participantId: number): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`select g.id, g.public_id, g.participant_id, g.plan_id, g.title, g.from_on, g.until_on, g.revision, c.name as written_by, k.how, k.words, k.closed_on,
      coalesce((select json_agg(json_build_object('level', l.level, 'sentence', l.sentence) order by l.level) from goal_levels l where l.goal_id = g.id), '[]') as levels
    from goals g left join colleagues c on c.id = g.written_by left join goal_closings k on k.goal_id = g.id
    where g.participant_id = ${participantId} order by g.from_on desc, g.id`.execute(work.db)
  return rows
}

/** The goals whose period holds on a day (today, unless another is asked for) and that were not closed before it. */
export async function goalsInForce(work: Work, participantId: number, on: Day = work.today): Promise<GoalInForce[]> {
  const goals = await goalsOf(work, participantId)
  return goals.filter((goal) => isInForce(goal, on)).map((goal) => ({
    id: goal.id, publicId: goal.public_id, title: goal.title, levels: goal.levels, from: goal.from_on, until: goal.until_on, planId: goal.plan_id }))
}

export function isInForce({ from_on, until_on, closed_on }: Pick<GoalRow, 'from_on' | 'until_on' | 'closed_on'>, on: Day): boolean {
  return from_on <= on && (until_on === null || until_on >= on) && (closed_on === null || closed_on > on)
}
