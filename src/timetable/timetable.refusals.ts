import { refusals } from '../platform/refusals.ts'

export const timetableRefusals = refusals({
  'hours-in-order': { status: 422, says: 'timetable.refused.hours', field: 'untilTime' },
  'hours-too-many': { status: 422, says: 'timetable.refused.too-many' },
  'away-in-order': { status: 422, says: 'timetable.refused.away', field: 'untilOn' },
  'room-name-taken': { status: 409, says: 'timetable.refused.room', field: 'name' },
  'way-to-itself': { status: 422, says: 'timetable.refused.way', field: 'toUnit' },
  'unit-not-yours': { status: 409, says: 'timetable.refused.unit' },
  'feed-too-long': { status: 422, says: 'timetable.refused.feed', field: 'untilOn' },
  'series-no-plan': { status: 409, says: 'timetable.refused.no-plan' },
  'series-paused': { status: 409, says: 'timetable.refused.paused' },
  'series-from-the-past': { status: 422, says: 'timetable.refused.past', field: 'from' },
  'series-too-far': { status: 422, says: 'timetable.refused.too-far', field: 'from' },
  'series-taken-meanwhile': { status: 409, says: 'timetable.refused.taken', field: 'meetings' },
})
