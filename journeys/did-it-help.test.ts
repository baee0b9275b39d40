import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, consoleMessages, openBrowser } from './browser.ts'
import { startService } from './service.ts'
import { as, press, see, type Walkers } from './somebody.ts'

/*
 * Sam asks whether it helped: a plan before any outcome, locked; what it finds, with who got worse beside it; a report for inside; a table that may leave, and one that may not.
 */
let walkers: Walkers
let sam: Page
let study = ''

beforeAll(async () => {
  const [service, browser] = await Promise.all([startService(), openBrowser()])
  walkers = { service, browser }
  sam = await as(walkers, 'Sam')
})
afterAll(async () => {
  await walkers?.browser.close()
  await walkers?.service.stop()
})

async function writePlan(title: string, outcome: string): Promise<string> {
  await sam.goto('/studies/new')
  await sam.getByRole('link', { name: 'Entré', exact: true }).click()
  await sam.getByLabel('Title').fill(title)
  await sam.getByLabel('The question').fill('Are people surer of the next step in Entré?')
  await sam.getByLabel('Outcome', { exact: true }).selectOption({ label: outcome })
  await sam.getByLabel('Higher is better').check()
  await sam.getByLabel('Several baselines that begin at different times').check()
  await sam.getByLabel('As the phase was recorded with each measurement').check()
  await sam.getByLabel('Reliability, 0 to 1').fill('0.8')
  await sam.getByLabel('Standard deviation').fill('2')
  await press(sam, 'Save the plan')
  await see(sam, /needs? mending/)
  expect(await sam.getByLabel('Title').inputValue()).toBe(title)
  await sam.getByLabel('Where these numbers are from').fill('Invented for this walk.')
  await sam.getByLabel('What will be concluded from which result').fill('If the interval lies above 0 we say that people were surer.')
  await press(sam, 'Save the plan')
  await see(sam, 'The plan is saved.')
  return new URL(sam.url()).pathname
}

test('he writes the plan first, is told at the field what is missing, and sees no outcome before it is locked', async () => {
  study = await writePlan('Sure of the next step', 'How sure are you of the next step?')
  expect(await sam.getByText('The outcome was not unseen').count()).toBe(0)
  await sam.goto(`${study}/people`)
  await see(sam, 'Outcomes are shown once the plan is locked. Lock it first.')
})

test('he locks it, and reads the answer with its limits, who got worse, and each person under a number', async () => {
  await sam.goto(study)
  await press(sam, 'Lock and see the outcomes')
  await see(sam, /people together: .*95 % interval/)
  await see(sam, 'Chance did not arrange this study, so none can be made.')
  await see(sam, 'The beginnings are staggered and overlap.')
  await see(sam, 'Always shown, whatever else is found. It decides nothing about anybody.')
  expect(await axeFindings(sam)).toEqual([])
  await sam.getByRole('link', { name: 'Each person\'s graph' }).click()
  await see(sam, 'How sure are you of the next step?: several people on one time axis')
  await sam.goto(`${study}/plan`)
  await see(sam, 'This plan is locked and can no longer be changed.')
})

test('he makes the report for inside, which says so, and takes it as a PDF and as a page', async () => {
  await sam.goto(`${study}/report`)
  await see(sam, 'Not for publication: it is about few people.')
  expect(await sam.getByRole('button', { name: 'Make and keep the part that may be published' }).count()).toBe(0)
  await press(sam, 'Make and keep the report')
  const [pdf, page] = [await fileAt('as PDF'), await fileAt('as a page')]
  expect(pdf.slice(0, 5)).toBe('%PDF-')
  expect(page).toContain('Not for publication: it is about few people.')
  expect(page).toMatch(/Version of the program<\/dt><dd dir="auto">[\d.]+\+[\da-f]{12}</)
})

test('he gives out a table in which nobody can be found, and what may be published is that table alone', async () => {
  const wellBeing = await studyNamed('Well-being in Entré')
  await sam.goto(`${wellBeing}/tables`)
  await press(sam, 'Give out the table of today')
  await see(sam, 'The table is kept as it was given out.')
  await see(sam, /\d+ cells? (is|are) withheld\./)
  await sam.goto(`${wellBeing}/report`)
  await press(sam, 'Make and keep the part that may be published')
  const page = await fileAt('as a page')
  expect(page).toContain('Only tables may be published')
  for (const inside of ['Person 1', '<svg', 'Who got worse']) expect(page).not.toContain(inside)
})

test('he is refused a table of a question about too few, and nothing was given out', async () => {
  await sam.goto(`${study}/tables`)
  const before = await sam.getByRole('table').count()
  await press(sam, 'Give out the table of today')
  await see(sam, /Nothing was given out\.|would show something about very few people/)
  expect(await sam.getByRole('table').count()).toBe(before)
})

test('a second plan about the same outcome says that it was seen before', async () => {
  await writePlan('Sure of the next step, again', 'How sure are you of the next step?')
  await see(sam, /The outcome was not unseen .*“Sure of the next step”, locked by the same evaluator/)
})

test('nothing broke the policy of the pages on the way', () => {
  expect(consoleMessages(sam).filter((line) => /policy|fault/i.test(line))).toEqual([])
})

async function studyNamed(title: string): Promise<string> {
  await sam.goto('/studies')
  await sam.getByRole('link', { name: title, exact: true }).click()
  return new URL(sam.url()).pathname
}

/** What the first link of this name gives, as text. */
async function fileAt(name: string): Promise<string> {
  const href = await sam.getByRole('link', { name, exact: true }).first().getAttribute('href')
  const answer = await sam.request.get(new URL(href ?? '', sam.url()).href)
  return (await answer.body()).toString('latin1')
}
