import { recordLegalStatus, recordRelease } from '../../src/participants/index.ts'
import { addDays, addMonths, type Day } from '../../src/platform/day.ts'
import { addAim, addNeed, decideUnits, noteState, setGoal, type Level } from '../../src/plans/index.ts'
import type { Run } from './norland.ts'
import type { SeededPerson } from './people.ts'

type Planned = { person: SeededPerson, planId: string, today: Day }

/** What a plan is about: aims, parts with their reasons, goals with five levels, what makes it fit; and the day of release that it has to fit before. */
export async function writePlan(run: Run, about: { about: string }, { person, planId, today }: Planned): Promise<void> {
  await recordLaw(run, about, person, today)
  if (!person.team.facilitator) return
  await run('Amira', { ...about, shows: 'plan_content' }, async (work) => {
    for (const aim of person.aims ?? []) await addAim(work, planId, aim)
    const units = [...(person.parts ?? []).map((one) => ({ ...one, decision: 'choose' as const })), ...(person.leftOut ?? []).map((one) => ({ ...one, decision: 'leave-out' as const }))]
    if (units.length > 0) await decideUnits(work, planId, { units })
    for (const { title, levels, inDays = 0 } of person.goals ?? []) {
      const from = addDays(today, inDays)
      await setGoal(work, planId, { title, from, until: addMonths(from, 3), levels: levels.map((sentence, place) => ({ level: place - 2 as Level, sentence })) })
    }
    for (const need of person.needs ?? []) await addNeed(work, planId, need)
    for (const { daysAgo, ...stand } of person.stands ?? []) await noteState(work, planId, { ...stand, seenOn: addDays(today, -daysAgo) })
  })
}

async function recordLaw(run: Run, about: { about: string }, { legal }: SeededPerson, today: Day): Promise<void> {
  if (!legal) return
  await run('Lena', { ...about, shows: 'legal_status' }, (work) => recordLegalStatus(work, { status: legal.status, fromOn: addDays(today, -legal.fromDaysAgo), source: 'The judgment', authority: 'District court' }))
  for (const [place, days] of (legal.releaseInDays ?? []).entries()) {
    await run('Lena', { ...about, shows: 'release' }, (work) => recordRelease(work, { releaseOn: addDays(today, days), reason: place === 0 ? 'As the judgment says' : 'The term was shortened', authority: 'District court', restrictions: legal.restrictions }))
  }
}
