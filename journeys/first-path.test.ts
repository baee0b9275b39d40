import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../database/seeds/cast.ts'
import { wordsInPdf } from '../database/testing/words-in-pdf.ts'
import { consoleMessages, openBrowser } from './browser.ts'
import { signInWith, startService } from './service.ts'
import { as, asPerson, daysFromNow, makePlan, openAccountAtTheDesk, phone, press, read, see, type Walkers } from './somebody.ts'

/*
 * The path itself, as the people walk it: an officer's word is filtered and read a second time, somebody asks at a desk without an account,
 * one is accepted with a team, told and asked, meets, and says in their own space how it was, what they do not agree with, and stop.
 */
let walkers: Walkers
let anton = ''

beforeAll(async () => {
  const [service, browser] = await Promise.all([startService(), openBrowser()])
  walkers = { service, browser }
})
afterAll(async () => {
  await walkers?.browser.close()
  await walkers?.service.stop()
})

const officersWords = 'Gave back the patch of the group in the yard, in front of Ruben Dahl.'
const filtered = 'Says that he wants to leave his group.'
const giveaway = /programme|Back on Track|session|mentor|therap|extrem|Waymark/i

test('it takes an officer\'s word, and tells him "received" and nothing more, once and again', async () => {
  const viktor = await as(walkers, 'Viktor', { javaScript: false })
  for (let times = 0; times < 2; times += 1) {
    await viktor.goto('/security-referrals/new')
    await viktor.getByLabel('Who it is about').fill('Anton Ruud, wing C')
    await viktor.getByLabel('Sent to').selectOption({ label: 'Fjordvik prison' })
    await viktor.getByLabel('What you saw or heard').fill(officersWords)
    await viktor.getByLabel('Day of the conduct').fill(daysFromNow(-6))
    await viktor.getByLabel('Another explanation').fill('He may only be tired of one man.')
    await press(viktor, 'Send')
    await see(viktor, /Received\. The receipt is [\w-]+;/)
  }
  expect(await viktor.getByText('received', { exact: true }).count()).toBe(2)
})

test('it lets Kai pass on what the team needs in words of his own, and waits for a second reader', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.getByRole('link', { name: 'Filter what an officer wrote' }).first().click()
  await see(kai, officersWords)
  await kai.getByLabel('Name', { exact: true }).fill('Anton Ruud')
  await kai.getByLabel('What the team needs to know').fill(filtered)
  await kai.getByLabel('Somebody thinks the person is vulnerable').check()
  await press(kai, 'Pass this on')
  await see(kai, 'One thing needs mending')
  expect(await kai.getByLabel('Day of the conduct').inputValue()).toBe(daysFromNow(-6))
  await kai.getByLabel('What was seen or heard').fill('Gave back a sign of the group.')
  await kai.getByLabel('Another explanation').fill('Tired of one man.')
  await press(kai, 'Pass this on')
  await see(kai, 'another coordinator of the unit has read this as the second reader')
  expect(await kai.locator('main').innerText()).not.toContain('Ruben')
  await decide(kai, 'not asked')
  await see(kai, 'needs a second reader before anybody is accepted')
  expect(await kai.getByLabel('Reason').inputValue()).toBe('He asks for it, and there is a place.')
})

test('it asks a second coordinator to read, on her day', async () => {
  const vera = await walkers.browser.newPage({ baseURL: walkers.service.address })
  await signInWith(vera, walkers.service.address, 'vera', demonstrationPassword('Vera'))
  await vera.getByRole('link', { name: 'Read as the second reader, Anton Ruud' }).click()
  await see(vera, filtered)
  await vera.getByLabel('What you think after reading').fill('The conduct shows a wish, and no more. Nothing is missing.')
  await press(vera, 'I have read it')
  await see(vera, 'Second reader: Vera Holt')
  await vera.goto('/')
  expect(await vera.getByRole('link', { name: 'Read as the second reader' }).count()).toBe(0)
})

test('it is decided with a team, who see him from then on, and the officer learns nothing of it', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.goto('/referrals')
  await kai.getByRole('link', { name: 'Anton Ruud' }).first().click()
  await decide(kai, 'not asked')
  await kai.waitForURL(/\/people\//)
  anton = new URL(kai.url()).pathname
  for (const first of ['Mia', 'Amira', 'Lena'] as const) await see(await opened(first, '/people'), 'Anton Ruud')
  const viktor = await as(walkers, 'Viktor')
  await viktor.goto('/security-referrals')
  expect(await viktor.getByText('received', { exact: true }).count()).toBe(2)
  await viktor.goto(anton)
  await see(viktor, 'There is nothing here that you can open.')
})

test('it lets somebody ask at a desk without an account, without script, in Arabic, on a narrow screen, and leaves nothing behind', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.goto('/desks')
  await kai.getByLabel('Unit').selectOption({ label: 'Fjordvik prison' })
  await kai.getByLabel('Place').fill('library')
  await press(kai, 'Open it')
  await see(kai, 'The desk is open')
  const code = await kai.locator('main code.receipt').innerText()
  const desk = await walkers.browser.newPage({ ...phone, javaScript: false, baseURL: walkers.service.address })
  await desk.goto('/desk')
  await desk.getByLabel('Code').fill(code)
  await press(desk, 'Open')
  await speakArabic(desk)
  expect(await desk.locator('html').getAttribute('dir')).toBe('rtl')
  await desk.locator('[name=name]').fill('Sami, room 12')
  await desk.locator('[name=why]').fill('I want to speak with somebody.')
  await send(desk)
  expect(new URL(desk.url()).pathname).toBe('/desk/sent')
  expect(await desk.locator('body').innerText()).toMatch(/\w{4}-\w{4}-\w{4}/)
  await send(desk)
  await desk.goBack()
  expect(await desk.locator('body').innerText()).not.toMatch(/Sami|\w{4}-\w{4}-\w{4}/)
  await kai.goto('/referrals')
  await see(kai, 'Sami, room 12')
  expect(await kai.getByRole('row', { name: /Sami/ }).innerText()).toContain('the person')
})

test('it tells and asks before a plan is made, and the text that was told stands beside the answer', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.goto(`${anton}/plans/new`)
  await kai.getByLabel('Programme').selectOption({ label: 'Back on Track' })
  await press(kai, 'Make the plan')
  await see(kai, 'There is no yes from the person to taking part.')
  await kai.goto(`${anton}/consents`)
  await see(kai, 'You choose. You can say no. You can stop.')
  await kai.getByLabel('yes', { exact: true }).check()
  await kai.getByLabel('How it was told').selectOption({ label: 'easy to read' })
  await press(kai, 'Write it down')
  await see(kai, 'The answer is written down.')
  await see(kai, /easy to read, English \(version \d+ of the text in English\)/)
  await makePlan(kai, anton, 'Back on Track')
  await openAccountAtTheDesk(walkers, kai, anton, 'lamp-614')
})

test('it sets a goal in five written levels, with what was written kept when one is missing', async () => {
  const amira = await as(walkers, 'Amira')
  await amira.goto(`${anton}/plans`)
  await amira.getByRole('link', { name: 'Back on Track' }).click()
  await amira.getByRole('link', { name: 'Set a goal' }).click()
  await amira.getByLabel('Goal', { exact: true }).fill('Mornings in the kitchen')
  const levels = { 'Much less than expected': 'Stays in his room.', 'Less than expected': 'Once a week.', 'As expected': 'Three mornings a week.', 'More than expected': 'Every morning.' }
  for (const [level, says] of Object.entries(levels)) await amira.getByLabel(level, { exact: true }).fill(says)
  await press(amira, 'Keep this goal')
  await see(amira, 'needs mending')
  expect(await amira.getByLabel('As expected', { exact: true }).inputValue()).toBe('Three mornings a week.')
  await amira.getByLabel('Much more than expected', { exact: true }).fill('Cooks for the others.')
  await press(amira, 'Keep this goal')
  await see(amira, 'The goal is kept.')
  expect(consoleMessages(amira).filter((message) => !message.includes('422'))).toEqual([])
})

test('it prints the next day and a slip, and neither says what it is about', async () => {
  const mia = await as(walkers, 'Mia')
  await mia.goto('/tomorrow')
  const day = await mia.getByLabel('Day').inputValue()
  await mia.goto(`${anton}/sessions/plan`)
  await mia.getByLabel('Day').fill(day)
  await mia.getByLabel('Begins at').fill('14:00')
  await mia.getByLabel('Place').fill('room B2')
  await press(mia, 'Plan it')
  await see(mia, 'The session is planned.')
  await mia.goto('/tomorrow')
  await mia.getByRole('link', { name: /page to print.*With initials/ }).click()
  await see(mia, 'A. R.')
  const sheet = await mia.locator('body').innerText()
  expect(sheet).toContain('room B2')
  for (const paper of [sheet, await mia.title()]) expect(paper).not.toMatch(/Anton|programme|Back on Track|session|mentor|Waymark/i)
  await mia.goto(`/tomorrow/slips?on=${day}`)
  const file = await mia.request.get(await mia.getByRole('link', { name: /PDF.*With the name$/ }).first().getAttribute('href') ?? '')
  const { drawn, told } = wordsInPdf(await file.body())
  for (const words of ['Anton Ruud', '14:00', 'room B2', 'Appointment']) expect(drawn).toContain(words)
  for (const paper of [drawn, told, file.headers()['content-disposition'] ?? '']) expect(paper).not.toMatch(giveaway)
})

test('it is met and recorded, and he says on a phone without script how it was', async () => {
  expect((await walkers.service.waymark('demo', '--today', daysFromNow(7))).code).toBe(0)
  const mia = await as(walkers, 'Mia', phone)
  await mia.getByRole('link', { name: 'Record the session, Anton Ruud' }).click()
  await mia.getByLabel('What was done').fill('We spoke about the kitchen.')
  await press(mia, 'Save and sign')
  await see(mia, 'The session is recorded.')
  const own = await antonSignsIn()
  await own.getByRole('link', { name: 'How it goes' }).click()
  await own.locator('main').getByRole('link', { name: /14:00/ }).click()
  await own.getByLabel('8', { exact: true }).check()
  await own.getByLabel('Own words').fill('Shorter would be fine.')
  await press(own, 'Say it')
  await see(own, 'Shorter would be fine.')
})

test('it lets him object, with the day by which somebody answers, and see who looked and why', async () => {
  const own = await antonSignsIn()
  await own.goto('/own/sessions')
  await own.locator('main').getByRole('link', { name: /14:00/ }).click()
  await see(own, 'We spoke about the kitchen.')
  await own.getByRole('link', { name: 'I do not agree with what is written' }).click()
  expect(await own.getByLabel('Something that is written about me').isChecked()).toBe(true)
  await own.getByLabel('What happened').fill('It was about my sister too.')
  await press(own, 'Send it')
  await see(own, /by \d+ \w+ \d{4}/)
  expect(await read(await as(walkers, 'Mia'), anton)).not.toMatch(/objection|agree with what|my sister/i)
  const log = await read(own, '/own/log')
  expect(log).toMatch(/Mia Juhl, mentor\s+wrote down: /)
  expect(log).toContain('Why: working with you')
  expect(log).not.toContain('Viktor')
})

test('it stops at his word, calls off what lies ahead, and leaves the way back open', async () => {
  const mia = await as(walkers, 'Mia')
  await mia.goto(`${anton}/sessions/plan`)
  await mia.getByLabel('Day').fill(daysFromNow(20))
  await mia.getByLabel('Begins at').fill('10:00')
  await press(mia, 'Plan it')
  await see(mia, 'The session is planned')
  const own = await antonSignsIn()
  await own.goto('/own/withdrawal')
  await own.getByLabel('Taking part').check()
  await own.getByLabel('In your own words').fill('Not now.')
  await press(own, 'Stop this')
  await see(own, 'You can come back when you want.')
  await mia.goto(`${anton}/sessions`)
  await see(mia, /called off/)
  const viktor = await as(walkers, 'Viktor')
  await viktor.goto('/security-referrals')
  expect(await viktor.getByText('received', { exact: true }).count()).toBe(2)
})

test('it keeps his space neutral from right to left, in Arabic, on a phone', async () => {
  const own = await antonSignsIn()
  await speakArabic(own)
  for (const path of ['/own', '/own/plan', '/own/sessions', '/own/measures', '/own/agreements', '/own/log', '/own/withdrawal', '/own/complaints', '/own/times', '/own/needs']) {
    await own.goto(path)
    expect([path, await own.locator('html').getAttribute('dir')]).toEqual([path, 'rtl'])
    expect(await own.title()).not.toMatch(/Anton|Back on Track/)
    expect(await own.locator('header').first().innerText()).not.toMatch(/Anton|Back on Track|Waymark/)
  }
})

async function antonSignsIn(): Promise<Page> {
  return asPerson(walkers, 'lamp-614', { ...phone, javaScript: false })
}

async function opened(first: Parameters<typeof as>[1], path: string): Promise<Page> {
  const page = await as(walkers, first)
  await page.goto(path)
  return page
}

async function decide(kai: Page, answer: string): Promise<void> {
  await kai.getByRole('link', { name: 'Decide' }).click()
  await kai.getByLabel('Accepted').check()
  await kai.getByLabel('Reason').fill('He asks for it, and there is a place.')
  for (const [role, colleague] of Object.entries({ Facilitator: 'Amira Haddad', Mentor: 'Mia Juhl', 'Case manager': 'Lena Berg' })) await kai.getByLabel(role, { exact: false }).selectOption({ label: colleague })
  await kai.getByLabel(answer, { exact: true }).check()
  await press(kai, 'Decide')
}

async function speakArabic(page: Page): Promise<void> {
  await page.locator('select[name=language]').last().selectOption('ar')
  await page.locator('form:has(select[name=language]) button[type=submit]').last().click()
  await page.locator('html[dir=rtl]').waitFor()
}

/** The one thing to do on a page, in whatever language. */
async function send(page: Page): Promise<void> {
  await page.locator('main form:has([name=_once]) button[type=submit]').last().click()
  await page.waitForLoadState()
}
