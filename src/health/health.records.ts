import { addMonths } from '../platform/day.ts'
import type { Given, RecordKind } from '../platform/record-kind.ts'
import { helpPage } from './addresses.ts'

const written = ({ id, publicId, participantId, author, now, today }: Given) => ({ id, public_id: publicId, participant_id: participantId, author_id: author.id, review_on: addMonths(today, 3), written_at: now })

export const healthRecords: RecordKind[] = [{ record: 'functional_advice', page: helpPage, tables: [
  { name: 'functional_advice', row: (given) => ({ ...written(given), words: 'Short sentences.', readers: ['facilitator', 'assessor', 'case_manager'], told: 'told' }) },
  { name: 'safety_plans', row: (given) => ({ ...written(given), signs: 'I stop eating.', own_steps: 'I walk.', whom_to_call: 'My sister.', safe_place: '' }) },
] }]
