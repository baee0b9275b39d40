import { addMinutes, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { askAtTheDesk, mayReferTo, readReceipt, receiptAtTheDesk, unitsToReferTo } from '../referrals/index.ts'
import { codeInGroups, deskCodeHash, limits, newDeskCode, originHash, type Use } from './desk.ts'
import { openDeskWith, usesSince, type OpenDesk } from './desks.queries.ts'

/** Opens a device for whoever comes to a desk of a unit. The code is shown once. */
export async function openDesk(work: Work, { unit, place, hours }: { unit: string, place: string, hours: number }): Promise<{ code: string, endsAt: Instant }> {
  const found = (await unitsToReferTo(work)).find(({ public_id }) => public_id === unit)
  if (!found || !await mayReferTo(work, found.id)) throw refuse('desk-unit-unknown')
  const [code, endsAt] = [newDeskCode(), addMinutes(work.now, hours * 60)]
  await work.db.insertInto('desks').values({
    id: await work.newId(), public_id: work.newPublicId(), unit_id: found.id, place, code_hash: deskCodeHash(code), opened_by: work.actor.id, opened_at: work.now, ends_at: endsAt }).execute()
  return { code: codeInGroups(code), endsAt }
}

/** From this moment the device can send nothing any more. */
export async function closeDesk(work: Work, publicId: string): Promise<void> {
  const closed = await work.db.updateTable('desks').set({ closed_at: work.now }).where('public_id', '=', publicId).where('closed_at', 'is', null).executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw refuse('not-found')
}

/** A device gives a code: the desk it opens, or nothing. Told, not thrown: a failure that is thrown would undo its own counting. */
export async function enterCode(work: Work, code: string, address: string): Promise<OpenDesk | undefined> {
  await use(work, 'code', undefined, address)
  return openDeskWith(work, deskCodeHash(code))
}

export type Asking = { name: string, why: string, languages?: string | undefined, needsInterpreter: boolean, slip: string, /** In which language they opened the text. */ text?: string | undefined }

/** What somebody asks for at an open desk becomes a referral to its unit. */
export async function ask(work: Work, desk: OpenDesk, asking: Asking, address: string): Promise<string> {
  await use(work, 'sent', desk.id, address)
  const { text, ...asked } = asking
  return askAtTheDesk(work, { ...asked, readIn: text || work.actor.language, deskId: desk.id, unitId: desk.unit_id, place: desk.place, on: desk.today })
}

export async function lookUp(work: Work, desk: OpenDesk, typed: string, address: string): Promise<'received' | 'closed'> {
  await use(work, 'receipt', desk.id, address)
  return receiptAtTheDesk(work, readReceipt(typed), desk.today as Day)
}

/** Counts, and refuses when it was too often. A code is counted by where it came from, the rest by desk. */
async function use(work: Work, kind: Use, deskId: number | undefined, address: string): Promise<void> {
  const from = originHash(address)
  const { most, minutes } = limits[kind]
  if (await usesSince(work, kind, deskId === undefined ? { from } : { deskId }, addMinutes(work.now, -minutes)) >= most) throw refuse('desk-too-often', { minutes })
  await work.db.insertInto('desk_uses').values({ id: await work.newId(), desk_id: deskId ?? null, kind, from_hash: from, at: work.now }).execute()
}
