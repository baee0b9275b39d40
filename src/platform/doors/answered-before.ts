import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Work } from '../work.ts'

/** The same content always gives the same print, whatever the order in which it was sent. */
export function fingerprint(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

export type Key = { key: string, door: string, print: string }

/**
 * Takes a key for this piece of work. A second click waits here until the first is done, and then gets its answer;
 * undefined means that nobody has used the key and the work may go on.
 */
export async function answerBefore(work: Work, { key, door, print }: Key): Promise<{ answer: unknown, print: string } | undefined> {
  const { kind, id } = work.actor
  const taken = await sql`insert into idempotency_keys (owner_kind, owner_id, key, door, fingerprint, made_at)
    values (${kind}, ${id}, ${key}, ${door}, ${print}, ${work.now}) on conflict do nothing`.execute(work.db)
  if (taken.numAffectedRows === 1n) return undefined
  const before = await work.db.selectFrom('idempotency_keys').select(['answer', 'fingerprint'])
    .where('owner_kind', '=', kind).where('owner_id', '=', id).where('key', '=', key).executeTakeFirstOrThrow()
  return { answer: before.answer, print: before.fingerprint }
}

/** Gives a key back: what was answered cannot be kept. */
export async function forgetKey(work: Work, key: string): Promise<void> {
  await work.db.deleteFrom('idempotency_keys').where('owner_kind', '=', work.actor.kind).where('owner_id', '=', work.actor.id).where('key', '=', key).execute()
}

export async function rememberAnswer(work: Work, key: string, answer: unknown): Promise<void> {
  await work.db.updateTable('idempotency_keys').set({ answer: JSON.stringify(answer) })
    .where('owner_kind', '=', work.actor.kind).where('owner_id', '=', work.actor.id).where('key', '=', key).execute()
}
