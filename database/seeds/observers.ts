import { nameObserver, sessionsToObserve, type ToObserve } from '../../src/fidelity/index.ts'
import { myPeople } from '../../src/participants/index.ts'
import { colleaguesAppointedAs } from '../../src/people/index.ts'
import type { Day } from '../../src/platform/day.ts'
import { planSession } from '../../src/sessions/index.ts'
import { workingDayIn } from './back-then.ts'
import type { Run } from './norland.ts'

/** Otto sits in twice: with Jonas, whom Kai asked, and at the next session that Amira holds otherwise, as Ulla wishes. Both said yes before. */
export async function nameObservers(run: Run, today: Day): Promise<void> {
  const jonas = (await run('Amira', { shows: 'identity_name', does: 'consult' }, myPeople)).find(({ name }) => name === 'Jonas Lind')
  if (!jonas) return
  await run('Amira', { about: jonas.public_id, shows: 'session_attendance' }, (work) => planSession(work, { on: workingDayIn(today, 6), time: '13:00', minutes: 60, place: 'room B2' }))
  await names(run, { first: 'Kai', reason: 'Amira asked how the talk before release goes best.', at: ({ name }) => name === 'Jonas Lind' })
  await names(run, { first: 'Ulla', reason: 'One session of each programme is looked at in spring and in autumn.', at: ({ observers }) => observers.length === 0 })
}

type Naming = { first: 'Kai' | 'Ulla', reason: string, at: (session: ToObserve) => boolean }

async function names(run: Run, { first, reason, at }: Naming): Promise<void> {
  await run(first, { shows: 'integrity_rating' }, async (work) => {
    const session = (await sessionsToObserve(work)).find(at)
    const [otto] = await colleaguesAppointedAs(work, 'observer')
    if (session && otto) await nameObserver(work, session.session, { observer: otto.public_id, reason, saidYes: true })
  })
}
