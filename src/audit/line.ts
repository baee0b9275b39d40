import type { LineStatement, LogLine } from '../platform/open-work.ts'

const columns = {
  id: 'int', at: 'timestamptz', actor_kind: 'text', actor_id: 'int', actor_name: 'text', actor_roles: 'text[]', shape: 'text', operation: 'text', record: 'text',
  participant_ids: 'int[]', object_ids: 'text[]', purpose: 'text', recipient: 'text', door: 'text', token_id: 'int', request_id: 'text',
} as const

const names = Object.keys(columns)

const text = `insert into access_log (${names.join(', ')}) select ${names.map((name) => name === 'actor_roles' ? 'coalesce(actor_roles, (select acting_roles()))' : name).join(', ')}
  from json_to_recordset($1) as line (${Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ')})`

/**
 * The statement that writes lines of the access log: who, in which role, when, which operation, whose records, which ones, why, which door; never
 * contents. The role is the database's own answer: asked here, in the actor's transaction, or when the work was opened, where lines of several are written
 * together. Its text is always the same, so that a connection plans it once.
 */
export const lineStatement: LineStatement = (lines) => ({ text, values: [JSON.stringify(lines.map(rowOf))] })

function rowOf({ id, at, actor, operation, record, participantIds, objectIds, purpose, recipient, door, requestId, acting }: LogLine): Record<keyof typeof columns, unknown> {
  return {
    id, at, actor_kind: actor.kind, actor_id: actor.id, actor_name: actor.name, actor_roles: acting ?? null, shape: actor.shape, operation, record,
    participant_ids: participantIds, object_ids: objectIds, purpose, recipient: recipient ?? null, door, token_id: actor.tokenId ?? null, request_id: requestId,
  }
}
