import { sql } from 'kysely'
import type { Attempt } from '../attempt.ts'
import type { Instant } from '../day.ts'
import { addMinutes } from '../day.ts'
import type { Work } from '../work.ts'

/** Thirty days: long enough for a holiday and a closed laptop. After that the caretaker clears it away. */
const minutesKept = 30 * 24 * 60

/** What this person began at this address and has not sent. */
export async function findDraft(work: Work, form: string): Promise<Attempt | undefined> {
  const found = await work.db.selectFrom('drafts').select(['fields', 'saved_at'])
    .where('owner_kind', '=', work.actor.kind).where('owner_id', '=', work.actor.id).where('form', '=', form).where('expires_at', '>', work.now).executeTakeFirst()
  return found && { values: found.fields as Record<string, string>, problems: [], savedAt: found.saved_at as Instant }
}

export async function keepDraft(work: Work, form: string, values: Record<string, string>, owner = { kind: work.actor.kind as string, id: work.actor.id }): Promise<void> {
  const row = { fields: JSON.stringify(values), saved_at: work.now, expires_at: addMinutes(work.now, minutesKept) }
  const id = await work.newId()
  await sql`insert into drafts (id, owner_kind, owner_id, form, fields, saved_at, expires_at)
    values (${id}, ${owner.kind}, ${owner.id}, ${form}, ${row.fields}::jsonb, ${row.saved_at}, ${row.expires_at})
    on conflict (owner_kind, owner_id, form) do update set fields = excluded.fields, saved_at = excluded.saved_at, expires_at = excluded.expires_at`.execute(work.db)
}

export async function dropDraft(work: Work, form: string): Promise<void> {
  await work.db.deleteFrom('drafts').where('owner_kind', '=', work.actor.kind).where('owner_id', '=', work.actor.id).where('form', '=', form).execute()
}
