import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

export type ServiceFacts = { name: string, timeZone: string, languages: string[], holidays: Day[], codesRequired: boolean }

/** Writes down the service itself, once: its name, time zone, languages, holidays. */
export async function foundService(work: Work, facts: ServiceFacts): Promise<void> {
  await work.db.insertInto('services').values({
    id: 1, name: facts.name, time_zone: facts.timeZone, languages: facts.languages, holidays: facts.holidays, codes_required: facts.codesRequired }).execute()
}

export async function openUnit(work: Work, unit: { name: string, kind: 'prison' | 'remand' | 'probation' | 'programme' }): Promise<number> {
  const id = await work.newId()
  await work.db.insertInto('units').values({ id, public_id: work.newPublicId(), name: unit.name, kind: unit.kind }).execute()
  return id
}

/** A colleague joins the service. What they may see comes from appointments and assignments, not from this. */
export async function welcomeColleague(work: Work, colleague: { name: string, title: string, unitId?: number }): Promise<number> {
  const id = await work.newId()
  await work.db.insertInto('colleagues').values({ id, public_id: work.newPublicId(), name: colleague.name, title: colleague.title, unit_id: colleague.unitId ?? null }).execute()
  return id
}

/** In a demonstration alone: pretend that it is another day, or the real one again. */
export async function pretendDay(work: Work, day: Day | undefined): Promise<void> {
  await work.db.updateTable('services').set({ clock_on: day ?? null }).execute()
}
