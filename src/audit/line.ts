import type { LineStatement } from '../platform/open-work.ts'

/** The statement that writes one line of the access log: who, when, which operation, whose records, why, which door; never contents. */
export const lineStatement: LineStatement = (line, id, quote) => {
  const { actor } = line
  const people = `'{${line.participantIds.map(Number).join(',')}}'`
  const values = [Number(id), quote(line.at), quote(actor.kind), Number(actor.id), quote(actor.name), quote(actor.shape), quote(line.operation), quote(line.record),
    people, quote(line.purpose), line.recipient ? quote(line.recipient) : 'null', quote(line.door), actor.tokenId ? Number(actor.tokenId) : 'null', quote(line.requestId)]
  return `insert into access_log (id, at, actor_kind, actor_id, actor_name, shape, operation, record, participant_ids, purpose, recipient, door, token_id, request_id)
    values (${values.join(', ')})`
}
