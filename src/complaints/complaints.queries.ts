import { sql } from 'kysely'
import { momentOf, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { termsFrom, type Complaint, type Forwarded, type Kind, type Outcome, type Subject, type Term } from './complaint.ts'

/** One complaint, whole. Not found is the answer both where there is none and where it is not the actor's to see. */
export async function findComplaint(work: Work, publicId: string): Promise<Complaint> {
  const found = await complaints(work).where('complaints.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return complaintIn(found)
}

/** Those without an answer that this reader may see, the earliest day first. */
export async function openComplaints(work: Work): Promise<Complaint[]> {
  const rows = await complaints(work).where('complaint_answers.complaint_id', 'is', null).where('complaints_taken_back.complaint_id', 'is', null)
    .orderBy('complaints.answer_by').orderBy('complaints.id').limit(500).execute()
  return rows.map(complaintIn)
}

/** Those that are over, the latest first. */
export async function closedComplaints(work: Work, most: number): Promise<Complaint[]> {
  const rows = await complaints(work).where((is) => is.or([is('complaint_answers.complaint_id', 'is not', null), is('complaints_taken_back.complaint_id', 'is not', null)]))
    .orderBy('complaints.raised_on', 'desc').orderBy('complaints.id', 'desc').limit(most).execute()
  return rows.map(complaintIn)
}

/** Everything that the person who is signed in has raised, the latest first. */
export async function ownComplaints(work: Work): Promise<Complaint[]> {
  const rows = await complaints(work).where('complaints.participant_id', '=', work.actor.id).orderBy('complaints.raised_on', 'desc').orderBy('complaints.id', 'desc').limit(200).execute()
  return rows.map(complaintIn)
}

/** The days of each kind, with what says so. */
export async function answerTerms(work: Work): Promise<Term[]> {
  return termsFrom(await work.db.selectFrom('complaint_terms').select(['kind', 'days', 'source']).execute())
}

export async function setTerm(work: Work, { kind, days, source }: { kind: Kind, days: number, source: string }): Promise<void> {
  const set = { days, source, set_by: work.actor.id, set_at: work.now }
  await work.db.insertInto('complaint_terms').values({ kind, ...set }).onConflict((conflict) => conflict.column('kind').doUpdateSet(set)).execute()
}

/** The person with exactly this number, for whom the rights officer writes something down. */
export async function personWithNumber(work: Work, number: string): Promise<number | undefined> {
  const { rows } = await sql<{ participant_id: number | null }>`select person_who_complains(${number}) as participant_id`.execute(work.db)
  return rows[0]?.participant_id ?? undefined
}

export type Coordinator = { colleague_id: number, public_id: string, name: string }

/** To whom a complaint could be forwarded. */
export async function coordinatorsFor(work: Work, complaintId: string): Promise<Coordinator[]> {
  const { rows } = await sql<Coordinator>`select * from coordinators_for_complaint(${complaintId})`.execute(work.db)
  return rows
}

type NewComplaint = Pick<Complaint, 'participantId' | 'number' | 'kind' | 'subject' | 'words' | 'reach' | 'raisedOn' | 'answerBy' | 'way'>

export async function addComplaint(work: Work, { participantId, raisedOn, answerBy, ...said }: NewComplaint): Promise<string> {
  const publicId = work.newPublicId()
  await work.db.insertInto('complaints').values({ ...said, id: await work.newId(), public_id: publicId, participant_id: participantId, raised_on: raisedOn, raised_at: work.now, answer_by: answerBy, ...recorder(work) }).execute()
  return publicId
}

/** There is one answer; whoever sends a second, even at the same moment, is told. */
export async function addAnswer(work: Work, { id, participantId }: Complaint, { outcome, words }: { outcome: Outcome, words: string }): Promise<void> {
  const added = await work.db.insertInto('complaint_answers').values({ complaint_id: id, participant_id: participantId, outcome, words, answered_on: work.today, answered_at: work.now, answered_by: work.actor.id })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('complaint-answered')
}

export async function addTakenBack(work: Work, { id, participantId }: Complaint, words: string): Promise<void> {
  const added = await work.db.insertInto('complaints_taken_back').values({ complaint_id: id, participant_id: participantId, words, taken_back_on: work.today, taken_back_at: work.now, ...recorder(work) })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('complaint-taken-back')
}

export async function noteForwarded(work: Work, { id }: Complaint, colleagueId: number, why: string): Promise<void> {
  await work.db.updateTable('complaints').set({ forwarded_to: colleagueId, forwarded_at: work.now, forwarded_why: why }).where('id', '=', id).execute()
}

/** The last moment of a day where the service is: a reading that runs until a day runs until it is over. */
export function endOf(work: Work, on: Day) {
  return momentOf(on, '23:59', work.timeZone) ?? work.now
}

function recorder(work: Work) {
  return { recorded_by_kind: work.actor.kind, recorded_by: work.actor.id }
}

function complaints(work: Work) {
  return work.db.selectFrom('complaints').leftJoin('complaint_answers', 'complaint_answers.complaint_id', 'complaints.id').leftJoin('complaints_taken_back', 'complaints_taken_back.complaint_id', 'complaints.id')
    .leftJoin('colleagues as reader', 'reader.id', 'complaints.forwarded_to').leftJoin('colleagues as answerer', 'answerer.id', 'complaint_answers.answered_by')
    .select(['complaints.id', 'complaints.public_id', 'complaints.participant_id', 'complaints.number', 'complaints.kind', 'complaints.subject', 'complaints.words', 'complaints.reach', 'complaints.raised_on', 'complaints.answer_by', 'complaints.way',
      'complaints.forwarded_at', 'complaints.forwarded_why', 'reader.name as reader', 'complaint_answers.outcome', 'complaint_answers.words as answer', 'complaint_answers.answered_on', 'answerer.name as answerer',
      'complaints_taken_back.taken_back_on', 'complaints_taken_back.words as back_words'])
}

type Row = Awaited<ReturnType<ReturnType<typeof complaints>['execute']>>[number]

function complaintIn(row: Row): Complaint {
  return {
    id: row.id, publicId: row.public_id, participantId: row.participant_id, number: row.number, kind: row.kind as Kind, subject: row.subject as Subject, words: row.words, reach: row.reach,
    raisedOn: row.raised_on, answerBy: row.answer_by, way: row.way as Complaint['way'],
    ...(row.outcome !== null && { answer: { outcome: row.outcome as Outcome, words: row.answer!, on: row.answered_on!, by: row.answerer ?? '' } }),
    ...(row.taken_back_on !== null && { takenBack: { words: row.back_words ?? '', on: row.taken_back_on } }),
    ...(row.forwarded_at !== null && { forwarded: forwardedIn(row) }),
  }
}

function forwardedIn(row: Row): Forwarded {
  return { to: row.reader ?? '', at: row.forwarded_at!, why: row.forwarded_why! }
}
