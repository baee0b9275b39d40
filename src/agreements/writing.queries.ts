import { sql } from 'kysely'
import type { Erasers } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { Agreement, Answer, ClauseOutcome, Ending, Party, Purpose, Review } from './agreement.ts'

export type PartyNamed = Pick<Party, 'colleagueId' | 'role'>
/** The words of a version as they are put to its parties. */
export type Wording = { reason: string, clauses: string[], parties: PartyNamed[] }

type About = Pick<Agreement, 'id' | 'participantId' | 'revision'> & { versions?: Agreement['versions'] }

/** Refuses the second of two who propose at the same time: one open agreement for each purpose. */
export async function addAgreement(work: Work, row: { participantId: number, purpose: Purpose, reviewMonths: number, programme?: Agreement['programme'] }): Promise<About & { publicId: string }> {
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  const added = await work.db.insertInto('agreements').values({
    id, public_id: publicId, participant_id: row.participantId, purpose: row.purpose, review_months: row.reviewMonths, proposed_on: work.today,
    programme: row.programme?.id ?? null, programme_version: row.programme?.version ?? null }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('agreement-already-open')
  return { id, publicId, participantId: row.participantId, revision: 1 }
}

/**
 * Counts one more change, if the agreement is still at the revision that the writer was shown. Two who save at once meet in this
 * row: the second waits for the first, finds another revision, and is told.
 */
export async function takeTurn<A extends About>(work: Work, agreement: A, shown: number): Promise<A> {
  const revision = shown + 1
  const taken = await work.db.updateTable('agreements').set({ revision }).where('id', '=', agreement.id).where('revision', '=', shown).executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) throw refuse('agreement-changed-meanwhile')
  return { ...agreement, revision }
}

export async function addVersion(work: Work, agreement: About, { reason, clauses, parties }: Wording): Promise<void> {
  const id = await work.newId()
  const of = { version_id: id, participant_id: agreement.participantId }
  await work.db.insertInto('agreement_versions').values({
    id, agreement_id: agreement.id, participant_id: agreement.participantId, number: (agreement.versions?.length ?? 0) + 1, reason,
    proposed_on: work.today, proposed_at: work.now, proposed_by: work.actor.id, revision: agreement.revision }).execute()
  await work.db.insertInto('agreement_clauses').values(await withIds(work, clauses.map((text, at) => ({ ...of, place: at + 1, text })))).execute()
  await work.db.insertInto('agreement_parties').values(await withIds(work, parties.map(({ colleagueId, role }) => ({ ...of, colleague_id: colleagueId, role })))).execute()
}

/** Everybody answers a version once: a second answer, even at the same moment, is refused. */
export async function addAnswer(work: Work, agreement: About, party: Party, answer: Omit<Answer, 'recordedBy'>): Promise<void> {
  const added = await work.db.insertInto('agreement_signatures').values({
    party_id: party.id, participant_id: agreement.participantId, answer: answer.answer, answered_on: answer.on, own_words: answer.ownWords, way: answer.way, seen_by: answer.seenBy,
    recorded_by_kind: work.actor.kind, recorded_by: work.actor.id, recorded_at: work.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('agreement-already-answered')
}

export async function addReview(work: Work, agreement: About, review: Pick<Review, 'versionId' | 'heldOn' | 'note' | 'next'> & { outcomes: ClauseOutcome[] }): Promise<void> {
  const id = await work.newId()
  await work.db.insertInto('agreement_reviews').values({
    id, public_id: work.newPublicId(), agreement_id: agreement.id, version_id: review.versionId, participant_id: agreement.participantId, held_on: review.heldOn, note: review.note,
    next: review.next, recorded_by: work.actor.id, recorded_at: work.now, revision: agreement.revision }).execute()
  await work.db.insertInto('clause_outcomes').values(review.outcomes.map(({ clauseId, outcome, reason }) => ({
    review_id: id, clause_id: clauseId, participant_id: agreement.participantId, outcome, reason }))).execute()
}

export async function addEnding(work: Work, agreement: About, { word, reason }: { word: Ending, reason: string }): Promise<void> {
  await work.db.updateTable('agreements').set({ ended_on: work.today, ended_at: work.now, ended_word: word, ended_reason: reason, ended_by: work.actor.id })
    .where('id', '=', agreement.id).execute()
}

/** An open agreement whose words were erased binds nobody and cannot be shown: another one for the same purpose takes its place. */
export async function endWithoutWords(work: Work, { participantId, purpose, reason }: { participantId: number, purpose: Purpose, reason: string }): Promise<void> {
  await work.db.updateTable('agreements').set({ ended_on: work.today, ended_at: work.now, ended_word: 'replaced', ended_reason: reason, ended_by: work.actor.id })
    .where('participant_id', '=', participantId).where('purpose', '=', purpose).where('ended_on', 'is', null)
    .where(sql<boolean>`not exists (select from agreement_versions v where v.agreement_id = agreements.id)`).execute()
}

async function withIds<Row>(work: Work, rows: Row[]): Promise<(Row & { id: number })[]> {
  const numbered: (Row & { id: number })[] = []
  for (const row of rows) numbered.push({ ...row, id: await work.newId() })
  return numbered
}

/** What this room erases: the words of agreements, their signatures and reviews; and the agreement itself once no meeting rests on it. */
export const erasesOfAgreements: Erasers = [['agreements', async (work, id, before) => {
  await work.db.deleteFrom('agreement_versions').where('participant_id', '=', id).where('proposed_at', '<=', before).execute()
  await sql`delete from agreements a where a.participant_id = ${id} and a.ended_at <= ${before} and not exists (select from sessions s where s.agreement_id = a.id)`.execute(work.db)
}]]
