import type { RecordKind } from '../platform/record-kind.ts'
import { measuresPage } from './addresses.ts'

export const measuresRecords: RecordKind[] = [{ record: 'measure', page: measuresPage, tables: [{
  name: 'measures',
  row: ({ id, publicId, participantId, author, now, today }) => ({
    id, public_id: publicId, participant_id: participantId, kind: 'ruler', series: 'How sure', question: 'How sure are you?', measured_on: today, value: 6, said_by: 'person',
    way: author.kind === 'participant' ? 'by-person' : 'with-person', recorded_by_kind: author.kind, recorded_by: author.id, recorded_at: now }),
}] }]
