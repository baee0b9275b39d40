import type { Given, RecordKind } from '../platform/record-kind.ts'

const ofTheirs = ({ participantId }: Given) => ({ participant_id: participantId })
const recorded = ({ id, publicId, participantId, author, now }: Given) => ({ id, public_id: publicId, participant_id: participantId, recorded_by: author.id, recorded_at: now })

export const participantsRecords: RecordKind[] = [
  { record: 'register', tables: [{ name: 'register_entries', key: 'participant_id', row: (given) => ({ ...ofTheirs(given), name: 'Jonas Lind' }) }] },
  { record: 'identity_name', tables: [{ name: 'identity_names', key: 'participant_id', row: (given) => ({ ...ofTheirs(given), name: 'Jonas Lind' }) }] },
  { record: 'identity_particulars', tables: [{ name: 'identity_particulars', key: 'participant_id', row: ofTheirs }] },
  { record: 'legal_status', tables: [{ name: 'legal_statuses', row: (given) => ({ ...recorded(given), status: 'sentenced', from_on: given.today, source: 'judgment', authority: 'District court' }) },
    { name: 'legal_advice', row: (given) => ({ ...recorded(given), state: 'taken', advised_on: given.today }) }] },
  { record: 'release', tables: [{ name: 'releases', row: (given) => ({ ...recorded(given), reason: 'judgment', authority: 'District court' }) },
    { name: 'release_answers', writtenBy: 'the person, of what was recorded about their own release',
      after: (given) => [{ table: 'releases', row: { ...recorded(given), id: given.id + 1, public_id: `${given.publicId}r`, reason: 'judgment', authority: 'District court' } }],
      row: ({ id, publicId, participantId, now }) => ({ id, public_id: publicId, participant_id: participantId, release_id: id + 1, said_at: now }) },
    { name: 'restriction_reviews',
      after: (given) => [{ table: 'releases', row: { ...recorded(given), recorded_by: given.someId, id: given.id + 1, public_id: `${given.publicId}r`, reason: 'judgment', authority: 'District court', restrictions: 'Not near the harbour' } }],
      row: ({ id, publicId, participantId, author, now, today }) => ({ id, public_id: publicId, participant_id: participantId, release_id: id + 1, finding: 'needed', words: 'Nothing lighter would do', next_on: today, reviewed_by: author.id, reviewed_at: now }) }] },
  { record: 'access_needs', tables: [{ name: 'access_needs', key: 'participant_id', row: ofTheirs }] },
  { record: 'consent_and_notice', tables: [{ name: 'consents', row: (given) => ({
    ...recorded(given), purpose: 'programme', answer: 'yes', notice_version: '1', language: 'en', way: 'written', answered_on: given.today }) }] },
  { record: 'withdrawal', tables: [{ name: 'withdrawals', row: ({ id, publicId, participantId, author, now }) => ({
    id, public_id: publicId, participant_id: participantId, purpose: 'programme', withdrawn_at: now, recorded_by_kind: author.kind, recorded_by: author.id }) },
    { name: 'erasure_requests', row: ({ id, publicId, participantId, author, today }) => ({
      id, public_id: publicId, participant_id: participantId, cause: 'asked', asked_on: today, answer_by: '2099-01-01', asked_by_kind: author.kind, asked_by: author.id }) }] },
  { record: 'personal_times', tables: [{ name: 'personal_times', row: ({ id, publicId, participantId, now }) => ({ id, public_id: publicId, participant_id: participantId, weekday: 5, from_time: '12:00', until_time: '14:00', said_at: now }) }] },
  { record: 'plan_dates', tables: [{ name: 'participation_changes', row: ({ id, publicId, participantId, author, now }) => ({
    id, public_id: publicId, participant_id: participantId, state: 'paused', reason: 'Transfer', changed_by: author.id, changed_at: now }) }] },
]
