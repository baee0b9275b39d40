import type { LineStatement } from '../platform/open-work.ts'

/**
 * The statement that writes one line of the access log: who, in which role, when, which operation, whose records, which ones, why,
 * which door; never contents. The role is asked of the database, where the assignment is.
 */
export const lineStatement: LineStatement = (line, id, quote) => {
  const { actor } = line
  const people = `'{${line.participantIds.map(Number).join(',')}}'`
  const objects = `array[${line.objectIds.map(quote).join(', ')}]::text[]`
  const values = [Number(id), quote(line.at), quote(actor.kind), Number(actor.id), quote(actor.name), '(select acting_roles())', quote(actor.shape), quote(line.operation),
    quote(line.record), people, objects, quote(line.purpose), line.recipient ? quote(line.recipient) : 'null', quote(line.door),
    actor.tokenId ? Number(actor.tokenId) : 'null', quote(line.requestId)]
  return `insert into access_log (id, at, actor_kind, actor_id, actor_name, actor_roles, shape, operation, record, participant_ids, object_ids, purpose, recipient, door, token_id, request_id)
    values (${values.join(', ')})`
}
