import { addMonths, momentOf, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { newToken, tokenHash } from './sign-in.ts'

export type TokenWish = { name: string, allows: string[], until: Day }

/** What the maker's roles may do in this shape: a token lists no more than that, and the database asks both each time. */
export async function rightsOfMine(work: Work): Promise<{ record: string, verbs: string[] }[]> {
  const rows = await work.db.selectFrom('rights').select(['record', 'verb']).distinct().where('role', 'in', [...work.actor.roles, '']).where('shape', '=', work.actor.shape).orderBy('record').execute()
  const records = [...new Set(rows.map(({ record }) => record))]
  return records.map((record) => ({ record, verbs: rows.filter((row) => row.record === record).map(({ verb }) => verb) }))
}

/** Makes a token and gives its text, which is kept nowhere. */
export async function makeToken(work: Work, { name, allows, until }: TokenWish): Promise<string> {
  const mine = new Set((await rightsOfMine(work)).flatMap(({ record, verbs }) => verbs.map((verb) => `${record}:${verb}`)))
  if (allows.some((one) => !mine.has(one))) throw refuse('token-asks-too-much')
  if (allows.includes('consent_and_notice:read') && !allows.includes('withdrawal:read')) throw refuse('token-yes-without-stop')
  const expiresAt = momentOf(until, '23:59', work.timeZone)
  if (!expiresAt || until < work.today || until > addMonths(work.today, 12)) throw refuse('token-too-long')
  const token = newToken()
  await work.db.insertInto('tokens').values({
    id: await work.newId(), public_id: work.newPublicId(), name, made_by: work.actor.id, shape: work.actor.shape, token_hash: tokenHash(token),
    allows: [...new Set(allows)], made_at: work.now, expires_at: expiresAt }).execute()
  return token
}

/** Ends a token of one's own, at once. */
export async function endToken(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('tokens').set({ ended_at: work.now }).where('public_id', '=', publicId).where('ended_at', 'is', null).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}

export function tokensOfMine(work: Work) {
  return work.db.selectFrom('tokens').select(['public_id', 'name', 'allows', 'made_at', 'expires_at']).where('made_by', '=', work.actor.id).where('shape', '=', work.actor.shape)
    .where('ended_at', 'is', null).where('expires_at', '>', work.now).orderBy('made_at').execute()
}
