import { recordConsent, recordLegalStatus, recordRelease } from '../../src/participants/index.ts'
import { day } from '../../src/platform/day.ts'
import { makePlan } from '../../src/plans/index.ts'
import { aParticipant } from './a-participant.ts'
import { become } from './become.ts'

export type Planned = { id: number, publicId: string, planId: string }

/** Somebody who said yes, was sentenced (or whatever is asked for) and has a plan on this programme. */
export async function aPlan({ programme = 'entre', status = 'sentenced', releaseOn }: { programme?: string, status?: 'sentenced' | 'remand' | 'none', releaseOn?: string } = {}): Promise<Planned> {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Noor', 'Lena'] })
  const about = { about: person.publicId, does: 'collect' as const }
  await become('Kai', (work) => recordConsent(work, person.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') }), about)
  if (status !== 'none') await become('Lena', (work) => recordLegalStatus(work, { status, fromOn: day('2026-11-01'), source: 'judgment', authority: 'District court' }), about)
  if (releaseOn) await become('Lena', (work) => recordRelease(work, { releaseOn: day(releaseOn), reason: 'judgment', authority: 'District court' }), about)
  return { ...person, planId: await become('Kai', (work) => makePlan(work, { programme, beginsOn: day('2026-11-23') }), about) }
}
