import type { Given, RecordKind } from '../platform/record-kind.ts'

const planOf = ({ id, publicId, participantId, author, now, today }: Given) => ({
  id, public_id: publicId, participant_id: participantId, programme: 'for-the-matrix', version: 1, state: 'running', begins_on: today, made_by: author.id, made_at: now })
const version = ({ now }: Given) => ({ table: 'programme_versions', row: { programme: 'for-the-matrix', version: 1, hash: '', definition: '', kept_at: now } })

export const plansRecords: RecordKind[] = [
  { record: 'plan_dates', tables: [{ name: 'plans', row: planOf, after: (given) => [version(given)] }] },
  { record: 'plan_content', tables: [{
    name: 'plan_aims',
    row: ({ id, publicId, participantId, author, now }) => ({
      id, public_id: publicId, participant_id: participantId, plan_id: id + 1, position: 1, aim: 'Work', reason: 'Own wish', written_by: author.id, written_at: now }),
    after: (given) => [version(given), { table: 'plans', row: {
      ...planOf(given), id: given.id + 1, public_id: `${given.publicId}-plan`, state: 'ended', ended_on: given.today, ending: 'completed', made_by: given.someId } }],
  }] },
]
