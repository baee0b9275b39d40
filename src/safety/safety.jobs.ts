import { sql } from 'kysely'
import { enqueueIn, type Job } from '../platform/jobs/index.ts'
import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { forgetOutings, overdue } from './lone/lone.jobs.ts'
import { answerBy, nextStep, type Ask } from './incident.ts'
import { standingChanged } from './standing.ts'

/** A call that nobody answers in time goes on to the next. It reads no incident: only who is asked, and until when. */
export const passOn: Job = { name: 'safety-pass-on', does: 'alter', shows: 'nothing', every: 'hour', run: passOnCalls }

export const safetyJobs: Job[] = [passOn, overdue, forgetOutings]

async function passOnCalls(work: Work, ids: number[]): Promise<void> {
  const open = await work.db.selectFrom('incident_calls').select(['incident_id', 'told_last_at']).where('answered_at', 'is', null)
    .$if(ids.length > 0, (query) => query.where('incident_id', 'in', ids)).orderBy('incident_id').forUpdate().execute()
  for (const call of open) await passOnCall(work, call)
  standingChanged()
}

async function passOnCall(work: Work, { incident_id: id, told_last_at: toldLast }: { incident_id: number, told_last_at: Instant | null }): Promise<void> {
  const now = await serviceMoment(work)
  const step = nextStep(await asksOfCall(work, id), now)
  // An answer that is awaited a little longer than the queue slept: it is looked at again.
  if (step === 'wait') return enqueueIn(work, passOn, [id], 1)
  const isLast = step === 'told-last' || step.ask.some(({ asCoordinator }) => asCoordinator)
  if (isLast && toldLast === null) await work.db.updateTable('incident_calls').set({ told_last_at: now }).where('incident_id', '=', id).execute()
  if (step === 'told-last') return
  for (const { colleagueId, minutes } of step.ask)
    await work.db.updateTable('incident_asks').set({ asked_at: now, answer_by: answerBy({ minutes }, now) }).where('incident_id', '=', id).where('colleague_id', '=', colleagueId).execute()
  await enqueueIn(work, passOn, [id], step.ask[0]!.minutes)
}

/** The line of the call. Whoever lost the role for it since the call was opened is passed over. */
async function asksOfCall(work: Work, incidentId: number): Promise<Ask[]> {
  const rows = await work.db.selectFrom('incident_asks').select(['colleague_id', 'place', 'minutes', 'as_coordinator', 'asked_at', 'answer_by']).where('incident_id', '=', incidentId)
    .where(sql<boolean>`may_be_asked(colleague_id)`).orderBy('place').execute()
  return rows.map((row) => ({ colleagueId: row.colleague_id, place: row.place, minutes: row.minutes, asCoordinator: row.as_coordinator, askedAt: row.asked_at, answerBy: row.answer_by }))
}

/** A demonstration may pretend a day; the caretaker works in real time, and the call was opened on the day that is pretended. */
async function serviceMoment(work: Work): Promise<Instant> {
  const { rows: [row] } = await sql<{ at: Instant }>`select service_moment(${work.now}::timestamptz) as at`.execute(work.db)
  return row!.at
}
