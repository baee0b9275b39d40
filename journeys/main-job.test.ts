import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { First } from '../database/seeds/cast.ts'
import { consoleMessages, openBrowser, type OpenBrowser } from './browser.ts'
import { signIn, signInWith, startService, type Service } from './service.ts'
import { daysFromNow } from './somebody.ts'

/*
 * The main job, once through, as the people who do it: a file of referrals is imported, one person accepted with a team, a plan
 * made, a session recorded, an agreement signed by each for themselves; three months later its review falls due, and is held.
 */
let service: Service
let browser: OpenBrowser
let person = ''

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

async function as(first: First): Promise<Page> {
  const page = await browser.newPage()
  await signIn(page, service.address, first)
  return page
}

async function see(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

test('it imports a service\'s own file: every bad row is named, nothing is written before Kai confirms, and again adds nothing', async () => {
  const kai = await as('Kai')
  await kai.goto(`${service.address}/referrals/import`)
  await kai.getByLabel('File').setInputFiles(join(import.meta.dirname, '../database/samples/referrals.csv'))
  await kai.getByRole('button', { name: 'Read the file' }).click()
  await see(kai, 'Which column is which')
  await kai.getByRole('button', { name: 'Try it' }).click()
  await see(kai, 'Nothing has been written yet.')
  await see(kai, /31\.02\.1990/)
  await kai.getByRole('button', { name: /Write \d+ referrals/ }).click()
  await see(kai, 'The rows are written, and the file is gone.')
  await kai.goto(`${service.address}/referrals/import`)
  await kai.getByLabel('File').setInputFiles(join(import.meta.dirname, '../database/samples/referrals.csv'))
  await kai.getByRole('button', { name: 'Read the file' }).click()
  await kai.getByRole('button', { name: 'Try it' }).click()
  await see(kai, 'There is nothing new in this file.')
  expect(consoleMessages(kai)).toEqual([])
})

test('it accepts one of them with a reason and a team, and their mentor sees them from then on', async () => {
  const kai = await as('Kai')
  await kai.goto(`${service.address}/referrals`)
  await kai.getByRole('link', { name: 'Søren Kowalski' }).first().click()
  await kai.getByRole('link', { name: 'Decide' }).click()
  await kai.getByLabel('Accepted').check()
  await kai.getByLabel('Reason').fill('Asks for help himself, and there is a place.')
  await kai.getByLabel('Mentor', { exact: false }).selectOption({ label: 'Mia Juhl' })
  await kai.getByLabel('Case manager', { exact: false }).selectOption({ label: 'Lena Berg' })
  await kai.getByLabel('yes', { exact: true }).check()
  await kai.getByLabel('How the person answered').selectOption({ label: 'Told and asked aloud' })
  await kai.getByRole('button', { name: 'Decide' }).click()
  await kai.waitForURL(/\/people\//)
  person = new URL(kai.url()).pathname
  const mia = await as('Mia')
  await mia.goto(`${service.address}${person}`)
  await see(mia, 'Søren Kowalski')
  const amira = await as('Amira')
  await amira.goto(`${service.address}${person}`)
  await see(amira, 'There is nothing here that you can open.')
})

test('it makes a plan on Back on Track', async () => {
  const kai = await as('Kai')
  await kai.goto(`${service.address}${person}/plans/new`)
  await kai.getByLabel('Programme').selectOption({ label: 'Back on Track' })
  await kai.getByRole('button', { name: 'Make the plan' }).click()
  await see(kai, 'The plan is made.')
  await see(kai, /running since/)
})

test('it records a session in a minute, on a phone and without script', async () => {
  const page = await browser.newPage({ width: 390, javaScript: false })
  await signIn(page, service.address, 'Mia')
  await page.goto(`${service.address}${person}/sessions/new`)
  // The day stands there already; he said yes today, and nothing is held before a yes.
  await page.getByLabel('Begins at').fill('00:00')
  await page.getByLabel('What was done').fill('We met for the first time.')
  await page.getByRole('button', { name: 'Save and sign' }).click()
  await see(page, 'The session is recorded.')
  await page.goto(`${service.address}${person}`)
  await see(page, 'We met for the first time.')
})

test('it lets each party sign the agreement for themselves', async () => {
  const mia = await as('Mia')
  await mia.goto(`${service.address}${person}/agreements/new`)
  await mia.getByLabel('Agreement with the mentor').check()
  await mia.getByLabel('Programme (optional)').selectOption({ label: 'Back on Track' })
  await mia.getByLabel('Mia Juhl (mentor)').check()
  await mia.getByLabel('Clause 1').fill('We meet every second week.')
  await mia.getByLabel('Clause 2').fill('What is said stays between us, except a danger to somebody\'s life.')
  await mia.getByRole('button', { name: 'Propose' }).click()
  await see(mia, 'Everybody who is named can now sign or say no.')
  await answer(mia, 'Sign, or say no', 'I sign', 'Give my answer')
  await openAccountAtTheDesk()
  const soren = await browser.newPage()
  await signInWith(soren, service.address, 'lamp-482', 'a walk by the sea')
  await soren.goto(`${service.address}/own/agreements`)
  expect(await soren.title()).not.toContain('Back on Track')
  await soren.getByRole('link', { name: 'Agreement with the mentor' }).first().click()
  await answer(soren, 'Give my answer', 'I sign', 'Give my answer')
  await see(soren, /Signed/)
  await mia.goto(`${service.address}${person}/agreements`)
  await see(mia, /signed by/)
})

test('it shows Mia three months later that the review is due, and keeps how each clause went', async () => {
  const { code } = await service.waymark('demo', '--today', daysFromNow(85))
  expect(code).toBe(0)
  const mia = await as('Mia')
  await mia.goto(service.address)
  await mia.getByRole('link', { name: 'Agreement review, Søren Kowalski' }).click()
  for (const outcome of await mia.getByLabel('carried out', { exact: true }).all()) await outcome.check()
  await mia.getByLabel('It goes on as it is').check()
  await mia.getByRole('button', { name: 'Save the review' }).click()
  await see(mia, 'The review is saved.')
  await see(mia, /2 of 2 clauses carried out/)
  await mia.goto(service.address)
  expect(await mia.getByRole('link', { name: 'Agreement review, Søren Kowalski' }).count()).toBe(0)
})

test('it lets the person see who looked', async () => {
  const soren = await browser.newPage()
  await signInWith(soren, service.address, 'lamp-482', 'a walk by the sea')
  await soren.goto(`${service.address}/own/log`)
  await see(soren, /Mia Juhl/)
})

async function answer(page: Page, link: string, choice: string, button: string): Promise<void> {
  await page.getByRole('link', { name: link }).first().click()
  await page.getByLabel(choice, { exact: true }).check()
  await page.getByRole('button', { name: button }).click()
}

/** Kai opens the account with a printed code; the person chooses the password at the desk. */
async function openAccountAtTheDesk(): Promise<void> {
  const kai = await as('Kai')
  await kai.goto(`${service.address}${person}/account`)
  await kai.getByLabel('User name').fill('lamp-482')
  // The file says that he speaks Danish, and the form proposes it; this story is told in English.
  const language = kai.locator('main').getByLabel('Language')
  expect(await language.inputValue()).toBe('da')
  await language.selectOption('en')
  await kai.getByRole('button', { name: 'Open the account and print the code' }).click()
  const code = await kai.locator('.slip code').innerText()
  const desk = await browser.newPage()
  await desk.goto(`${service.address}/code`)
  await desk.getByLabel('User name').fill('lamp-482')
  await desk.getByLabel('Code').fill(code)
  await desk.getByLabel('New password').fill('a walk by the sea')
  await desk.getByRole('button', { name: 'Choose this password' }).click()
  await see(desk, 'Your password is set.')
}
