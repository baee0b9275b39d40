import { addToDuty, recordIncidentOf } from '../../src/safety/index.ts'
import { safetyJobs } from '../../src/safety/safety.jobs.ts'
import { caretaker } from '../../src/platform/jobs/index.ts'
import { day, instant } from '../../src/platform/day.ts'
import type { First } from '../seeds/cast.ts'
import { aParticipant } from './a-participant.ts'
import { act, become, colleagueId } from './become.ts'
import { testHouse } from './test-house.ts'

/** What Amira writes after ten to five, when Greta said she would end it tonight. */
export const crisis = { kind: 'self-harm', wordsSaid: 'I will end it tonight.', done: 'Stayed with her, rang the nurse.', handedTo: 'Wing officer', handedAt: '16:55', on: day('2026-11-23'), time: '16:50' } as const

/** Ten to five and five o'clock in Norland, where clocks are an hour ahead of the world's. */
export const fiveOClock = instant('2026-11-23T16:00:00Z')

/** The duty list as it shall be: who, and how many minutes. */
export async function onDuty(...list: { first: First, minutes: number }[]): Promise<void> {
  await become('Kai', async (work) => {
    await work.db.deleteFrom('duty_entries').execute()
    for (const { first, minutes } of list) await addToDuty(work, { colleagueId: await colleagueId(first), minutes, shown: false })
  })
}

/** Greta's crisis, written down by Amira at five o'clock; the id of its call. */
export async function aCrisis(team: First[] = ['Kai', 'Amira', 'Mia', 'Lena']): Promise<{ greta: { id: number, publicId: string }, callId: string }> {
  const { clock } = await testHouse()
  clock.now = fiveOClock
  const greta = await aParticipant({ team })
  const { callId } = await become('Amira', (work) => recordIncidentOf(work, crisis), { about: greta.publicId })
  return { greta, callId }
}

/** The clock stands at a time, and the caretaker looks whether somebody else has to be asked. */
export async function passOnAt(time: string): Promise<void> {
  const { clock } = await testHouse()
  clock.now = instant(`2026-11-23T${time}:00Z`)
  await act(caretaker(), (work) => safetyJobs[0]!.run(work, []), { does: 'alter' })
}
