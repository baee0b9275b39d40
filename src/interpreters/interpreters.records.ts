import { addMinutes } from '../platform/day.ts'
import type { Given, RecordKind } from '../platform/record-kind.ts'

const anInterpreter = ({ id, publicId, someId, now }: Given) => ({ table: 'interpreters', row: { id: id + 1, public_id: `${publicId}-interpreter`, name: 'Sara', reach: 'By telephone', languages: ['ar'], told_by: someId, told_at: now } })

const bookingOf = ({ id, publicId, participantId, unitId, author, someId, now }: Given) => ({
  id, public_id: publicId, participant_id: participantId, interpreter_id: id + 1, unit_id: unitId, serves: 'wing', how: 'telephone', language: 'ar', from_at: now, until_at: addMinutes(now, 60),
  is_relative: false, is_prisoner: false, is_security: false, booked_by: author.kind === 'colleague' ? author.id : someId, booked_at: now })

const itsBooking = (given: Given) => [anInterpreter(given), { table: 'interpreter_bookings', row: { ...bookingOf({ ...given, author: { kind: 'colleague', id: given.someId } }), id: given.id + 2, public_id: `${given.publicId}-booking`, ...itsSession(given).of } }]

/** A person knows those who were booked for a session of theirs, and refuses one of them. */
function itsSession({ id, publicId, participantId, someId, now }: Given) {
  return { of: { serves: 'session', session_id: id + 3, is_of_the_wing: false },
    row: { table: 'sessions', row: { id: id + 3, public_id: `${publicId}-session`, participant_id: participantId, author_id: someId, starts_at: addMinutes(now, -id), minutes: 60, state: 'held', recorded_at: now } } }
}

const withSession = (given: Given) => [itsSession(given).row, ...itsBooking(given)]

export const interpretersRecords: RecordKind[] = [{ record: 'access_needs', tables: [
  { name: 'interpreter_bookings', notBy: ['participant'], after: (given) => [anInterpreter(given)], row: bookingOf },
  { name: 'interpreter_refusals', after: withSession, row: ({ id, publicId, participantId, author, now }) => ({
    id, public_id: publicId, participant_id: participantId, interpreter_id: id + 1, said_at: now, recorded_by_kind: author.kind, recorded_by: author.id }) },
  { name: 'interpreter_debriefs', notBy: ['participant'], after: withSession, row: ({ id, participantId, author, someId, now, today }) => ({
    id, booking_id: id + 2, participant_id: participantId, answer: 'held', held_on: today, offered_by: author.kind === 'colleague' ? author.id : someId, recorded_at: now }) },
] }]
