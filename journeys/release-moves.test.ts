import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { First } from '../database/seeds/cast.ts'
import { consoleMessages, openBrowser, type OpenBrowser } from './browser.ts'
import { signIn, signInWith, startService, type Service } from './service.ts'

/*
 * A court shortens Tora's term. The old day stays in history; what is left is said in words and somebody chooses; nothing planned
 * disappears; those who must know are told; what was agreed is looked at again, and she reads it herself and says what she thinks.
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

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${service.address}${path}`)
}

const cause = 'Term shortened by the court'

test('it stands before the change: a session far ahead, and an agreement that Tora and Amira have signed', async () => {
  const amira = await as('Amira')
  await open(amira, '/people')
  await amira.getByRole('link', { name: 'Tora Dahl' }).click()
  person = new URL(amira.url()).pathname
  await open(amira, `${person}/sessions/plan`)
  await amira.getByLabel('Day').fill(daysFromNow(34))
  await amira.getByLabel('Begins at').fill('09:00')
  await amira.getByRole('button', { name: 'Plan it' }).click()
  await see(amira, 'The session is planned.')
  await open(amira, `${person}/agreements/new`)
  await amira.getByLabel('Agreement about the programme').check()
  await amira.getByLabel('Amira Haddad (facilitator)').check()
  await amira.getByLabel('Clause 1').fill('We meet twice a week, until the spring.')
  await amira.getByRole('button', { name: 'Propose' }).click()
  await answer(amira, 'Sign, or say no')
  await openAccountAtTheDesk()
  const tora = await toraSignsIn()
  await open(tora, '/own/agreements')
  await tora.getByRole('link', { name: 'Agreement about the programme' }).first().click()
  await answer(tora, 'Give my answer')
  await see(tora, /Signed/)
  await open(amira, '/')
  expect(await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).count()).toBe(0)
})

test('it takes the new day with its reason and authority from the case manager, and keeps the old one', async () => {
  const lena = await as('Lena')
  await open(lena, `${person}/release`)
  await lena.getByLabel('Day of release').fill(daysFromNow(28))
  await lena.getByRole('button', { name: 'Record', exact: true }).click()
  await see(lena, 'There is something to mend')
  await lena.getByLabel('Why this day').fill(cause)
  await lena.getByLabel('Authority').fill('Fjordvik District Court')
  await lena.getByRole('button', { name: 'Record', exact: true }).click()
  await see(lena, 'The release is recorded.')
  const before = lena.getByRole('table', { name: 'Known before' })
  expect(await before.getByRole('row').count()).toBeGreaterThanOrEqual(3)
  const mia = await as('Mia')
  await open(mia, `${person}/release`)
  await see(mia, 'There is nothing here that you can open.')
})

test('it tells those who must know, until each has said that they know it', async () => {
  for (const first of ['Kai', 'Amira'] as const) {
    const page = await as(first)
    await page.getByRole('link', { name: 'The release date changed, Tora Dahl' }).click()
    await see(page, /The day of release has changed\. Before: .* Now: /)
    await page.getByRole('button', { name: 'I know it' }).click()
    await see(page, 'It is noted that you know it.')
    await open(page, '/')
    expect(await page.getByRole('link', { name: 'The release date changed, Tora Dahl' }).count()).toBe(0)
  }
})

test('it says in words what is left and what is possible, and keeps a choice with its reason', async () => {
  const amira = await as('Amira')
  await amira.getByRole('link', { name: 'Say what we do before release, Tora Dahl' }).first().click()
  await see(amira, /\d+ (to \d+ )?sessions are left\./)
  await see(amira, /About \d+ are possible before release\./)
  await see(amira, 'What is left does not fit before release.')
  await amira.getByLabel('Both', { exact: true }).check()
  await amira.getByLabel('Why', { exact: true }).fill('Relations first; a therapist in Østby takes over the rest.')
  await amira.getByRole('button', { name: 'Keep this choice' }).click()
  await see(amira, 'The choice is kept.')
  await see(amira, 'Relations first; a therapist in Østby takes over the rest.')
})

test('it lets no session disappear: those after release need a place outside, and the plan shows the cause', async () => {
  const lena = await as('Lena')
  await open(lena, `${person}/plans`)
  await lena.getByRole('link', { name: 'Entré' }).click()
  await see(lena, /lies? after the release and needs? a place outside/)
  await see(lena, `${cause}, Fjordvik District Court.`)
  const amira = await as('Amira')
  await open(amira, `${person}/sessions`)
  expect(await amira.getByText('planned', { exact: true }).count()).toBeGreaterThanOrEqual(2)
  expect(await amira.getByText('called off').count()).toBe(0)
})

test('it asks for a review of what was agreed, and starts a new period in which no old goal has failed', async () => {
  const amira = await as('Amira')
  await see(amira, 'the day of release has changed: does what was agreed still hold?')
  await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).click()
  await amira.getByLabel('partly', { exact: true }).check()
  await amira.getByLabel('It goes on as it is').check()
  await amira.getByRole('button', { name: 'Save the review' }).click()
  await see(amira, 'The review is saved.')
  await open(amira, '/')
  expect(await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).count()).toBe(0)
  await open(amira, `${person}/plans`)
  await amira.getByRole('link', { name: 'Entré' }).click()
  await amira.getByRole('link', { name: 'Start a new period' }).first().click()
  await see(amira, 'a goal that life changed is not a failure')
  await amira.getByLabel('life changed').check()
  await amira.getByLabel('In a sentence').fill('Release is months earlier.')
  await amira.getByRole('button', { name: 'Start a new period' }).click()
  await see(amira, 'The goals of the last period are closed.')
  await amira.locator('summary', { hasText: 'closed' }).click()
  await see(amira, /Closed on .*: life changed\. Release is months earlier\./)
  expect(await amira.locator('main').innerText()).not.toMatch(/fail|not reached|missed goal/i)
})

test('it tells Tora in writing on a page of her own, without script, and keeps what she says beside the day', async () => {
  const tora = await toraSignsIn({ javaScript: false, width: 390 })
  await tora.getByRole('link', { name: 'When I go out' }).click()
  await see(tora, 'The day of release has changed.')
  await see(tora, cause)
  await see(tora, 'Nothing of this counts against you.')
  expect(await tora.title()).not.toMatch(/Tora|Entré/)
  await tora.getByLabel('What I say of it').fill('I am glad. I have no room yet.')
  await tora.getByRole('button', { name: 'I have read it' }).click()
  await see(tora, 'What you said is kept beside the day.')
  await open(tora, '/own')
  expect(await tora.getByText('has changed: please read').count()).toBe(0)
  const lena = await as('Lena')
  await open(lena, `${person}/release`)
  await see(lena, 'I am glad. I have no room yet.')
  expect(consoleMessages(lena)).toEqual([])
})

async function answer(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: link }).first().click()
  await page.getByLabel('I sign', { exact: true }).check()
  await page.getByRole('button', { name: 'Give my answer' }).click()
}

async function toraSignsIn(wish: { javaScript?: boolean, width?: number } = {}): Promise<Page> {
  const tora = await browser.newPage(wish)
  await signInWith(tora, service.address, 'lamp-771', 'a walk by the sea')
  return tora
}

async function openAccountAtTheDesk(): Promise<void> {
  const kai = await as('Kai')
  await open(kai, `${person}/account`)
  await kai.getByLabel('User name').fill('lamp-771')
  await kai.getByRole('button', { name: 'Open the account and print the code' }).click()
  const code = await kai.locator('.slip code').innerText()
  const desk = await browser.newPage()
  await open(desk, '/code')
  await desk.getByLabel('User name').fill('lamp-771')
  await desk.getByLabel('Code').fill(code)
  await desk.getByLabel('New password').fill('a walk by the sea')
  await desk.getByRole('button', { name: 'Choose this password' }).click()
  await see(desk, 'Your password is set.')
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
}
