import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { offerProgrammes, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { linksOnPaper } from '../../../database/testing/links-on-paper.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const here = (plan: Planned) => `/people/${plan.publicId}/plans/${plan.planId}`

test('the coordinator writes a stage, everybody who reads the dates sees it, and the way back is on the page', async () => {
  const [tora, kai, mia, olga] = [await aPlan(), await visit('Kai'), await visit('Mia'), await visit('Olga')]
  expect((await kai.get(here(tora))).text).toContain('No stage is written yet.')
  const sent = await kai.send(`${here(tora)}/stages`, { stage: 'treatment', beginsOn: '2026-11-02' })
  expect([sent.status, sent.location]).toEqual([303, here(tora)])
  expect((await kai.get(here(tora))).text).toContain('Treatment</b>, since')
  const seen = (await mia.get(here(tora))).text
  expect(seen).toContain('Treatment</b>, since')
  expect(seen).not.toContain('Say which stage began')
  expect((await olga.get(here(tora))).status).toBe(404)
  const written = (await kai.get(`${here(tora)}/stages`)).text
  const back = /\/stages\/\w+\/back/.exec(written)?.[0]
  expect(linksOnPaper(written)).not.toContain(`${here(tora)}${back}`)
  expect((await kai.send(`${here(tora)}${back}`, {})).status).toBe(303)
  expect((await kai.get(`${here(tora)}/stages`)).text).toContain('Taken back')
})

test('it says at the field what is wrong, and keeps what was chosen', async () => {
  const [tora, kai] = [await aPlan(), await visit('Kai')]
  const sent = await kai.send(`${here(tora)}/stages`, { stage: 'treatment', beginsOn: '2027-01-01' })
  expect(sent.status).toBe(422)
  expect(sent.text).toContain('A stage is written when it has begun')
  expect(sent.text).toMatch(/value="treatment" checked/)
})
