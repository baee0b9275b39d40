import type { Given, RecordKind, RecordTable } from '../platform/record-kind.ts'
import { agreementsPage } from './pages/addresses.ts'

const agreementOf = ({ id, publicId, participantId, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, purpose: 'mentoring', review_months: 3, proposed_on: today })
const versionOf = ({ id, participantId, author, now, today }: Given) => ({
  id, agreement_id: id + 1, participant_id: participantId, number: 1, proposed_on: today, proposed_at: now, proposed_by: author.id, revision: 1 })
const partyOf = ({ id, participantId, author }: Given) => ({
  id, version_id: id + 2, participant_id: participantId, colleague_id: author.kind === 'colleague' ? author.id : null, role: author.kind === 'colleague' ? 'mentor' : 'participant' })
const clauseOf = ({ id, participantId }: Given) => ({ id, version_id: id + 2, participant_id: participantId, place: 1, text: 'We meet on Tuesdays.' })
const reviewOf = ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, agreement_id: id + 1, version_id: id + 2, participant_id: participantId, held_on: today, next: 'goes-on', recorded_by: author.id, recorded_at: now, revision: 2 })

// An agreement that has ended stands behind each row, since only one for a purpose may be open.
const itsAgreement = (given: Given) => [{ table: 'agreements', row: {
  ...agreementOf(given), id: given.id + 1, public_id: `${given.publicId}-agreement`, ended_on: given.today, ended_at: given.now, ended_word: 'completed', ended_reason: 'Done', ended_by: given.someId } }]
const itsVersion = (given: Given) => [...itsAgreement(given), { table: 'agreement_versions', row: { ...versionOf(given), id: given.id + 2, proposed_by: given.someId } }]

/** The words are put to the person by others; what the person writes is their own answer. */
const byOthers = (table: Omit<RecordTable, 'notBy'>): RecordTable => ({ ...table, notBy: ['participant'] })

export const agreementsRecords: RecordKind[] = [{ record: 'agreement', page: agreementsPage, tables: [
  byOthers({ name: 'agreements', row: agreementOf }),
  byOthers({ name: 'agreement_versions', row: versionOf, after: itsAgreement }),
  byOthers({ name: 'agreement_clauses', row: clauseOf, after: itsVersion }),
  byOthers({ name: 'agreement_parties', row: partyOf, after: itsVersion }),
  { name: 'agreement_signatures', key: 'participant_id',
    row: ({ id, participantId, author, now, today }) => ({
      party_id: id + 3, participant_id: participantId, answer: 'signed', answered_on: today, way: 'own-account', recorded_by_kind: author.kind, recorded_by: author.id, recorded_at: now }),
    after: (given) => [...itsVersion(given), { table: 'agreement_parties', row: { ...partyOf(given), id: given.id + 3 } }] },
  byOthers({ name: 'agreement_reviews', row: reviewOf, after: itsVersion }),
  byOthers({ name: 'clause_outcomes', key: 'participant_id',
    row: ({ id, participantId }) => ({ review_id: id + 4, clause_id: id + 5, participant_id: participantId, outcome: 'partly' }),
    after: (given) => [...itsVersion(given), { table: 'agreement_clauses', row: { ...clauseOf(given), id: given.id + 5 } },
      { table: 'agreement_reviews', row: { ...reviewOf(given), id: given.id + 4, public_id: `${given.publicId}-review`, recorded_by: given.someId } }] }),
] }]
