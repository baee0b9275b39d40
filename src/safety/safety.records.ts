import type { Given, RecordKind } from '../platform/record-kind.ts'
import { incidentsPage } from './addresses.ts'

const incidentOf = ({ id, publicId, participantId, author, now }: Given) => ({
  id, public_id: publicId, participant_id: participantId, kind: 'self-harm', words_said: 'I will end it tonight.', done: 'Stayed with her.', happened_at: now, author_id: author.id, recorded_at: now })
const warningOf = ({ id, publicId, participantId, author, now }: Given) => ({
  id, public_id: publicId, incident_id: id + 1, participant_id: participantId, threatened: 'The cellmate', danger: 'life', how_soon: 'today', told_whom: 'Duty officer', told_at: now, told_how: 'phone',
  author_id: author.id, recorded_at: now })

const itsIncident = (given: Given) => [{ table: 'incidents', row: { ...incidentOf(given), id: given.id + 1, public_id: `${given.publicId}-incident`, author_id: given.someId } }]
// Whoever signs is never who gave the warning.
const itsWarning = (given: Given) => [...itsIncident(given), { table: 'colleagues', row: { id: given.id + 3, public_id: `${given.publicId}-giver`, name: 'Giver' } },
  { table: 'person_warnings', row: { ...warningOf(given), id: given.id + 2, public_id: `${given.publicId}-warning`, author_id: given.id + 3 } }]

export const safetyRecords: RecordKind[] = [{ record: 'safety_incident', page: incidentsPage, tables: [
  { name: 'incidents', row: incidentOf },
  { name: 'wing_notices', after: itsIncident,
    row: ({ id, publicId, participantId, author, now }) => ({
      id, public_id: publicId, incident_id: id + 1, participant_id: participantId, measures: ['stay-with'], until_at: '2099-01-01T00:00:00Z', told_whom: 'Duty officer', told_at: now, told_how: 'phone',
      author_id: author.id, recorded_at: now }) },
  { name: 'person_warnings', row: warningOf, after: itsIncident },
  { name: 'warning_signatures', key: 'participant_id', after: itsWarning,
    row: ({ id, participantId, author, now }) => ({ warning_id: id + 2, participant_id: participantId, given_by: id + 3, author_id: author.id, agrees: true, signed_at: now }) },
  { name: 'incident_aftercares', after: itsIncident,
    row: ({ id, participantId, author, now, today }) => ({ id, incident_id: id + 1, participant_id: participantId, what: 'told', author_id: author.id, done_on: today, recorded_at: now }) },
] }]
