import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleMessages, openBrowser } from './browser.ts'
import { startService } from './service.ts'
import { as, asPerson, daysFromNow, openAccountAtTheDesk, phone, planSession, press, see, type Walkers } from './somebody.ts'

/*
 * A court shortens Tora's term. The old day stays in history; what is left is said in words and somebody chooses; nothing planned
 * disappears; those who must know are told; what was agreed is looked at again, and she reads it herself and says what she thinks.
 */
let walkers: Walkers
let person = ''

beforeAll(async () => {
  const [service, browser] = await Promise.all([startService(), openBrowser()])
  walkers = { service, browser }
})
afterAll(async () => {
  await walkers?.browser.close()
  await walkers?.service.stop()
})

const cause = 'Term shortened by the court'

test('it stands before the change: a session far ahead, and an agreement that Tora and Amira have signed', async () => {
  const amira = await as(walkers, 'Amira')
  await amira.goto('/people')
  await amira.getByRole('link', { name: 'Tora Dahl' }).click()
  person = new URL(amira.url()).pathname
  await planSession(amira, person, { inDays: 34, time: '09:00' })
  await amira.goto(`${person}/agreements/new`)
  await amira.getByLabel('Agreement about the programme').check()
  await amira.getByLabel('Amira Haddad (facilitator)').check()
  await amira.getByLabel('Clause 1').fill('We meet twice a week, until the spring.')
  await press(amira, 'Propose')
  await answer(amira, 'Sign, or say no')
  await openAccountAtTheDesk(walkers, await as(walkers, 'Kai'), person, 'lamp-771')
  const tora = await asPerson(walkers, 'lamp-771')
  await tora.goto('/own/agreements')
  await tora.getByRole('link', { name: 'Agreement about the programme' }).first().click()
  await answer(tora, 'Give my answer')
  await see(tora, /Signed/)
  await amira.goto('/')
  expect(await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).count()).toBe(0)
})

test('it takes the new day with its reason and authority from the case manager, and keeps the old one', async () => {
  const lena = await as(walkers, 'Lena')
  await lena.goto(`${person}/release`)
  await lena.getByLabel('Day of release').fill(daysFromNow(28))
  await press(lena, 'Record')
  await see(lena, /needs? mending/)
  await lena.getByLabel('Why this day').fill(cause)
  await lena.getByLabel('Authority').fill('Fjordvik District Court')
  await press(lena, 'Record')
  await see(lena, 'The release is recorded.')
  const before = lena.getByRole('table', { name: 'Known before' })
  expect(await before.getByRole('row').count()).toBeGreaterThanOrEqual(3)
  const mia = await as(walkers, 'Mia')
  await mia.goto(`${person}/release`)
  await see(mia, 'There is nothing here that you can open.')
})

test('it tells those who must know, until each has said that they know it', async () => {
  for (const first of ['Kai', 'Amira'] as const) {
    const page = await as(walkers, first)
    await page.getByRole('link', { name: 'The release date changed, Tora Dahl' }).click()
    await see(page, /The day of release has changed\. Before: .* Now: /)
    await press(page, 'I know it')
    await see(page, 'It is noted that you know it.')
    await page.goto('/')
    expect(await page.getByRole('link', { name: 'The release date changed, Tora Dahl' }).count()).toBe(0)
  }
})

test('it says in words what is left and what is possible, and keeps a choice with its reason', async () => {
  const amira = await as(walkers, 'Amira')
  await amira.getByRole('link', { name: 'What fits before release, Tora Dahl' }).first().click()
  await see(amira, /\d+ (to \d+ )?sessions are left\./)
  await see(amira, /About \d+ are possible before release\./)
  await see(amira, 'What is left does not fit before release.')
  await amira.getByLabel('Both', { exact: true }).check()
  await amira.getByLabel('Why', { exact: true }).fill('Relations first; a therapist in Østby takes over the rest.')
  await press(amira, 'Keep this choice')
  await see(amira, 'The choice is kept.')
  await see(amira, 'Relations first; a therapist in Østby takes over the rest.')
})

test('it lets no session disappear: those after release need a place outside, and the plan shows the cause', async () => {
  const lena = await as(walkers, 'Lena')
  await lena.goto(`${person}/plans`)
  await lena.getByRole('link', { name: 'Entré' }).click()
  await see(lena, /lies? after the release and needs? a place outside/)
  await see(lena, `${cause}, Fjordvik District Court.`)
  const amira = await as(walkers, 'Amira')
  await amira.goto(`${person}/sessions`)
  expect(await amira.getByText(/^planned/).count()).toBeGreaterThanOrEqual(2)
  expect(await amira.getByText('called off').count()).toBe(0)
})

test('it opens what comes after late, with the court as its cause, until somebody outside says that they know; a place is chosen with her', async () => {
  const amira = await as(walkers, 'Amira')
  await amira.getByRole('link', { name: 'Name an owner outside, Tora Dahl' }).click()
  await amira.getByLabel('Who outside').selectOption({ label: 'Lena Berg, Østby probation office' })
  await press(amira, 'Name')
  await see(amira, 'The owner is named.')
  await see(amira, `Below lead time, cause: ${cause}, Fjordvik District Court.`)
  await amira.getByRole('link', { name: 'A place, and what the person says of it' }).click()
  await amira.getByLabel('Place', { exact: true }).selectOption({ label: 'Quay 9, Østby' })
  await amira.getByLabel('agreed', { exact: true }).check()
  await amira.getByLabel('In their words').fill('A room near the water is fine.')
  await press(amira, 'Save')
  await see(amira, 'A room near the water is fine.')
  const lena = await as(walkers, 'Lena')
  await lena.getByRole('link', { name: 'You are named as owner outside, Tora Dahl' }).click()
  await press(lena, 'I know that it is mine')
  await see(lena, 'It is noted that the owner knows.')
  await lena.goto('/')
  expect(await lena.getByRole('link', { name: 'You are named as owner outside, Tora Dahl' }).count()).toBe(0)
  const tora = await asPerson(walkers, 'lamp-771', { ...phone, javaScript: false })
  await tora.getByRole('link', { name: 'What is arranged outside' }).click()
  await see(tora, 'Lena Berg knows that you are coming.')
  await see(tora, 'Quay 9')
})

test('it asks for a review of what was agreed, and starts a new period in which no old goal has failed', async () => {
  const amira = await as(walkers, 'Amira')
  await see(amira, 'the day of release has changed: does what was agreed still hold?')
  await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).click()
  await amira.getByLabel('partly', { exact: true }).check()
  await amira.getByLabel('It goes on as it is').check()
  await press(amira, 'Save the review')
  await see(amira, 'The review is saved.')
  await amira.goto('/')
  expect(await amira.getByRole('link', { name: 'Agreement review, Tora Dahl' }).count()).toBe(0)
  await amira.goto(`${person}/plans`)
  await amira.getByRole('link', { name: 'Entré' }).click()
  await amira.getByRole('link', { name: 'Start a new period' }).first().click()
  await see(amira, 'a goal that life changed is not a failure')
  await amira.getByLabel('life changed').check()
  await amira.getByLabel('In a sentence').fill('Release is months earlier.')
  await press(amira, 'Start a new period')
  await see(amira, 'The goals of the last period are closed.')
  await amira.locator('summary', { hasText: 'earlier goal' }).click()
  await see(amira, /Closed on .*: life changed\. Release is months earlier\./)
  expect(await amira.locator('main').innerText()).not.toMatch(/fail|not reached|missed goal/i)
})

test('it tells Tora in writing on a page of her own, without script, and keeps what she says beside the day', async () => {
  const tora = await asPerson(walkers, 'lamp-771', { ...phone, javaScript: false })
  await tora.getByRole('link', { name: 'When I go out' }).first().click()
  await see(tora, 'The day of release has changed.')
  await see(tora, cause)
  await see(tora, 'Nothing of this counts against you.')
  expect(await tora.title()).not.toMatch(/Tora|Entré/)
  await tora.getByLabel('What I say of it').fill('I am glad. I have no room yet.')
  await press(tora, 'I have read it')
  await see(tora, 'What you said is kept beside the day.')
  await tora.goto('/own')
  expect(await tora.getByText('has changed: please read').count()).toBe(0)
  const lena = await as(walkers, 'Lena')
  await lena.goto(`${person}/release`)
  await see(lena, 'I am glad. I have no room yet.')
  expect(consoleMessages(lena)).toEqual([])
})

async function answer(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: link }).first().click()
  await page.getByLabel('I sign', { exact: true }).check()
  await press(page, 'Give my answer')
}
