import { supervise } from '../../src/access/index.ts'
import { recordConsent } from '../../src/participants/index.ts'
import { day, type Day } from '../../src/platform/day.ts'
import { makePlan } from '../../src/plans/index.ts'
import { recordSession } from '../../src/sessions/index.ts'
import { aParticipant } from './a-participant.ts'
import { become, colleagueId } from './become.ts'

export type HeldSession = { id: number, publicId: string, session: string, about: { about: string, shows: string } }

/** Ulla supervises Amira, as in a service that has begun. Once in a file. */
export async function ullaSupervisesAmira(): Promise<void> {
  const [ulla, amira] = [await colleagueId('Ulla'), await colleagueId('Amira')]
  await become('Ravi', (work) => supervise(work, { supervisorId: ulla, colleagueId: amira, role: 'clinical_supervisor' }), { does: 'alter' })
}

/** Somebody with a plan of a programme, and a session that Amira held with them today. */
export async function aHeldSession({ programme = 'entre', on = '2026-11-23' }: { programme?: string, on?: string } = {}): Promise<HeldSession> {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Noor', 'Lena'] })
  const about = { about: person.publicId, shows: 'session_content' }
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-09-01') })
    await makePlan(work, { programme, beginsOn: day('2026-11-20') })
  }, { ...about, does: 'collect' })
  return { ...person, about, session: await amiraHolds(person, day(on)) }
}

export function amiraHolds(person: { publicId: string }, on: Day, time = '09:00'): Promise<string> {
  return become('Amira', (work) => recordSession(work, { on, time, minutes: 60, place: 'room B2', state: 'held', done: 'The letter to his sister.' }), { about: person.publicId, does: 'collect' })
}
