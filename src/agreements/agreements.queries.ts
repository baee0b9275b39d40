import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { isOneOf } from '../platform/focus.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import { isHeldOn, type Agreement, type Answer, type Clause, type ClauseOutcome, type Ending, type NextStep, type Outcome, type Party, type Purpose, type Review, type Version } from './agreement.ts'

/** One agreement, whole. Not found is the answer both where there is none and where it is not the actor's to see. */
export async function findAgreement(work: Work, publicId: string): Promise<Agreement> {
  const [found] = await whole(work, await agreementRows(work).where('public_id', '=', publicId).execute())
  if (!found) throw refuse('not-found')
  return found
}

/** The agreements of the person that this work is about, or of the participant who asks: the latest first, after the one named. */
export async function agreementsAfter(work: Work, after: string | undefined, most: number): Promise<Agreement[]> {
  const rows = agreementRows(work).orderBy('proposed_on', 'desc').orderBy('id', 'desc').limit(most)
  const cursor = after === undefined ? undefined : await agreementRows(work).where('public_id', '=', after).executeTakeFirst()
  if (after !== undefined && !cursor) throw refuse('not-found')
  return whole(work, await (cursor ? rows.where(sql<boolean>`(proposed_on, id) < (${cursor.proposed_on}::date, ${cursor.id})`) : rows).execute())
}

/** Every open agreement that the actor may see. */
export async function openAgreements(work: Work): Promise<Agreement[]> {
  return whole(work, await agreementRows(work).where('ended_on', 'is', null).execute())
}

export async function isOpenFor(work: Work, participantId: number, purpose: Purpose): Promise<boolean> {
  const found = await agreementRows(work).where('participant_id', '=', participantId).where('purpose', '=', purpose).where('ended_on', 'is', null).executeTakeFirst()
  return found !== undefined
}

/** The agreement for practical help that held on a day, where there was one: signed by everybody by then, and not yet ended. What a mentor's meeting rests on after a stop. */
export async function practicalHelpOn(work: Work, participantId: number, day: Day): Promise<number | undefined> {
  const agreements = await whole(work, await agreementRows(work).where('participant_id', '=', participantId).where('purpose', '=', 'practical').execute())
  return agreements.find((agreement) => isHeldOn(agreement, day))?.id
}

/** For the head of programmes: how many, a small number not told. */
export async function agreementCounts(work: Work): Promise<{ what: string, howMany: number | null }[]> {
  const { rows } = await sql<{ what: string, how_many: number | null }>`select what, how_many from agreement_counts() order by what desc`.execute(work.db)
  return rows.map(({ what, how_many: howMany }) => ({ what, howMany }))
}

/** The languages the person understands, as they were written down; nothing where the reader may not know them. */
export async function languagesOf(work: Work, participantId: number): Promise<string[]> {
  const found = await work.db.selectFrom('access_needs').select(['languages', 'participant_id']).where('participant_id', '=', participantId).executeTakeFirst()
  return found?.languages ?? []
}

/** Those whose words were erased stay for the meetings that rest on them, and say nothing any more: for whoever reads there is none. */
function agreementRows(work: Work) {
  return work.db.selectFrom('agreements').selectAll().where(sql<boolean>`exists (select from agreement_versions v where v.agreement_id = agreements.id)`)
}

type AgreementRow = Awaited<ReturnType<ReturnType<typeof agreementRows>['execute']>>[number]

/** Agreements with everything that belongs to them; five questions however many they are. */
async function whole(work: Work, rows: AgreementRow[]): Promise<Agreement[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [versions, reviews, enders] = await together([versionsOf(work, ids), reviewsOf(work, ids), namesOf(work, rows.flatMap(({ ended_by: by }) => by ?? []))])
  return rows.map((row) => ({
    id: row.id, publicId: row.public_id, participantId: row.participant_id, purpose: row.purpose as Purpose, reviewMonths: row.review_months, revision: row.revision,
    versions: versions.get(row.id) ?? [], reviews: reviews.get(row.id) ?? [],
    ...(row.programme !== null && { programme: { id: row.programme, version: row.programme_version! } }),
    ...(row.ended_on && { ended: { on: row.ended_on, at: row.ended_at!, word: row.ended_word as Ending, reason: row.ended_reason!, by: enders.get(row.ended_by!) ?? '' } }),
  }))
}

async function versionsOf(work: Work, agreementIds: number[]): Promise<Map<number, Version[]>> {
  const rows = await work.db.selectFrom('agreement_versions').leftJoin('colleagues', 'colleagues.id', 'proposed_by')
    .select(['agreement_versions.id', 'agreement_id', 'participant_id', 'number', 'reason', 'proposed_on', 'proposed_at', 'revision', 'colleagues.name'])
    .where(isOneOf(sql`agreement_id`, agreementIds)).orderBy('number').execute()
  const ids = rows.map(({ id }) => id)
  const [parties, clauses] = await together([partiesOf(work, ids), clausesOf(work, ids)])
  return grouped(rows, (row) => row.agreement_id, (row): Version => ({
    id: row.id, number: row.number, revision: row.revision, proposedOn: row.proposed_on, at: row.proposed_at, proposedBy: row.name ?? '', reason: row.reason,
    parties: parties.get(row.id) ?? [], clauses: clauses.get(row.id) ?? [],
  }))
}

async function partiesOf(work: Work, versionIds: number[]): Promise<Map<number, Party[]>> {
  const rows = await work.db.selectFrom('agreement_parties as p').leftJoin('agreement_signatures as s', 's.party_id', 'p.id')
    .leftJoin('colleagues as c', 'c.id', 'p.colleague_id').leftJoin('identity_names as n', 'n.participant_id', 'p.participant_id')
    .leftJoin('colleagues as r', (join) => join.onRef('r.id', '=', 's.recorded_by').on('s.recorded_by_kind', '=', 'colleague'))
    .select(['p.id', 'p.version_id', 'p.participant_id', 'p.colleague_id', 'p.role', 'c.name as colleague', 'n.name as person',
      's.answer', 's.answered_on', 's.own_words', 's.way', 's.seen_by', 'r.name as recorder'])
    .where(isOneOf(sql`p.version_id`, versionIds)).orderBy(sql`p.colleague_id is not null`).orderBy('c.name').execute()
  return grouped(rows, (row) => row.version_id, (row): Party => {
    const name = row.colleague ?? row.person ?? ''
    const party = { id: row.id, colleagueId: row.colleague_id, name: row.colleague_id === null ? row.person ?? '' : row.colleague ?? '', role: row.role }
    if (row.answer === null) return party
    return { ...party, answer: {
      answer: row.answer as Answer['answer'], on: row.answered_on!, ownWords: row.own_words ?? '', way: row.way as Answer['way'], seenBy: row.seen_by ?? '', recordedBy: row.recorder ?? name } }
  })
}

async function clausesOf(work: Work, versionIds: number[]): Promise<Map<number, Clause[]>> {
  const rows = await work.db.selectFrom('agreement_clauses').select(['id', 'version_id', 'participant_id', 'place', 'text']).where(isOneOf(sql`version_id`, versionIds)).orderBy('place').execute()
  return grouped(rows, (row) => row.version_id, ({ id, place, text }): Clause => ({ id, place, text }))
}

async function reviewsOf(work: Work, agreementIds: number[]): Promise<Map<number, Review[]>> {
  const rows = await work.db.selectFrom('agreement_reviews').leftJoin('colleagues', 'colleagues.id', 'recorded_by')
    .select(['agreement_reviews.id', 'agreement_reviews.public_id', 'agreement_id', 'version_id', 'participant_id', 'held_on', 'note', 'next', 'recorded_at', 'revision', 'colleagues.name'])
    .where(isOneOf(sql`agreement_id`, agreementIds)).orderBy('revision').execute()
  const outcomes = await outcomesOf(work, rows.map(({ id }) => id))
  return grouped(rows, (row) => row.agreement_id, (row): Review => ({
    id: row.id, publicId: row.public_id, versionId: row.version_id, revision: row.revision, heldOn: row.held_on, at: row.recorded_at, note: row.note,
    next: row.next as NextStep, recordedBy: row.name ?? '', outcomes: outcomes.get(row.id) ?? [],
  }))
}

async function outcomesOf(work: Work, reviewIds: number[]): Promise<Map<number, ClauseOutcome[]>> {
  if (reviewIds.length === 0) return new Map()
  const rows = await work.db.selectFrom('clause_outcomes').innerJoin('agreement_clauses as c', 'c.id', 'clause_id')
    .select(['review_id', 'clause_id', 'clause_outcomes.participant_id', 'outcome', 'reason']).where(isOneOf(sql`review_id`, reviewIds)).orderBy('c.place').execute()
  return grouped(rows, (row) => row.review_id, (row): ClauseOutcome => ({ clauseId: row.clause_id, outcome: row.outcome as Outcome, reason: row.reason }))
}

async function namesOf(work: Work, colleagueIds: number[]): Promise<Map<number, string>> {
  if (colleagueIds.length === 0) return new Map()
  const rows = await work.db.selectFrom('colleagues').select(['id', 'name']).where(isOneOf(sql`id`, colleagueIds)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function grouped<Row, Part>(rows: Row[], key: (row: Row) => number, part: (row: Row) => Part): Map<number, Part[]> {
  const groups = new Map<number, Part[]>()
  for (const row of rows) groups.set(key(row), [...groups.get(key(row)) ?? [], part(row)])
  return groups
}
