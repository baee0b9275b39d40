import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, becomeParticipant, offerProgrammes, testHouse, testMoment } from '../../../database/testing/index.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { openPlan } from '../plans.queries.ts'
import { beginStage, takeBackStage } from './begin-stage.ts'
import { stagesBegun, stagesWritten } from './stages.queries.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const begin = (plan: Planned, stage: string, beginsOn: string, first: First = 'Kai') => as(first, plan, (work) => beginStage(work, plan.planId, { stage, beginsOn: day(beginsOn) }))
const begun = async (work: Work, plan: Planned) => (await stagesBegun(work, (await openPlan(work, plan.id))!.id)).map(({ stage }) => stage)

test('the coordinator and the facilitator say in which stage a plan stands, forwards and back, and everybody who reads its dates sees it', async () => {
  const jonas = await aPlan()
  await begin(jonas, 'assessment', '2026-10-05')
  await begin(jonas, 'treatment', '2026-11-02', 'Amira')
  await begin(jonas, 'assessment', '2026-11-16')
  for (const first of ['Kai', 'Amira', 'Mia', 'Lena'] as const) expect(await as(first, jonas, (work) => begun(work, jonas))).toEqual(['assessment', 'treatment', 'assessment'])
  expect(await becomeParticipant(jonas.id, (work) => begun(work, jonas))).toEqual(['assessment', 'treatment', 'assessment'])
})

test('the mentor and the case manager change none, and a stage of another programme is refused', async () => {
  const jonas = await aPlan()
  await expect(begin(jonas, 'treatment', '2026-11-02', 'Mia')).rejects.toThrow('plan-not-yours')
  await expect(begin(jonas, 'treatment', '2026-11-02', 'Lena')).rejects.toThrow('plan-not-yours')
  await expect(begin(jonas, 'weekly', '2026-11-02')).rejects.toThrow('stage-not-in-programme')
  await expect(begin(jonas, 'treatment', '2026-11-24')).rejects.toThrow('stage-begins-ahead')
})

test('it takes back a mistake once, shows the stage before it again, and keeps what was written', async () => {
  const jonas = await aPlan()
  await begin(jonas, 'assessment', '2026-10-05')
  await begin(jonas, 'maintenance', '2026-11-02')
  const wrong = await as('Kai', jonas, async (work) => (await stagesBegun(work, (await openPlan(work, jonas.id))!.id))[0]!.publicId)
  await expect(as('Mia', jonas, (work) => takeBackStage(work, jonas.planId, wrong))).rejects.toThrow('plan-not-yours')
  await as('Amira', jonas, (work) => takeBackStage(work, jonas.planId, wrong))
  await expect(as('Amira', jonas, (work) => takeBackStage(work, jonas.planId, wrong))).rejects.toThrow('not-found')
  expect(await as('Kai', jonas, (work) => begun(work, jonas))).toEqual(['assessment'])
  expect(await as('Kai', jonas, async (work) => (await stagesWritten(work, (await openPlan(work, jonas.id))!.id)).length)).toBe(2)
  await begin(jonas, 'treatment', '2026-11-02')
})
