import { sql } from 'kysely'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import type { Work } from '../platform/work.ts'
import { sources } from './referrals.input.ts'
import { sourceSaid } from './said.ts'

export type Source = { value: string, label: string, isOffered: boolean }

/** From where this service takes referrals: what the program knows by name, and names of its own. */
export async function sourcesOfTheService(work: Work): Promise<Source[]> {
  const rows = await work.db.selectFrom('referral_sources').select(['public_id', 'code', 'name', 'is_offered']).orderBy(sql`lower(name)`).execute()
  const known = sources.map((code) => ({ value: code, label: sourceSaid({ source: code }), isOffered: rows.find((row) => row.code === code)?.is_offered ?? true }))
  return [...known, ...rows.filter(({ code }) => code === null).map(({ public_id, name, is_offered }) => ({ value: public_id, label: name, isOffered: is_offered }))]
}

/** Adds a name of the service's own. */
export async function addSource(work: Work, name: string): Promise<void> {
  if ((await sourcesOfTheService(work)).some(({ label }) => label.toLowerCase() === name.toLowerCase())) throw refuse('referral-source-there')
  try {
    await work.db.insertInto('referral_sources').values({ id: await work.newId(), public_id: work.newPublicId(), code: null, name, is_offered: true, changed_by: work.actor.id, changed_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'referral_sources_name_once')) throw refuse('referral-source-there')
    throw fault
  }
}

/** Offers a source, or offers it no longer; what came from it keeps its name. The case manager's own referral can always be written. */
export async function offerSource(work: Work, value: string, isOffered: boolean): Promise<void> {
  const source = (await sourcesOfTheService(work)).find((one) => one.value === value)
  if (!source) throw refuse('not-found')
  if (value === 'case-manager') throw refuse('referral-source-always')
  const changed = { is_offered: isOffered, changed_by: work.actor.id, changed_at: work.now }
  const isKnown = (sources as readonly string[]).includes(value)
  const done = await work.db.updateTable('referral_sources').set(changed).where(isKnown ? 'code' : 'public_id', '=', value).executeTakeFirst()
  if (done.numUpdatedRows > 0n) return
  await work.db.insertInto('referral_sources').values({ id: await work.newId(), public_id: work.newPublicId(), code: value, name: '', ...changed }).execute()
}
