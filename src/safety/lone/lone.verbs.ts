import { theColleague } from '../../people/index.ts'
import { momentOf, type Instant } from '../../platform/day.ts'
import { enqueueIn } from '../../platform/jobs/index.ts'
import { orNothing, refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { lineOf } from '../incident.ts'
import { coordinatorsOf, dutyList, unitOfColleague, whoCanBeAsked } from '../safety.queries.ts'
import { standingChanged } from '../standing.ts'
import type { Announcing } from './lone.input.ts'
import { overdue } from './lone.jobs.ts'
import { asksOfOuting, theOuting } from './lone.queries.ts'
import { checkTimes, later, minutesOfWhoLooksOut, minutesUntil } from './outing.ts'

/** Before going out alone: where, until when, who looks out. Whoever would be asked is written down now, as the duty list stands. */
export async function announceOuting(work: Work, sent: Announcing): Promise<void> {
  const [beginsAt, backBy] = [momentIn(work, sent, 'time'), momentIn(work, { on: sent.on, time: sent.backTime }, 'backTime')]
  checkTimes({ beginsAt, backBy }, work.now)
  const lookoutId = await whoLooksOut(work, sent.lookout)
  const id = await work.newId()
  try {
    await work.db.insertInto('outings').values({
      id, public_id: work.newPublicId(), colleague_id: work.actor.id, lookout_id: lookoutId, place: sent.place, reach: sent.reach, begins_at: beginsAt, back_by: backBy, announced_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'outings_one_at_a_time')) throw refuse('lone-open-already')
    throw fault
  }
  await writeLine(work, id, lookoutId)
  await enqueueIn(work, overdue, [id], minutesUntil(backBy, work.now))
}

function momentIn(work: Work, { on, time }: Pick<Announcing, 'on' | 'time'>, field: string): Instant {
  const at = momentOf(on, time, work.timeZone)
  if (at === undefined) throw refuse('safety-no-such-time', {}, field)
  return at
}

/** A colleague whom a crisis could reach too, and never oneself. */
async function whoLooksOut(work: Work, publicId: string): Promise<number> {
  const colleague = await orNothing(theColleague(work, publicId))
  if (!colleague || colleague.id === work.actor.id || (await whoCanBeAsked(work, [colleague.id])).length === 0) throw refuse('lone-lookout')
  return colleague.id
}

/** First whoever looks out, then the duty list, then the coordinators together: the line of a crisis, with one name before it. */
async function writeLine(work: Work, outingId: number, lookoutId: number): Promise<void> {
  const duty = (await dutyList(work)).filter((one) => one.can_be_asked).map(({ colleague_id: colleagueId, minutes }) => ({ colleagueId, minutes }))
  const line = lineOf([{ colleagueId: lookoutId, minutes: minutesOfWhoLooksOut }, ...duty], await coordinatorsOf(work, (await unitOfColleague(work, work.actor.id))?.unit_id ?? null), work.actor.id)
  for (const [place, { colleagueId, minutes, asCoordinator }] of line.entries())
    await work.db.insertInto('outing_asks').values({ id: await work.newId(), outing_id: outingId, colleague_id: colleagueId, place, minutes, as_coordinator: asCoordinator }).execute()
}

async function mine(work: Work, outingId: string) {
  const outing = await theOuting(work, outingId)
  if (outing.colleague_id !== work.actor.id) throw refuse('not-found')
  if (outing.called_off_at !== null) throw refuse('lone-called-off')
  if (outing.returned_at !== null) throw refuse('lone-back-already')
  return outing
}

/** One tap at the door. */
export async function goIn(work: Work, outingId: string): Promise<void> {
  const outing = await mine(work, outingId)
  if (outing.out_at !== null) throw refuse('lone-in-already')
  await work.db.updateTable('outings').set({ out_at: work.now }).where('id', '=', outing.id).where('out_at', 'is', null).execute()
}

/** One tap afterwards; nobody is asked any more. */
export async function comeBack(work: Work, outingId: string): Promise<void> {
  const outing = await mine(work, outingId)
  const back = await work.db.updateTable('outings').set({ returned_at: work.now }).where('id', '=', outing.id).where('returned_at', 'is', null).executeTakeFirst()
  if (back.numUpdatedRows !== 1n) throw refuse('lone-back-already')
  standingChanged()
}

/** One tap for half an hour more. Whoever was asked already stays asked, and sees the sign of life. */
export async function stayLonger(work: Work, outingId: string): Promise<Instant> {
  const outing = await mine(work, outingId)
  const backBy = later({ backBy: outing.back_by }, work.now)
  await work.db.updateTable('outings').set({ back_by: backBy }).where('id', '=', outing.id).where('returned_at', 'is', null).execute()
  await enqueueIn(work, overdue, [outing.id], minutesUntil(backBy, work.now))
  return backBy
}

/** It does not take place. */
export async function callOffOuting(work: Work, outingId: string): Promise<void> {
  const outing = await mine(work, outingId)
  if (outing.out_at !== null) throw refuse('lone-in-already')
  await work.db.updateTable('outings').set({ called_off_at: work.now }).where('id', '=', outing.id).execute()
  standingChanged()
}

/** Whoever is asked says what was done; from then on nobody else is asked. The first who answers has it. */
export async function answerOverdue(work: Work, outingId: string, done: string): Promise<void> {
  const outing = await theOuting(work, outingId)
  const asked = (await asksOfOuting(work, outing.id)).find(({ colleagueId }) => colleagueId === work.actor.id)
  if (!asked?.askedAt) throw refuse('safety-not-asked')
  if (outing.answerer !== null) throw refuse('safety-answered', { name: outing.answerer })
  if (outing.returned_at !== null) throw refuse('lone-back-already')
  const answered = await work.db.updateTable('outings').set({ answered_at: work.now, answered_by: work.actor.id, done }).where('id', '=', outing.id).where('answered_at', 'is', null).executeTakeFirst()
  if (answered.numUpdatedRows !== 1n) throw refuse('safety-answered', { name: (await theOuting(work, outingId)).answerer ?? '' })
  standingChanged()
}

/** Whether somebody could be asked at all: where there is no one to look out, nobody goes alone. */
export async function whoCouldLookOut(work: Work, colleagues: readonly { id: number, public_id: string, name: string }[]) {
  const ids = await whoCanBeAsked(work, colleagues.map(({ id }) => id))
  return colleagues.filter(({ id }) => id !== work.actor.id && ids.includes(id))
}

