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

export async function keepDraft(work: Work, form: string, values: Record<string, string>): Promise<void> {
  const { kind, id } = work.actor
  await sql`insert into drafts (id, owner_kind, owner_id, form, fields, saved_at, expires_at)
    values (${await work.newId()}, ${kind}, ${id}, ${form}, ${JSON.stringify(values)}::jsonb, ${work.now}, ${addMinutes(work.now, minutesKept)})
    on conflict (owner_kind, owner_id, form) do update set fields = excluded.fields, saved_at = excluded.saved_at, expires_at = excluded.expires_at`.execute(work.db)
}

/** Keeps what somebody sent whose sign-in had just ended. The doorkeeper puts it there and cannot read it back. */
export async function keepDraftFor(work: Work, owner: { kind: string, id: number }, form: string, values: Record<string, string>): Promise<void> {
  await sql`select keep_draft_at_the_door(${await work.newId()}, ${owner.kind}, ${owner.id}, ${form}, ${JSON.stringify(values)}::jsonb, ${addMinutes(work.now, minutesKept)})`.execute(work.db)
}

export async function dropDraft(work: Work, form: string): Promise<void> {
  await work.db.deleteFrom('drafts').where('owner_kind', '=', work.actor.kind).where('owner_id', '=', work.actor.id).where('form', '=', form).execute()
}
