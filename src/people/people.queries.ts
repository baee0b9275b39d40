import type { Work } from '../platform/work.ts'

export function theService(work: Work) {
  return work.db.selectFrom('services').selectAll().executeTakeFirst()
}

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
