import { nextWorkingDay } from '../../src/app/desk/working-day.ts'
import { myPeople } from '../../src/participants/index.ts'
import type { Day } from '../../src/platform/day.ts'
import { planSession } from '../../src/sessions/index.ts'
import type { Run } from './norland.ts'

/** Something for the next working day, whatever day the demonstration begins on: else the sheet of that day would be empty on every Friday. */
export async function planADayAhead(run: Run, today: Day): Promise<void> {
  const nils = (await run('Amira', { shows: 'identity_name', does: 'consult' }, myPeople)).find(({ name }) => name.startsWith('Nils'))
  if (!nils) return
  await run('Amira', { about: nils.public_id, shows: 'session_attendance' }, (work) => planSession(work, { on: nextWorkingDay(today, []), time: '11:00', minutes: 45, place: 'room A1', units: [] }))
}
