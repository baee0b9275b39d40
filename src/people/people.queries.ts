import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { inSameWords } from '../platform/in-same-words.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'

export async function theService(work: Work) {
  const [service] = await services(work)
  return service
}

const services = inSameWords((work) =>
  work.db.selectFrom('services').select(['name', 'time_zone', 'languages', 'codes_required', 'clock_on', 'revision', sql<Day[]>`holidays::text[]`.as('holidays')]))

export function openUnits(work: Work) {
  return work.db.selectFrom('units').select(['id', 'public_id', 'name', 'kind']).where('closed_on', 'is', null).orderBy('name').execute()
}

/** Colleagues who hold an appointment today, with its role, by name. */
export function colleaguesAppointedAs(work: Work, role: string) {
  return work.db.selectFrom('colleagues').innerJoin('appointments', 'appointments.colleague_id', 'colleagues.id')
    .select(['colleagues.id', 'colleagues.public_id', 'colleagues.name', 'colleagues.title', 'appointments.role']).distinct()
    .where('appointments.role', '=', role).where('appointments.from_at', '<=', work.now)
    .where((is) => is.or([is('appointments.until_at', 'is', null), is('appointments.until_at', '>', work.now)]))
    .orderBy('colleagues.name').execute()
}

/** Everybody who works here, by name; those who have left are not shown. */
export function allColleagues(work: Work) {
  return work.db.selectFrom('colleagues').leftJoin('units', 'units.id', 'colleagues.unit_id')
    .select(['colleagues.id', 'colleagues.public_id', 'colleagues.name', 'colleagues.title', 'units.name as unit'])
    .where((is) => is.or([is('colleagues.left_on', 'is', null), is('colleagues.left_on', '>', work.today)])).orderBy('colleagues.name').execute()
}

/** One colleague, by the id in the address. */
export async function theColleague(work: Work, publicId: string) {
  const found = await work.db.selectFrom('colleagues').leftJoin('units', 'units.id', 'colleagues.unit_id')
    .select(['colleagues.id', 'colleagues.public_id', 'colleagues.name', 'colleagues.title', 'units.name as unit']).where('colleagues.public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}
