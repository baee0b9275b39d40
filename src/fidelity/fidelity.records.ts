import { addMinutes } from '../platform/day.ts'
import type { Given, RecordKind } from '../platform/record-kind.ts'

const observationOf = ({ id, publicId, participantId, author, aboutId, someId, now }: Given) => ({
  id, public_id: publicId, session_id: id + 1, participant_id: participantId, facilitator_id: aboutId, author_id: author.id === aboutId ? -3 * id : author.id, reason: 'First sessions of a new colleague.',
  named_by: someId, named_at: now, until_at: '2099-01-01T00:00:00Z' })

const ratingOf = ({ id, publicId, participantId, author, aboutId, now }: Given) => ({
  id, public_id: publicId, session_id: id + 1, participant_id: participantId, facilitator_id: aboutId, author_id: author.id, programme: 'entre', version: 1, items: ['opening'], codes: ['2'],
  rests_on_adherence: '', rests_on_competence: '', locked_at: now })

// Numbers below zero are nobody's else: the colleague who rates beside the one of the row, and what they wrote.
const otherOf = ({ id, publicId, author, aboutId }: Given) => author.id === aboutId ? { id: -3 * id, public_id: `${publicId}-colleague`, name: 'Another' } : undefined

const itsSession = (given: Given) => [
  { table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: given.now } },
  { table: 'plans', row: { id: given.id + 2, public_id: `${given.publicId}-plan`, participant_id: given.participantId, programme: 'for-the-matrix', version: 1, state: 'ended', begins_on: given.today, ended_on: given.today, ending: 'completed', made_by: given.someId, made_at: given.now } },
  { table: 'sessions', row: { id: given.id + 1, public_id: `${given.publicId}-session`, participant_id: given.participantId, plan_id: given.id + 2, author_id: given.aboutId, starts_at: minuteOf(given), minutes: 60, state: 'held', recorded_at: given.now } }]

/** One person meets once a minute, so each row has a minute of its own. */
function minuteOf({ id, now }: Given) {
  return addMinutes(now, -id)
}

/** Whoever is not the facilitator was named for this session. */
const itsNaming = (given: Given) => given.author.id === given.aboutId || given.author.kind !== 'colleague' ? [] : [{ table: 'observations', row: { ...observationOf(given), id: -2 * given.id, public_id: `${given.publicId}-naming` } }]

const itsStranger = (given: Given) => [otherOf(given)].flatMap((row) => row ? [{ table: 'colleagues', row }] : [])

/** The other of the two has locked theirs: before that, only its writer reads a rating. */
const itsOther = (given: Given) => {
  const other = otherOf(given)
  const author = { kind: 'colleague' as const, id: other?.id ?? given.aboutId }
  return [...itsStranger(given), { table: 'integrity_ratings', row: { ...ratingOf({ ...given, author }), id: -given.id, public_id: `${given.publicId}-other` } }]
}

export const fidelityRecords: RecordKind[] = [{ record: 'integrity_rating', tables: [
  { name: 'integrity_ratings', after: (given) => [...itsSession(given), ...itsNaming(given), ...itsOther(given)], row: ratingOf },
  { name: 'observations', writtenBy: 'the supervisor of the facilitator or the coordinator names, through a function', after: (given) => [...itsSession(given), ...itsStranger(given)], row: observationOf },
] }]
