import type { LineStatement, LogLine } from '../platform/open-work.ts'

type Quote = (text: string) => string

/**
 * The statement that writes lines of the access log: who, in which role, when, which operation, whose records, which ones, why, which door; never
 * contents. The role is the database's own answer: asked here, in the actor's transaction, or when the work was opened, where lines of several are written together.
 */
export const lineStatement: LineStatement = (lines, quote) => `insert into access_log (id, at, actor_kind, actor_id, actor_name, actor_roles, shape, operation, record, participant_ids,
  object_ids, purpose, recipient, door, token_id, request_id) values ${lines.map((line) => `(${valuesOf(line, quote).join(', ')})`).join(', ')}`

function valuesOf(line: LogLine, quote: Quote): (string | number)[] {
  const { actor } = line
  return [Number(line.id), quote(line.at), quote(actor.kind), Number(actor.id), quote(actor.name), line.acting ? texts(line.acting, quote) : '(select acting_roles())', quote(actor.shape),
    quote(line.operation), quote(line.record), `'{${line.participantIds.map(Number).join(',')}}'::int[]`, texts(line.objectIds, quote), quote(line.purpose),
    line.recipient ? quote(line.recipient) : 'null', quote(line.door), actor.tokenId ? Number(actor.tokenId) : 'null::int', quote(line.requestId)]
}

function texts(all: readonly string[], quote: Quote): string {
  return `array[${all.map(quote).join(', ')}]::text[]`
}
