import { addDays, day } from '../platform/day.ts'
import type { Given, RecordKind } from '../platform/record-kind.ts'

const ids = ({ id, publicId, participantId }: Given) => ({ id, public_id: publicId, participant_id: participantId })
const aPlace = ({ id, publicId }: Given) => ({ table: 'community_places', row: { id: id + 1, public_id: `${publicId}-place`, kind: 'work' } })

const toAnother = (given: Given) => ({ ...ids(given), from_unit_id: given.unitId, to_unit_id: given.id + 1, moves_on: given.today, announced_by: given.author.id, announced_at: given.now })
const anotherUnit = ({ id, publicId }: Given) => ({ table: 'units', row: { id: id + 1, public_id: `${publicId}-unit`, name: `A unit ${id}`, kind: 'prison' } })

const aRecall = (given: Given) => ({ ...ids(given), recalled_on: given.today, authority: 'Court', released_on: given.today, recorded_by: given.author.id, recorded_at: given.now })
/** One a day is recorded of a person, so each stands on a day of its own. */
const theRecall = (given: Given) => ({ table: 'recalls', row: { ...aRecall(given), id: given.id + 1, public_id: `${given.publicId}-recall`, recalled_on: addDays(day('2020-01-02'), given.id % 2000), released_on: '2020-01-01', recorded_by: given.someId } })
// A report stands on a plan that has ended; each of its parts on the report, written by whoever writes the part.
const itsEndedPlan = ({ id, publicId, participantId, someId, now, today }: Given) => [
  { table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: now } },
  { table: 'plans', row: { id: id + 1, public_id: `${publicId}-plan`, participant_id: participantId, programme: 'for-the-matrix', version: 1, state: 'ended', begins_on: today, ended_on: today, ending: 'completed', made_by: someId, made_at: now } }]
const reportOf = ({ id, publicId, participantId, author, someId, now }: Given) => ({ id, public_id: publicId, participant_id: participantId, plan_id: id + 1, number: 1, said_programme: 'It ended.', said_after: 'She goes on.',
  said_places: 'A workshop.', said_follows: 'Lena.', places: [], written_by: author.kind === 'colleague' ? author.id : someId, written_at: now })
const itsReport = (given: Given) => [...itsEndedPlan(given), { table: 'closing_reports', row: { ...reportOf(given), id: given.id + 2, public_id: `${given.publicId}-report`, plan_id: given.id + 1 } }]
const partOf = ({ id, participantId }: Given) => ({ id, report_id: id + 2, participant_id: participantId })

export const transitionsRecords: RecordKind[] = [
  { record: 'release', tables: [{ name: 'recalls', row: aRecall }] },
  { record: 'legal_status', tables: [
    { name: 'recall_reasons', row: (given) => ({ ...ids(given), recall_id: given.id + 1, reason: 'As the court wrote', written_by: given.author.id, written_at: given.now }), after: (given) => [theRecall(given)] },
    { name: 'recall_answers', row: (given) => ({ ...ids(given), recall_id: given.id + 1, words: 'I was at work.', recorded_by: given.author.id, said_at: given.now }), after: (given) => [theRecall(given)] },
  ] },
  { record: 'identity_name', tables: [{ name: 'unit_transfers', row: toAnother, after: (given) => [anotherUnit(given)] }] },
  { record: 'identity_particulars', tables: [{ name: 'unit_transfer_reasons', row: (given) => ({ ...ids(given), transfer_id: given.id + 2, reason: 'Nearer to the family', authority: 'Prison service', written_by: given.author.id, written_at: given.now }),
    after: (given) => [anotherUnit(given), { table: 'unit_transfers', row: { ...toAnother(given), id: given.id + 2, public_id: `${given.publicId}-transfer`, announced_by: given.someId, called_off_by: given.someId, called_off_at: given.now, called_off_why: 'Stays here' } }] }] },
  { record: 'plan_dates', tables: [
  { name: 're_entries', row: (given) => ({ ...ids(given), reason: 'Asked herself', recorded_by: given.author.id, recorded_at: given.now }) },
  { name: 'transition_owners', row: (given) => ({ ...ids(given), place_id: given.id + 1, acknowledge_by: given.today, named_by: given.author.id, named_at: given.now }), after: (given) => [aPlace(given)] },
  { name: 'transition_links', row: (given) => ({ ...ids(given), place_id: given.id + 1, answer: 'agreed', told_by: given.author.id, told_at: given.now }), after: (given) => [aPlace(given)] },
  { name: 'transition_maintenance', row: (given) => ({ ...ids(given), colleague_id: given.someId, from_on: given.today, every_weeks: 2, meetings: 6, arranged_by: given.author.id, arranged_at: given.now }) },
  // To a colleague who is certainly not the one who hands over.
  { name: 'transition_hand_overs', row: (given) => ({ ...ids(given), to_id: given.id + 1, items: ['meetings'], acknowledge_by: given.today, handed_by: given.author.id, handed_at: given.now }),
    after: ({ id, publicId }) => [{ table: 'colleagues', row: { id: id + 1, public_id: `${publicId}-next`, name: 'The next worker', title: 'Mentor' } }] },
  { name: 'closing_reports', row: reportOf, after: itsEndedPlan, notBy: ['coordinator'] },
  { name: 'closing_answers', row: (given) => ({ ...partOf(given), public_id: given.publicId, answer: 'agrees', recorded_by_kind: given.author.kind, recorded_by: given.author.id, said_at: given.now }), after: itsReport, notBy: ['coordinator'] },
  { name: 'closing_signatures', row: (given) => ({ ...partOf(given), as_role: 'facilitator', signed_by: given.author.kind === 'colleague' ? given.author.id : given.someId, signed_at: given.now }), after: itsReport, notBy: ['coordinator'] },
  ] },
  { record: 'session_attendance', tables: [{ name: 'closing_doses', row: (given) => ({ ...partOf(given), held: 31, minutes: 1860, said: 'We met often.', written_by: given.author.id }), after: itsReport, notBy: ['mentor', 'circle_coordinator'] }] },
  { record: 'session_content', tables: [{ name: 'closing_units', row: (given) => ({ ...partOf(given), place: 1, name: 'Values', sessions: 4, written_by: given.author.id }), after: itsReport, notBy: ['mentor'] }] },
  { record: 'measure', tables: [{ name: 'closing_goals', row: (given) => ({ ...partOf(given), place: 1, title: 'Mornings in the workshop' }), after: itsReport, notBy: ['assessor', 'participant'] }] },
  { record: 'agreement', tables: [{ name: 'closing_agreements', row: (given) => ({ ...partOf(given), place: 1, purpose: 'mentoring', signed_on: given.today, reviews: 2 }), after: itsReport, notBy: ['coordinator', 'mentor', 'circle_coordinator', 'participant'] }] },
  { record: 'restriction_and_monitoring', tables: [{ name: 'monitoring_orders', row: (given) => ({ ...ids(given), support_id: given.id + 1, from_on: given.today, until_on: given.today, says: 'A band at the ankle', authority: 'Court', recorded_by: given.author.id, recorded_at: given.now }),
    after: ({ id, publicId, participantId, someId, now }) => [{ table: 'colleagues', row: { id: id + 2, public_id: `${publicId}-mentor`, name: 'A mentor', title: 'Mentor' } },
      { table: 'appointments', row: { id: id + 3, public_id: `${publicId}-appointed`, colleague_id: id + 2, role: 'mentor', from_at: now } },
      { table: 'assignments', row: { id: id + 1, public_id: `${publicId}-support`, colleague_id: id + 2, participant_id: participantId, role: 'mentor', from_at: now, made_by: someId } }] },
  { name: 'monitoring_reviews', row: (given) => ({ ...ids(given), order_id: given.id + 1, finding: 'needed', words: 'Nothing lighter would do', next_on: given.today, reviewed_by: given.author.id, reviewed_at: given.now }),
    after: ({ id, publicId, participantId, someId, now, today }) => [{ table: 'colleagues', row: { id: id + 2, public_id: `${publicId}-mentor`, name: 'A mentor', title: 'Mentor' } },
      { table: 'assignments', row: { id: id + 3, public_id: `${publicId}-support`, colleague_id: id + 2, participant_id: participantId, role: 'mentor', from_at: now, made_by: someId } },
      { table: 'monitoring_orders', row: { id: id + 1, public_id: `${publicId}-order`, participant_id: participantId, support_id: id + 3, from_on: today, until_on: today, says: 'A band', authority: 'Court', recorded_by: someId, recorded_at: now } }] }] },
]
