import type { Given, RecordKind } from '../platform/record-kind.ts'

const frame = { frame: 'pro-integration', version: 1, domains: ['coping'], titles: ['Coping'] }

const coding = ({ id, publicId, participantId, author, now }: Given, place: number) => ({
  id, public_id: publicId, session_id: id + 1, participant_id: participantId, author_id: author.id, place, frame: frame.frame, frame_version: frame.version, domains: frame.domains, codes: ['1'], locked_at: now })

const itsSession = ({ id, publicId, participantId, someId, now }: Given) => [
  { table: 'coding_frames', row: { ...frame, kept_at: now } },
  { table: 'sessions', row: { id: id + 1, public_id: `${publicId}-session`, participant_id: participantId, author_id: someId, starts_at: now, minutes: 60, state: 'called-off', recorded_at: now } }]

// Numbers below zero are nobody's else: rows that stand before this one, of the same scene.
const another = (given: Given, place: number) => ({ table: 'codings', row: { ...coding(given, place), id: -2 * given.id - place, public_id: `${given.publicId}-${place}`, author_id: place === 1 && given.author.kind === 'colleague' ? given.author.id : given.someId } })

/** Of a kind with the content of sessions: who reads the codes once they are no longer blind. */
export const codingRecords: RecordKind[] = [{ record: 'session_content', tables: [
  { name: 'codings', notBy: ['mentor'], after: (given) => [...itsSession(given), another(given, 2)], row: (given) => coding(given, 1) },
  { name: 'code_consensus', notBy: ['mentor'], after: (given) => [...itsSession(given), another(given, 1), another(given, 2)],
    row: ({ id, publicId, participantId, author, now }) => ({
      id, public_id: publicId, session_id: id + 1, participant_id: participantId, author_id: author.id, domains: frame.domains, codes: ['1'], reason: 'The letter decides it.', proposed_at: now }) },
] }]
