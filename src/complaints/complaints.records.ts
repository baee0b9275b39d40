import type { Given, RecordKind } from '../platform/record-kind.ts'

const complaintOf = ({ id, publicId, participantId, readerId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, number: publicId, kind: 'complaint', subject: 'worker', words: 'Nobody came.', raised_on: today, raised_at: now, answer_by: today,
  way: author.kind === 'participant' ? 'own-page' : 'told', recorded_by_kind: author.kind, recorded_by: author.id,
  // What a person raises themselves is forwarded by somebody else, later.
  ...(author.kind === 'colleague' && { forwarded_to: readerId, forwarded_at: now, forwarded_why: 'She can mend it.' }) })

const itsComplaint = (given: Given) => [{ table: 'complaints', row: complaintOf({ ...given, id: given.id + 1, publicId: `${given.publicId}-complaint`, author: { kind: 'colleague', id: given.someId } }) }]

export const complaintsRecords: RecordKind[] = [{ record: 'complaint', tables: [
  { name: 'complaints', row: complaintOf },
  { name: 'complaint_answers', key: 'participant_id', notBy: ['participant'], after: itsComplaint,
    row: ({ id, participantId, author, now, today }) => ({ complaint_id: id + 1, participant_id: participantId, outcome: 'agreed', words: 'It was our mistake.', answered_on: today, answered_at: now, answered_by: author.id }) },
  { name: 'complaints_taken_back', key: 'participant_id', after: itsComplaint,
    row: ({ id, participantId, author, now, today }) => ({ complaint_id: id + 1, participant_id: participantId, taken_back_on: today, taken_back_at: now, recorded_by_kind: author.kind, recorded_by: author.id }) },
] }]
