import { assign, endAssignment } from '../../src/access/index.ts'
import { agreeToReaders, endIt, writeAdvice, writeSafetyPlan } from '../../src/health/index.ts'
import { myPeople } from '../../src/participants/index.ts'
import { colleaguesAppointedAs } from '../../src/people/index.ts'
import { addDays, addMonths, type Day } from '../../src/platform/day.ts'
import { backThen, workingDayAgo } from './back-then.ts'
import { cast } from './cast.ts'
import type { Run } from './norland.ts'

const shows = 'functional_advice'

/** What Hedda wrote with Jonas in his first weeks, and handed on when he no longer needed her; and what she advises about Nils, with whom she works on. */
export async function adviseOnHealth(run: Run, today: Day): Promise<void> {
  const people = await run('Amira', { shows: 'identity_name', does: 'consult' }, myPeople)
  const of = (name: string) => people.find((one) => one.name === name)!.public_id
  await withHeddaFor(run, { about: of('Jonas Lind'), daysAgo: 40, today })
  await goesOnWith(run, { about: of('Nils Aas-Kirkegaard-Vestergaard'), daysAgo: 12, today })
}

type Then = { about: string, daysAgo: number, today: Day }

async function withHeddaFor(run: Run, { about, daysAgo, today }: Then): Promise<void> {
  const on = workingDayAgo(today, daysAgo)
  const assignment = await onTheTeam(run, about, on)
  const reviewOn = addMonths(today, 2)
  await run('Hedda', { about, shows }, async (work) => writeAdvice(await backThen(work, on), { words: 'Short sentences, one thing at a time. A break every twenty minutes.', readers: ['facilitator', 'case_manager'], told: 'together', reviewOn }))
  const early = await run('Hedda', { about, shows }, async (work) => writeAdvice(await backThen(work, on), { words: 'No meetings before ten.', readers: ['facilitator'], told: 'told', reviewOn }))
  await run('Hedda', { about, shows }, async (work) => endIt(await backThen(work, workingDayAgo(today, daysAgo - 10)), 'functional_advice', early, 'He sleeps again, and would rather come early.'))
  await run('Hedda', { about, shows }, async (work) => writeSafetyPlan(await backThen(work, on), {
    signs: 'I stop answering letters. I lie awake and count. I give things away.', ownSteps: 'I walk the yard until I am tired. I put the radio on, the station with the old songs. I write one line to my sister, even if I do not send it.',
    whomToCall: 'My sister, after six. Mia, on her days. At night the bell: I say that it is one of the dark ones.', safePlace: 'My belt and the laces lie at the office. I would rather not be alone in the end cell.', reviewOn }))
  // A yes holds from the moment in which it is written down: none is dated back, here neither.
  await run('Kai', { about, shows: 'consent_and_notice' }, (work) => agreeToReaders(work, { facilitator: true, assessor: false, case_manager: true }))
  await run('Kai', { about, shows: 'identity_name' }, (work) => endAssignment(work, assignment))
}

/** Seen once more before her day to look at it again: it stands on what is due. */
async function goesOnWith(run: Run, { about, daysAgo, today }: Then): Promise<void> {
  const on = workingDayAgo(today, daysAgo)
  await onTheTeam(run, about, on)
  await run('Hedda', { about, shows }, async (work) => writeAdvice(await backThen(work, on), {
    words: 'Say beforehand how long it takes, and end on time. Sit by the door, not between him and it.', readers: ['facilitator', 'assessor'], told: 'told', reviewOn: addDays(today, 9) }))
}

async function onTheTeam(run: Run, about: string, on: Day): Promise<string> {
  const { name } = cast.find(({ first }) => first === 'Hedda')!
  return run('Kai', { about, shows: 'identity_name' }, async (now) => {
    const work = await backThen(now, on, '08:00')
    const hedda = (await colleaguesAppointedAs(work, 'health')).find((one) => one.name === name)!
    return assign(work, { colleagueId: hedda.id, participantId: work.about, role: 'health' })
  })
}
