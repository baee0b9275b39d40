import { sql } from 'kysely'
import type { Instant } from '../../platform/day.ts'
import { enqueueIn, type Job } from '../../platform/jobs/index.ts'
import type { Work } from '../../platform/work.ts'
import { answerBy, nextStep } from '../incident.ts'
import { standingChanged } from '../standing.ts'
import { lineOfOuting, overdueOnes } from './lone.queries.ts'

/** Somebody has not come back: whoever looks out for them is asked at once, and then the next, until one of them answers. */
export const overdue: Job = { name: 'safety-overdue', does: 'alter', shows: 'nothing', every: 'hour', run: askAboutOverdue }

/** That somebody was out alone is about them, and serves their safety alone: after the service's days it is gone. */
export const forgetOutings: Job = { name: 'safety-forget-outings', does: 'erase', shows: 'nothing', every: 'hour', run: forget }

async function askAboutOverdue(work: Work, ids: number[]): Promise<void> {
  const now = await serviceMoment(work)
  for (const { id, told_last_at: toldLast } of await overdueOnes(work, ids, now)) await askNext(work, { id, toldLast, now })
  standingChanged()
}

async function askNext(work: Work, { id, toldLast, now }: { id: number, toldLast: Instant | null, now: Instant }): Promise<void> {
  const step = nextStep(await lineOfOuting(work, id), now)
  if (step === 'wait') return enqueueIn(work, overdue, [id], 1)
  const isLast = step === 'told-last' || step.ask.some(({ asCoordinator }) => asCoordinator)
  if (isLast && toldLast === null) await work.db.updateTable('outings').set({ told_last_at: now }).where('id', '=', id).execute()
  if (step === 'told-last') return
  for (const { colleagueId, minutes } of step.ask)
    await work.db.updateTable('outing_asks').set({ asked_at: now, answer_by: answerBy({ minutes }, now) }).where('outing_id', '=', id).where('colleague_id', '=', colleagueId).execute()
  await enqueueIn(work, overdue, [id], step.ask[0]!.minutes)
}

async function forget(work: Work): Promise<void> {
  const now = await serviceMoment(work)
  await sql`delete from outings where coalesce(returned_at, called_off_at, answered_at) < ${now}::timestamptz - make_interval(days => (select outing_days from crisis_cards))`.execute(work.db)
}

/** A demonstration may pretend a day; the caretaker works in real time, and somebody went out on the day that is pretended. */
async function serviceMoment(work: Work): Promise<Instant> {
  const { rows: [row] } = await sql<{ at: Instant }>`select service_moment(${work.now}::timestamptz) as at`.execute(work.db)
  return row!.at
}
