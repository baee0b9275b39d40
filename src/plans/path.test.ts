import { beforeAll, expect, test } from 'vitest'
import { become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { setState } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Ending } from './plan.ts'
import { planSteps } from './plans.glance.tsx'
import { endPlan } from './plans.verbs.ts'

beforeAll(async () => {
  await offerProgrammes()
  await visit('Kai')
})

const steps = async (person: Planned) => become('Kai', async (work) => (await planSteps(work, person.id)).map(({ at, state }) => `${at} ${state}`), { about: person.publicId })
const ends = (person: Planned, ending: Ending) => become('Kai', (work) => endPlan(work, person.planId, { endedOn: day('2026-11-23'), ending, revision: undefined }), { about: person.publicId })

test('it leaves treatment behind when its plan has ended, reaches maintenance where the work was done, and begins anew with whoever comes again', async () => {
  const tora = await aPlan()
  expect(await steps(tora)).toEqual(['treatment now'])
  await ends(tora, 'completed')
  expect(await steps(tora)).toEqual(['treatment done', 'maintenance now'])
  const page = (await (await visit('Kai')).get(`/people/${tora.publicId}`)).text
  expect(page).toMatch(/aria-current="step"[\s\S]{0,300}Maintenance/)
  await become('Kai', (work) => setState(work, 'waiting'), { about: tora.publicId })
  expect(await steps(tora)).toEqual([])
})

test('it takes nobody to maintenance who stopped or moved, and calls their treatment neither running nor ahead', async () => {
  const nils = await aPlan()
  await ends(nils, 'own wish')
  expect(await steps(nils)).toEqual(['treatment done'])
})
