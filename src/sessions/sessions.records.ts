import { addMinutes } from '../platform/day.ts'
import type { Given, RecordKind, RecordTable } from '../platform/record-kind.ts'

const sessionOf = ({ id, publicId, participantId, author, now }: Given) => ({
  id, public_id: publicId, participant_id: participantId, author_id: author.id, starts_at: now, minutes: 60, state: 'held', recorded_at: now })
// A meeting that is written down is within a yes of the person.
const itsYes = ({ id, publicId, participantId, someId, now, today }: Given) => [{ table: 'consents', row: {
  id: id + 1, public_id: `${publicId}-yes`, participant_id: participantId, purpose: 'programme', answer: 'yes', notice_version: '1', language: 'en', way: 'written', answered_on: today, recorded_by: someId, recorded_at: now } }]
const itsSession = (given: Given) => [{ table: 'sessions', row: { ...sessionOf(given), id: given.id + 1, public_id: `${given.publicId}-session`, author_id: given.someId, state: 'called-off' } }]

// Only whoever wrote a session strikes it.
const itsStruckSession = (given: Given) => itsSession(given).map(({ table, row }) => ({ table, row: {
  ...row, author_id: given.author.kind === 'colleague' ? given.author.id : given.someId, state: 'struck', struck_why: 'It was about somebody else.' } }))

// Only whoever meets the person in it moves a session, and only while it is planned; of planned ones there is one a minute.
const itsPlannedSession = (given: Given) => itsSession(given).map(({ table, row }) => ({ table, row: {
  ...row, author_id: given.author.kind === 'colleague' ? given.author.id : given.someId, state: 'planned', starts_at: addMinutes(given.now, given.id % 500_000) } }))

// Of held ones, too, there is one a minute. Only whoever holds a session says otherwise why one of its units went another way, and keeps what was said.
const itsReasonedUnit = (given: Given) => {
  const author = given.author.kind === 'colleague' ? given.author.id : given.someId
  return [...itsSession(given).map(({ table, row }) => ({ table, row: { ...row, author_id: author, state: 'held', starts_at: addMinutes(given.now, given.id % 500_000) } })), { table: 'session_units', row: {
    session_id: given.id + 1, participant_id: given.participantId, author_id: author, unit_id: 'relations', name: 'Relations', about_the_offence: false, planned: true, delivered: false, reason: 'came-up' } }]
}

const noteIn = (name: string): RecordTable => ({
  name, after: itsSession,
  row: ({ id, publicId, participantId, author, now }) => ({
    id, public_id: publicId, session_id: id + 1, participant_id: participantId, author_id: author.id, note: 'Went well.', written_at: now, signed_at: now }),
})

export const sessionsRecords: RecordKind[] = [
  { record: 'session_attendance', tables: [{ name: 'sessions', row: sessionOf, after: itsYes }, {
    name: 'session_strikes', after: itsStruckSession,
    row: ({ id, publicId, participantId, author, now }) => ({ id, public_id: publicId, session_id: id + 1, participant_id: participantId, author_id: author.id, saved_at: now, struck_at: now }),
  }, {
    name: 'session_moves', after: itsPlannedSession, notBy: ['coordinator'],
    row: ({ id, publicId, participantId, author, now }) => ({ id, public_id: publicId, session_id: id + 1, participant_id: participantId, author_id: author.id, from_at: now, to_at: now, from_place: 'room B2', cause: 'room', moved_at: now }),
  }] },
  { record: 'session_content', tables: [{
    name: 'session_contents', key: 'participant_id', after: itsSession,
    row: ({ id, participantId, author, now }) => ({ session_id: id + 1, participant_id: participantId, author_id: author.id, done: 'Unit 1', written_at: now }),
  }, {
    name: 'session_units', key: 'participant_id', after: itsSession,
    row: ({ id, participantId, author }) => ({ session_id: id + 1, participant_id: participantId, author_id: author.id, unit_id: 'relations', name: 'Relations', about_the_offence: false, planned: true, delivered: true }),
  }, {
    name: 'unit_reasons_before', after: itsReasonedUnit,
    row: ({ id, publicId, participantId, author, now }) => ({ id, public_id: publicId, session_id: id + 1, unit_id: 'relations', participant_id: participantId, author_id: author.id, reason: 'came-up', corrected_at: now }),
  }] },
  { record: 'facilitator_note', tables: [noteIn('facilitator_notes')] },
  { record: 'mentor_note', tables: [noteIn('mentor_notes')] },
]
