import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'

/** The person that this work is about. Not found is the answer both where there is none and where it is not the actor's to know. */
export async function thePerson(work: Work) {
  const person = await work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .leftJoin('units', 'units.id', 'participants.unit_id')
    .select(['participants.id as participant_id', 'participants.public_id', 'participants.state', 'participants.state_since', 'identity_names.name', 'units.name as unit'])
    .where('participants.id', '=', work.about).executeTakeFirst()
  if (!person) throw refuse('not-found')
  return person
}

export type Person = Awaited<ReturnType<typeof thePerson>>

/** The people that the actor works with today, by name, with the role they work in. */
export function myPeople(work: Work) {
  return work.db.selectFrom('assignments').innerJoin('participants', 'participants.id', 'assignments.participant_id')
    .innerJoin('identity_names', 'identity_names.participant_id', 'participants.id').leftJoin('units', 'units.id', 'participants.unit_id')
    .select(['participants.id as participant_id', 'participants.public_id', 'participants.state', 'identity_names.name', 'units.name as unit', 'assignments.role', 'assignments.until_at'])
    .where('assignments.colleague_id', '=', work.actor.id).where('assignments.from_at', '<=', work.now)
    .where((is) => is.or([is('assignments.until_at', 'is', null), is('assignments.until_at', '>', work.now)]))
    .orderBy('identity_names.name').execute()
}

/** The person's latest answer for a purpose, unless they have withdrawn since; "not-asked" when nothing is written. */
export async function consentTo(work: Work, participantId: number, purpose: string): Promise<string> {
  const latest = await work.db.selectFrom('consents').select(['answer', 'recorded_at', 'participant_id']).where('participant_id', '=', participantId).where('purpose', '=', purpose)
    .orderBy('recorded_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
  if (!latest) return 'not-asked'
  const withdrawn = await work.db.selectFrom('withdrawals').select('participant_id').where('participant_id', '=', participantId).where('purpose', '=', purpose)
    .where('withdrawn_at', '>', latest.recorded_at).executeTakeFirst()
  return withdrawn ? 'withdrawn' : latest.answer
}

/** Those of these people whom the reader may know by name (of all whom they may know, when none are given), by name. */
export function peopleNamed(work: Work, participantIds?: readonly number[]) {
  return work.db.selectFrom('participants').innerJoin('identity_names', 'identity_names.participant_id', 'participants.id')
    .select(['participants.id as participant_id', 'participants.public_id', 'identity_names.name'])
    .$if(participantIds !== undefined, (query) => query.where('participants.id', 'in', [...participantIds ?? [], -1])).orderBy('identity_names.name').execute()
}
