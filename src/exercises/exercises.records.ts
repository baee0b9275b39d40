import type { Given, RecordKind } from '../platform/record-kind.ts'

const sheetOf = (kind: string) => ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, author_id: author.id, kind, programme: 'for-the-matrix', version: 1, about_the_offence: false, made_on: today, written_at: now })
const itsVersion = ({ now }: Given) => [{ table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: now } }]
const itsSheet = (table: string, kind: string) => (given: Given) => [...itsVersion(given), { table, row: { ...sheetOf(kind)(given), id: given.id + 1, public_id: `${given.publicId}-sheet`, author_id: given.author.kind === 'colleague' ? given.author.id : given.someId } }]
const entryOf = (part: string, more: Record<string, number>) => ({ id, participantId, author }: Given) => ({ id, exercise_id: id + 1, participant_id: participantId, author_id: author.id, revision: 1, part, position: 0, words: 'The workshop.', ...more })

export const exercisesRecords: RecordKind[] = [
  { record: 'session_content', tables: [
    { name: 'exercises', row: sheetOf('problem_solving'), after: itsVersion },
    { name: 'exercise_entries', row: entryOf('problem', {}), after: itsSheet('exercises', 'problem_solving') }] },
  // A mentor reads the person's map only where they agreed, so none begins one here.
  { record: 'family_and_network', tables: [
    { name: 'identity_maps', row: sheetOf('identity_map'), after: itsVersion, notBy: ['mentor'] },
    { name: 'identity_map_labels', row: entryOf('now', { weight: 1 }), after: itsSheet('identity_maps', 'identity_map'), notBy: ['mentor'] }] },
]
