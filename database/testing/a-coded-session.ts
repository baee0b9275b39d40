import { join } from 'node:path'
import { loadFrames, offerFrame } from '../../src/coding/index.ts'
import { appoint, assign } from '../../src/access/index.ts'
import { recordConsent } from '../../src/participants/index.ts'
import { day } from '../../src/platform/day.ts'
import { makePlan } from '../../src/plans/index.ts'
import { recordSession } from '../../src/sessions/index.ts'
import type { First } from '../seeds/cast.ts'
import { aParticipant } from './a-participant.ts'
import { become, colleagueId, unitId } from './become.ts'
import { offerProgrammes } from './offer-programmes.ts'

/** Offers programmes and the project's own coding frame, as a start of the service does. */
export async function offerCoding(): Promise<void> {
  await offerProgrammes()
  offerFrame((await loadFrames([join(import.meta.dirname, '../../definitions')])).frame)
}

/** Makes facilitators of colleagues who are something else by profession: Amira alone cannot be two coders. */
export async function alsoFacilitators(...firsts: First[]): Promise<void> {
  const inUnit = await unitId('Fjordvik prison')
  for (const first of firsts) {
    const id = await colleagueId(first)
    await become('Ravi', (work) => appoint(work, { colleagueId: id, role: 'facilitator', unitId: inUnit }), { does: 'collect', shows: 'accounts_and_settings' })
  }
}

export type SessionToCode = { id: number, publicId: string, session: string, about: { about: string, shows: string } }

/** Somebody with a plan, one session that Amira held and noted, and further facilitators. */
export async function aSessionToCode({ programme = 'entre', coders = ['Ulla'] }: { programme?: string, coders?: First[] } = {}): Promise<SessionToCode> {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Noor', 'Lena'] })
  const about = { about: person.publicId, shows: 'session_content' }
  for (const first of coders) {
    const id = await colleagueId(first)
    await become('Kai', (work) => assign(work, { colleagueId: id, participantId: person.id, role: 'facilitator' }), { ...about, does: 'collect' })
  }
  await become('Kai', async (work) => {
    await recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme, beginsOn: day('2026-11-20') })
  }, { ...about, does: 'collect' })
  const session = await become('Amira', (work) => recordSession(work, {
    on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'The letter to his sister.', note: 'Read it aloud, twice.' }), { ...about, does: 'collect' })
  return { ...person, session, about }
}
