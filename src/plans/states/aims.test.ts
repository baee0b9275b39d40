import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { day } from '../../platform/day.ts'
import { noteState } from '../adapt-plan.ts'
import { addAim } from '../plans.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const note = (plan: Planned, state: string, seenOn: string, first: First = 'Amira') =>
  become(first, (work) => noteState(work, plan.planId, { state, reason: `Seen as ${state}.`, seenOn: day(seenOn) }), { about: plan.publicId, does: 'collect' })
const add = (plan: Planned, aim: string, state?: string) => become('Amira', (work) => addAim(work, plan.planId, { aim, reason: 'Agreed.', state }), { about: plan.publicId, does: 'collect' })

async function nils(): Promise<Planned> {
  const plan = await aPlan({ programme: 'healthy-identity' })
  await add(plan, 'A room of his own')
  await add(plan, 'Putting his own questions', 'engaged')
  await add(plan, 'Stepping away', 'doubting')
  return plan
}

/** What stands open on the page, and what stands folded under it. */
const parted = (html: string) => {
  const [open = '', folded = ''] = html.split('for where the person does not stand now')
  return { open, folded }
}

test('the aims of a plan follow where the person stands, there and back, and the way is kept with day, reason and by whom', async () => {
  const plan = await nils()
  const amira = await visit('Amira')
  const page = async () => (await amira.get(`/people/${plan.publicId}/plans/${plan.planId}`)).text
  expect(parted(await page()).open).not.toContain('Stepping away')

  await note(plan, 'engaged', '2026-11-20')
  expect(parted(await page()).open).toContain('Putting his own questions')
  expect(parted(await page()).folded).toContain('Stepping away')
  await note(plan, 'doubting', '2026-11-21')
  expect(parted(await page()).open).toContain('Stepping away')
  expect(parted(await page()).folded).toContain('Putting his own questions')
  await note(plan, 'engaged', '2026-11-23')
  const back = await page()
  expect(parted(back).open).toContain('Putting his own questions')
  expect(parted(back).open).toContain('A room of his own')
  expect(back).toContain('How it was before (2)')
  expect(back.replaceAll(/<[^>]+>/g, '')).toContain('Begun to have doubts, seen on 21 November 2026. Seen as doubting. (Amira Haddad)')
})

test('it takes a state of the programme alone, from the facilitator alone, and says so at the field', async () => {
  const [plan, tora] = [await nils(), await aPlan({ programme: 'entre' })]
  await expect(add(plan, 'Cured', 'cured')).rejects.toMatchObject({ code: 'state-not-in-programme', field: 'state' })
  await expect(add(tora, 'Separate', 'doubting')).rejects.toMatchObject({ code: 'state-not-in-programme' })
  await expect(note(plan, 'doubting', '2026-11-23', 'Noor')).rejects.toMatchObject({ code: 'plan-content-not-yours' })
  const amira = await visit('Amira')
  const form = (await amira.get(`/people/${plan.publicId}/plans/${plan.planId}/aims/new`)).text
  expect(form).toContain('Begun to have doubts')
  expect((await amira.get(`/people/${tora.publicId}/plans/${tora.planId}/aims/new`)).text).not.toContain('name="state"')
  expect((await amira.send(`/people/${plan.publicId}/plans/${plan.planId}/aims/new`, { aim: 'Consolidating', reason: 'Agreed.', state: 'disengaged' })).status).toBe(303)
  expect((await amira.send(`/people/${plan.publicId}/plans/${plan.planId}/aims/new`, { aim: 'A work place', reason: 'Agreed.', state: '' })).status).toBe(303)
})

test('the person reads in their own plan what holds now, and folded how somebody sees where they stand; the case manager reads neither', async () => {
  const plan = await nils()
  await note(plan, 'doubting', '2026-11-21')
  const own = (await (await visitAsParticipant(plan)).get('/own/plan')).text
  const [open = '', folded = ''] = own.split('What it is called')
  expect(open).toContain('Stepping away')
  expect(open).not.toContain('Putting his own questions')
  expect(open).not.toContain('Begun to have doubts')
  expect(folded).toContain('Seen as doubting.')
  expect(folded).toContain('Putting his own questions')
  const lena = (await (await visit('Lena')).get(`/people/${plan.publicId}/plans/${plan.planId}`)).text
  expect(lena).not.toContain('Stepping away')
  expect(lena).not.toContain('Seen as doubting')
})
