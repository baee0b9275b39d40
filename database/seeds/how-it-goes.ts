import { askRuler, rateGoals, sayHowItWas, useHeldMeetings } from '../../src/measures/index.ts'
import { myPeople } from '../../src/participants/index.ts'
import { addDays, type Day } from '../../src/platform/day.ts'
import { inWork, type House } from '../../src/platform/open-work.ts'
import { goalsInForce } from '../../src/plans/index.ts'
import { ownHeldLately } from '../../src/sessions/index.ts'
import type { Run } from './norland.ts'

const asked = [
  { name: 'Jonas Lind', question: 'How sure are you that the first week outside will go well?', answers: [[56, 3], [42, 4], [28, 4], [14, 6], [3, 7]], levels: [-1, 0] },
  { name: 'Tora Dahl', question: 'How much do you want the fights to stop?', answers: [[60, 8], [32, 6], [11, 9]], levels: [-1, -2] },
] as const

/** How it goes with some of the cast's own people: rulers over some weeks, goals rated today, and what Jonas says of his last meeting. */
export async function howItGoes(house: House, run: Run, today: Day): Promise<void> {
  const people = await run('Amira', { shows: 'identity_name', does: 'consult' }, myPeople)
  for (const { name, question, answers, levels } of asked) {
    const person = people.find((one) => one.name === name)
    if (!person) continue
    await run('Amira', { about: person.public_id, shows: 'measure' }, async (work) => {
      for (const [daysAgo, value] of answers) await askRuler(work, { on: addDays(today, -daysAgo), question, value })
      const goals = (await goalsInForce(work, person.participant_id)).slice(0, levels.length)
      if (goals.length > 0) await rateGoals(work, { on: today, saidBy: 'person', ratings: goals.map((goal, at) => ({ goal: goal.publicId, level: levels[at]! })) })
    })
    if (name === 'Jonas Lind') await sayOneWord(house, person.participant_id)
  }
}

async function sayOneWord(house: House, id: number): Promise<void> {
  useHeldMeetings(ownHeldLately)
  await inWork(house, { actor: { kind: 'participant', id, shape: 'person', name: 'Jonas Lind', roles: ['participant'], language: 'en' }, does: 'collect', shows: 'measure', purpose: 'demonstration', door: 'waymark demo' }, async (work) => {
    const [last] = await ownHeldLately(work, 1)
    if (last) await sayHowItWas(work, last.publicId, { value: 8, ownWords: 'We got something done. Shorter would be fine too.' })
  })
}
