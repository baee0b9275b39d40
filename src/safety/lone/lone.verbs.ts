import { theColleague } from '../../people/index.ts'
import type { Instant } from '../../platform/day.ts'
import { enqueueIn } from '../../platform/jobs/index.ts'
import { orNothing, refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { lineOf } from '../incident.ts'
import { coordinatorsOf, dutyList, unitOfColleague, whoCanBeAsked } from '../safety.queries.ts'
import { standingChanged } from '../standing.ts'
import type { Announcing } from './lone.input.ts'
import { overdue } from './lone.jobs.ts'
import { asksOfOuting, theOuting, type OutingRow } from './lone.queries.ts'
import { checkTimes, isOpen, later, minutesOfWhoLooksOut, minutesUntil, momentsOf } from './outing.ts'

/** Before going out alone: where, until when, who looks out. Whoever would be asked is written down now, as the duty list stands. Returns when somebody is expected back. */
export async function announceOuting(work: Work, sent: Announcing): Promise<Instant> {
  const { beginsAt, backBy } = momentsOf(sent, work.timeZone)
  checkTimes({ beginsAt, backBy }, work.now)
  await addOuting(work, { place: sent.place, reach: sent.reach, lookout_id: await whoLooksOut(work, sent.lookout), begins_at: beginsAt, back_by: backBy, out_at: null })
  return backBy
}

type Watched = Pick<OutingRow, 'place' | 'reach' | 'lookout_id' | 'begins_at' | 'back_by' | 'out_at'>

async function addOuting(work: Work, { place, reach, lookout_id, begins_at, back_by, out_at }: Watched): Promise<void> {
  const id = await work.newId()
  try {
    await work.db.insertInto('outings').values({ id, public_id: work.newPublicId(), colleague_id: work.actor.id, place, reach, lookout_id, begins_at, back_by, out_at, announced_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'outings_one_at_a_time')) throw refuse('lone-open-already')
    throw fault
  }
  await writeLine(work, id, lookout_id)
  await enqueueIn(work, overdue, [id], minutesUntil(back_by, work.now))
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
  const lookout = (await whoCanBeAsked(work, [lookoutId])).map((colleagueId) => ({ colleagueId, minutes: minutesOfWhoLooksOut }))
  const line = lineOf([...lookout, ...duty], await coordinatorsOf(work, (await unitOfColleague(work, work.actor.id))?.unit_id ?? null), work.actor.id)
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
  const longer = await work.db.updateTable('outings').set({ back_by: backBy }).where('id', '=', outing.id).where('returned_at', 'is', null).where('answered_at', 'is', null).executeTakeFirst()
  if (longer.numUpdatedRows !== 1n) await goOnAnew(work, outing, backBy)
  else await enqueueIn(work, overdue, [outing.id], minutesUntil(backBy, work.now))
  return backBy
}

/** Somebody has answered for it, and from then on nobody is asked about it: the tap ends it, and what follows is another, which is looked for like the first. */
async function goOnAnew(work: Work, outing: OutingRow, backBy: Instant): Promise<void> {
  await comeBack(work, outing.public_id)
  await addOuting(work, { ...outing, begins_at: work.now, back_by: backBy, out_at: outing.out_at && work.now })
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
  if (!isOpen({ returnedAt: outing.returned_at, calledOffAt: outing.called_off_at })) throw refuse('lone-not-missing', { name: outing.name })
  const answered = await work.db.updateTable('outings').set({ answered_at: work.now, answered_by: work.actor.id, done }).where('id', '=', outing.id).where('answered_at', 'is', null).executeTakeFirst()
  if (answered.numUpdatedRows !== 1n) throw refuse('safety-answered', { name: (await theOuting(work, outingId)).answerer ?? '' })
  standingChanged()
}

/** Whether somebody could be asked at all: where there is no one to look out, nobody goes alone. */
export async function whoCouldLookOut(work: Work, colleagues: readonly { id: number, public_id: string, name: string }[]) {
  const ids = await whoCanBeAsked(work, colleagues.map(({ id }) => id))
  return colleagues.filter(({ id }) => id !== work.actor.id && ids.includes(id))
}

