import { day } from '../../src/platform/day.ts'
import { decideUnits, goalsInForce, setGoal } from '../../src/plans/index.ts'
import { endPlan } from '../../src/plans/plans.verbs.ts'
import { rateGoals } from '../../src/measures/index.ts'
import { recordSession } from '../../src/sessions/index.ts'
import { aPlan, type Planned } from './a-plan.ts'
import { become } from './become.ts'

export const sentences = {
  programme: 'She took it up and laid it down herself.', dose: 'We met as often as she could.', units: 'Her sister was what it was about.', goals: 'Two mornings became three.', agreements: 'Nobody broke a promise.',
  after: 'Mia goes on for a while.', places: 'The workshop expects her.', follows: 'Lena knows.', plain: 'You came. You worked on how you are with your sister.', versions: 0 }

/** A plan with a goal that both rated, a part worked on in one session of an hour, and one about the offence; it ends today by the person's own wish. */
export async function anEndedPlan({ ending = 'own wish' as const, isOpen = false } = {}): Promise<Planned> {
  const plan = await aPlan()
  const about = { about: plan.publicId, does: 'collect' as const }
  await become('Amira', async (work) => {
    await decideUnits(work, plan.planId, { units: [{ unitId: 'relations', decision: 'choose', position: 1, reason: 'Her sister.' }, { unitId: 'aggression_history', decision: 'choose', position: 2, reason: 'She asked.' }] })
    await setGoal(work, plan.planId, { title: 'Mornings in the workshop', from: day('2026-11-23'), levels: ([-2, -1, 0, 1, 2] as const).map((level) => ({ level, sentence: `Level ${level} of mornings.` })) })
    await recordSession(work, { on: day('2026-11-23'), time: '08:00', minutes: 60, place: 'room B2', state: 'held', done: 'The letter.', units: ['relations', 'aggression_history'] })
    const [goal] = await goalsInForce(work, work.about)
    await rateGoals(work, { on: work.today, saidBy: 'worker', ratings: [{ goal: goal!.publicId, level: 1 }] })
    await rateGoals(work, { on: work.today, saidBy: 'person', ratings: [{ goal: goal!.publicId, level: 0 }] })
  }, about)
  if (!isOpen) await become('Kai', (work) => endPlan(work, plan.planId, { endedOn: work.today, ending, revision: undefined }), about)
  return plan
}
