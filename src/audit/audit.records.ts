import type { RecordKind } from '../platform/record-kind.ts'

export const auditRecords: RecordKind[] = [{ record: 'access_log', tables: [{
  name: 'access_log',
  row: ({ id, publicId, participantId, author, now }) => ({
    id, at: now, actor_kind: author.kind, actor_id: author.id, actor_name: 'somebody', actor_roles: ['mentor'], shape: 'casework', operation: 'consult', record: 'plan_content',
    participant_ids: [String(participantId)], purpose: 'casework', door: 'test', request_id: publicId }),
  writtenBy: 'the platform, a line of its own for every work, in every shape',
}] }]
