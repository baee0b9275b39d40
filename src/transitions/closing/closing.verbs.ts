import { myRoleFor } from '../../access/index.ts'
import { thePerson, type Erasers } from '../../participants/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf, type PlanRow } from '../../plans/index.ts'
import { checkAnswer, checkLatest, checkSighting, checkSigning, type Closing, type ClosingAnswer, type Known } from './closing.ts'
import type { WriteClosing } from './closing.input.ts'
import { closingsOf } from './closing.queries.ts'
import { knownAtTheEnd } from './known-at-the-end.ts'

/** Writes a version of the closing report of a plan that has ended: what is known then, with the facilitator's own sentences. Two who write at once: the second is told, and keeps their text. */
export async function writeClosing(work: Work, planId: string, said: WriteClosing): Promise<string> {
  const plan = await planToClose(work, planId)
  const before = (await closingsOf(work, plan.participant_id)).filter((one) => one.planId === plan.id)
  if (before.length !== said.versions) throw refuse('closing-written-meanwhile')
  const known = await knownAtTheEnd(work, plan)
  const report = { id: await work.newId(), publicId: work.newPublicId(), number: before.length + 1, participantId: plan.participant_id, planId: plan.id }
  await addReport(work, report, { said, known })
  await addParts(work, report, { said, known })
  return report.publicId
}

/** The plan, for the facilitator of the person, once it has ended. Whoever may not write gets the answer that a stranger gets. */
export async function planToClose(work: Work, planId: string): Promise<PlanRow> {
  const person = await thePerson(work)
  if (await myRoleFor(work, work.about) !== 'facilitator') throw refuse('not-found')
  const plan = (await plansOf(work, person.participant_id)).find(({ public_id: one }) => one === planId)
  if (!plan) throw refuse('not-found')
  if (plan.state !== 'ended') throw refuse('closing-plan-runs')
  return plan
}

type Report = { id: number, publicId: string, number: number, participantId: number, planId: number }
type Written = { said: WriteClosing, known: Known }

async function addReport(work: Work, { id, publicId, number, participantId, planId }: Report, { said, known: { meetings, places, follower } }: Written): Promise<void> {
  try {
    await work.db.insertInto('closing_reports').values({
      id, public_id: publicId, participant_id: participantId, plan_id: planId, number, said_programme: said.programme, said_after: said.after, said_places: said.places, said_follows: said.follows, places, follower,
      meetings_with: meetings?.name ?? null, meetings_from_on: meetings?.fromOn ?? null, meetings_every_weeks: meetings?.everyWeeks ?? null, meetings_count: meetings?.meetings ?? null,
      written_by: work.actor.id, written_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'closing_reports_versions_once')) throw refuse('closing-written-meanwhile')
    throw fault
  }
}

async function addParts(work: Work, { id: reportId, participantId }: Report, { said, known }: Written): Promise<void> {
  const line = async (place: number) => ({ id: await work.newId(), report_id: reportId, participant_id: participantId, place })
  await work.db.insertInto('closing_doses').values({ id: await work.newId(), report_id: reportId, participant_id: participantId, held: known.held, minutes: known.minutes, said: said.dose, written_by: work.actor.id }).execute()
  await work.db.insertInto('closing_units').values({ ...await line(0), said: said.units, plain: said.plain, written_by: work.actor.id }).execute()
  for (const [place, { name, sessions }] of known.units.entries()) await work.db.insertInto('closing_units').values({ ...await line(place + 1), name, sessions, written_by: work.actor.id }).execute()
  await work.db.insertInto('closing_goals').values({ ...await line(0), said: said.goals }).execute()
  for (const [place, { title, byWorker, byPerson }] of known.goals.entries()) await work.db.insertInto('closing_goals').values({ ...await line(place + 1), title,
    by_worker: byWorker?.level ?? null, by_worker_says: byWorker?.says ?? null, by_person: byPerson?.level ?? null, by_person_says: byPerson?.says ?? null }).execute()
  await work.db.insertInto('closing_agreements').values({ ...await line(0), said: said.agreements }).execute()
  for (const [place, { purpose, signedOn, reviews, endedOn }] of known.agreements.entries()) await work.db.insertInto('closing_agreements').values({ ...await line(place + 1), purpose, signed_on: signedOn, reviews, ended_on: endedOn }).execute()
}

export type Answering = { answer: ClosingAnswer, words?: string | undefined }

/** What the person said when the facilitator read it with them, in their words; or why it could not be read. */
export async function recordAnswer(work: Work, reportId: string, said: Answering): Promise<void> {
  await mustBe(work, 'facilitator')
  await answer(work, await theReport(work, work.about, reportId), said)
}

/** The person's own word on it, before it is signed or after: both stand in it. */
export async function answerOwnClosing(work: Work, reportId: string, said: Answering): Promise<void> {
  await answer(work, await theReport(work, work.actor.id, reportId), said)
}

async function answer(work: Work, { report, latest }: Found, { answer: said, words = '' }: Answering): Promise<void> {
  const by = work.actor.kind === 'participant' ? 'participant' : 'colleague'
  checkAnswer({ answer: said, words }, by === 'participant' ? 'person' : 'colleague')
  checkLatest(report, latest)
  await work.db.insertInto('closing_answers').values({ id: await work.newId(), public_id: work.newPublicId(), report_id: report.id, participant_id: work.actor.kind === 'participant' ? work.actor.id : work.about, answer: said, words,
    recorded_by_kind: by, recorded_by: work.actor.id, said_at: work.now }).execute()
}

/** The facilitator signs what they wrote and read with the person. */
export async function signClosing(work: Work, reportId: string): Promise<void> {
  await mustBe(work, 'facilitator')
  const { report, latest } = await theReport(work, work.about, reportId)
  checkSigning(report, latest, work.actor.id)
  await sign(work, report, { as: 'facilitator', twice: 'closing-signed-already' })
}

/** The coordinator says that they have seen it. */
export async function seeClosing(work: Work, reportId: string): Promise<void> {
  await mustBe(work, 'coordinator')
  const { report, latest } = await theReport(work, work.about, reportId)
  checkSighting(report, latest)
  await sign(work, report, { as: 'coordinator', twice: 'closing-seen-already' })
}

async function sign(work: Work, report: Closing, { as, twice }: { as: 'facilitator' | 'coordinator', twice: 'closing-signed-already' | 'closing-seen-already' }): Promise<void> {
  const added = await work.db.insertInto('closing_signatures').values({ id: await work.newId(), report_id: report.id, participant_id: work.about, as_role: as, signed_by: work.actor.id, signed_at: work.now })
    .onConflict((conflict) => conflict.columns(['report_id', 'as_role']).doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse(twice)
}

async function mustBe(work: Work, role: 'facilitator' | 'coordinator'): Promise<void> {
  if (await myRoleFor(work, work.about) !== role) throw refuse('not-found')
}

type Found = { report: Closing, latest: Closing }

/** A version of a report, and the last one of the same plan. */
export async function theReport(work: Work, participantId: number, publicId: string): Promise<Found> {
  const all = await closingsOf(work, participantId)
  const report = all.find((one) => one.publicId === publicId)
  if (!report) throw refuse('not-found')
  return { report, latest: all.find(({ planId }) => planId === report.planId)! }
}

/** What this room erases: with the plan its reports; of a report that stays, the part whose record goes. */
export const erasesOfClosing: Erasers = [
  ['plan', async (work, id) => { await work.db.deleteFrom('closing_reports').where('participant_id', '=', id).execute() }],
  ['sessions', async (work, id) => { for (const table of ['closing_doses', 'closing_units'] as const) await work.db.deleteFrom(table).where('participant_id', '=', id).execute() }],
  ['measures', async (work, id) => { await work.db.deleteFrom('closing_goals').where('participant_id', '=', id).execute() }],
  ['agreements', async (work, id) => { await work.db.deleteFrom('closing_agreements').where('participant_id', '=', id).execute() }],
]
