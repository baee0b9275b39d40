import type { Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

export type NewParticipant = { name: string, number: string | null, bornOn: Day | null, unitId: number, languages: string[], needsInterpreter: boolean, needsAsSent: string }

/** Somebody is accepted: their name, register entry and particulars are written, each where its own readers find it. Returns the id. */
export async function welcomeParticipant(work: Work, person: NewParticipant): Promise<{ id: number, publicId: string }> {
  const id = await work.newId()
  const publicId = work.newPublicId()
  await work.db.insertInto('participants').values({ id, public_id: publicId, unit_id: person.unitId, state: 'waiting', state_since: work.today, made_at: work.now }).execute()
  await work.db.insertInto('register_entries').values({ participant_id: id, name: person.name, number: person.number, born_year: person.bornOn ? Number(person.bornOn.slice(0, 4)) : null }).execute()
  await work.db.insertInto('identity_names').values({ participant_id: id, name: person.name }).execute()
  await work.db.insertInto('identity_particulars').values({ participant_id: id, number: person.number, born_on: person.bornOn }).execute()
  await work.db.insertInto('access_needs').values({ participant_id: id, languages: person.languages, needs_interpreter: person.needsInterpreter, as_sent: person.needsAsSent }).execute()
  work.saw(id)
  return { id, publicId }
}
