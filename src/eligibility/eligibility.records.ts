import type { Given, RecordKind } from '../platform/record-kind.ts'

const answerOf = ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, programme: 'for-the-matrix', version: 1, rule_id: 'adult', asked: 'Is the person an adult?', answer: 'yes', words: 'The passport.',
  seen_on: today, said_by: 'The file', written_by: author.id, written_at: now })
const itsVersion = ({ now }: Given) => [{ table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: now } }]

export const eligibilityRecords: RecordKind[] = [
  // The person reads the answers; they are not the one who writes down what others found.
  { record: 'referral', tables: [{ name: 'eligibility_answers', row: answerOf, after: itsVersion, notBy: ['participant'] }] },
  { record: 'assessment_state', tables: [{ name: 'assessor_answers', row: answerOf, after: itsVersion }] },
]
