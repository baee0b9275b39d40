import { momentOf } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { z } from 'zod'
import { mustBeWhole } from './incident.ts'
import type { Aftercare, Debrief, SignWarning, Warning, WingTelling } from './safety.input.ts'
import { aftercaresOf, debriefsOf, incidentOf, mayWriteOf, theCall, theWarning, type Incident } from './safety.queries.ts'
import { passed } from './safety.verbs.ts'

type OfPerson = Incident & { participant_id: number }

/** Writes down which measures the wing was told, by whom, to whom. Nothing else can be written here. */
export async function tellWing(work: Work, callId: string, { measures, checkEvery, apartFrom, until, untilTime, ...told }: WingTelling): Promise<string> {
  const incident = await incidentToFollow(work, callId)
  mustBeWhole({ measures, checkEvery, apartFrom })
  const toldAt = passed(work, told.on, told.time, 'time')
  const untilAt = momentOf(until, untilTime, work.timeZone)
  if (untilAt === undefined || untilAt <= toldAt) throw refuse('safety-ends-before')
  const publicId = work.newPublicId()
  await work.db.insertInto('wing_notices').values({
    ...await ofIncident(work, incident), public_id: publicId, measures: [...new Set(measures)], check_every: checkEvery ?? null, apart_from: apartFrom ?? '', until_at: untilAt,
    told_whom: told.toldWhom, told_at: toldAt, told_how: told.toldHow }).execute()
  work.discloses(told.toldWhom)
  return publicId
}

/** A narrow warning that somebody else is in danger; the call comes first, this is its record. */
export async function warnPerson(work: Work, callId: string, { threatened, danger, howSoon, ...told }: Warning): Promise<void> {
  const incident = await incidentToFollow(work, callId)
  await work.db.insertInto('person_warnings').values({
    ...await ofIncident(work, incident), public_id: work.newPublicId(), threatened, danger, how_soon: howSoon,
    told_whom: told.toldWhom, told_at: passed(work, told.on, told.time, 'time'), told_how: told.toldHow }).execute()
  work.discloses(told.toldWhom)
}

/** A second colleague looks at a warning afterwards, and signs that it was needed, or says why not. */
export async function signWarning(work: Work, warningId: string, { agrees, words }: z.output<typeof SignWarning>): Promise<string> {
  const warning = await theWarning(work, warningId)
  if (!await mayWriteOf(work, warning.participant_id)) throw refuse('not-found')
  if (warning.author_id === work.actor.id) throw refuse('safety-signed-by-another')
  if (warning.signed_at) throw refuse('safety-signed-already')
  if (agrees === 'no' && words === undefined) throw refuse('safety-disagrees-without-words')
  const signed = await work.db.insertInto('warning_signatures').values({
    warning_id: warning.id, participant_id: warning.participant_id, given_by: warning.author_id, author_id: work.actor.id, agrees: agrees === 'yes', words: words ?? '', signed_at: work.now })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  // Two at the same moment: the second is told so, and their words stand in the form; a disagreement must not be lost without a word.
  if (signed.numInsertedOrUpdatedRows !== 1n) throw refuse('safety-signed-already')
  return warning.call_id
}

/** Afterwards: the person was told what was passed on, or their next session is planned anew. Each is written down once. */
export async function noteAftercare(work: Work, callId: string, { what, on }: z.output<typeof Aftercare>): Promise<void> {
  const incident = await incidentToFollow(work, callId)
  if (on > work.today) throw refuse('safety-ahead', {}, 'on')
  const before = await aftercaresOf(work, [incident.id])
  if (before.some((one) => one.what === what)) throw refuse('safety-done-already')
  const { id, incident_id, participant_id, author_id, recorded_at } = await ofIncident(work, incident)
  await work.db.insertInto('incident_aftercares').values({ id, incident_id, participant_id, author_id, recorded_at, what, done_on: on }).execute()
}

/** Whoever was there says whether they had a talk, or do not need one. Nothing of it is kept. */
export async function answerDebrief(work: Work, callId: string, { answer }: z.output<typeof Debrief>): Promise<void> {
  const call = await theCall(work, callId)
  if (call.author_id !== work.actor.id) throw refuse('not-found')
  if ((await debriefsOf(work, [call.incident_id])).length > 0) throw refuse('safety-done-already')
  const added = await work.db.insertInto('incident_debriefs').values({ incident_id: call.incident_id, colleague_id: work.actor.id, answer, answered_at: work.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('safety-done-already')
}

/** The incident that somebody follows up: they may read it, and write of this person. */
export async function incidentToFollow(work: Work, callId: string): Promise<OfPerson> {
  const incident = await incidentOf(work, (await theCall(work, callId)).incident_id)
  if (!incident) throw refuse('not-found')
  if (incident.participant_id === null) throw refuse('safety-nobody-to-tell-about')
  if (!await mayWriteOf(work, incident.participant_id)) throw refuse('not-found')
  return { ...incident, participant_id: incident.participant_id }
}

async function ofIncident(work: Work, { id, participant_id }: OfPerson) {
  return { id: await work.newId(), incident_id: id, participant_id, author_id: work.actor.id, recorded_at: work.now }
}
