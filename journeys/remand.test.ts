import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleMessages, openBrowser } from './browser.ts'
import { startService } from './service.ts'
import { accept, as, daysFromNow, makePlan, phone, press, read, see, type Walkers } from './somebody.ts'

/*
 * Kaur is on remand after an attack and asks for help to leave. His lawyer says: nothing about the offence. What the law's state closes stays
 * closed by every way in; other work goes on; help in danger does too. After the judgment a new yes opens, and an acquittal opens nothing.
 */
let walkers: Walkers
let [amira, lena, kai]: Page[] = []
let kaur = ''
let plan = ''
let token = ''

beforeAll(async () => {
  const [service, browser] = await Promise.all([startService(), openBrowser()])
  walkers = { service, browser }
  await everybodySignsIn()
  await lena!.goto('/referrals/new')
  await lena!.getByLabel('Name', { exact: true }).fill('Kaur Singh Gill')
  await lena!.getByLabel('Sent to').selectOption({ label: 'Fjordvik prison' })
  await lena!.getByLabel('Why', { exact: true }).fill('Asks for help to leave them.')
  await lena!.getByLabel('yes', { exact: true }).check()
  await press(lena!, 'Send')
  await lena!.waitForURL(/\/referrals\/(?!new)/)
  kaur = await accept(kai!, 'Kaur Singh Gill', { Facilitator: 'Amira Haddad', Mentor: 'Mia Juhl', 'Case manager': 'Lena Berg' })
  plan = await makePlan(kai!, kaur, 'Healthy Identity Intervention')
  token = await tokenOfAmira()
})
afterAll(async () => {
  await walkers?.browser.close()
  await walkers?.service.stop()
})

test('on remand no part about the offence can be chosen: not on the page, not by a form that was tampered with, not by a call', async () => {
  await record('on remand', { from: -10, authority: 'Fjordvik District Court' })
  await openUnits()
  await see(amira!, 'Guilt is still open')
  expect(await unit('Foundation').getByLabel('Choose', { exact: true }).count()).toBe(0)
  await unit('Self-Image').getByLabel('Choose', { exact: true }).check()
  await unit('Self-Image').getByLabel('Why, from our shared understanding').fill('Who he is beside all of it, he says.')
  await tamper('Foundation')
  await press(amira!, 'Keep these decisions')
  await see(amira!, /Foundation: guilt is still open, so a part about the offence cannot be taken up/)
  expect(await unit('Self-Image').getByLabel('Why, from our shared understanding').inputValue()).toBe('Who he is beside all of it, he says.')
  await unit('Foundation').getByLabel('Decide later').check()
  await press(amira!, 'Keep these decisions')
  await see(amira!, 'The decisions are kept.')
  expect(await call(`${plan}/units`, { units: [{ unitId: 'foundation', decision: 'choose', position: 1, reason: 'How he came there.' }] })).toMatchObject([409, 'unit-locked'])
  expect(await call(`${kaur}/sessions`, { ...today(), state: 'held', done: 'Talked.', units: ['foundation'] })).toMatchObject([422, 'session-unit-not-chosen'])
})

test('legal advice is recorded as taken, with the limit and without what was advised; the team reads the limit, and the mentor learns nothing of either', async () => {
  await lena!.goto(`${kaur}/legal-statuses`)
  await lena!.getByText('Record what is known of legal advice').click()
  const form = lena!.locator('form', { has: lena!.getByLabel('What is left out') })
  expect(await form.locator('textarea').count()).toBe(0)
  await form.getByLabel('Legal advice').selectOption({ label: 'taken' })
  await form.getByLabel('What is left out').fill('the offence')
  await form.getByRole('button').click()
  await see(lena!, 'It is recorded. Whoever writes about the person reads the limit first.')
  expect(await read(amira!, `${kaur}/sessions/new`)).toMatch(/Guilt is still open\.[^]*Legal advice: taken\. Left out: the offence\.[^]*What was done/)
  const forMia = await read(await as(walkers, 'Mia'), `${kaur}/sessions/new`)
  expect(forMia).toContain('Ask nothing about the offence, and write nothing of it')
  expect(forMia).not.toMatch(/remand|advice|Guilt is/)
})

test('other work goes on, and a reminder of the limit is recorded without a word of what it was about', async () => {
  await amira!.goto(`${kaur}/sessions/new`)
  await amira!.getByLabel('Begins at').fill('00:00')
  await amira!.getByLabel('What was done').fill('What he wants to be as a brother.')
  await amira!.locator('main summary', { hasText: 'More' }).click()
  await amira!.getByLabel('Self-Image').check()
  await amira!.getByLabel('I reminded the person of the limit').check()
  await see(amira!, 'Only that it was said, never what it was about.')
  await press(amira!, 'Save and sign')
  await see(amira!, 'The session is recorded.')
  const said = await amira!.locator('main').innerText()
  expect(said).toMatch(/Limit on the offence\nThe person was reminded of it/)
  expect(said).toMatch(/Self-Image/)
})

test('what cannot be answered is not assessed (legal), and no zero', async () => {
  await amira!.goto(`${kaur}/measures/rulers`)
  await see(amira!, 'Guilt is still open.')
  await amira!.getByLabel('The question, as it was asked').fill('How far are you from that day?')
  await amira!.getByLabel('If nothing was said: why').selectOption({ label: 'not assessed (legal)' })
  await press(amira!, 'Keep this answer')
  await see(amira!, 'not assessed (legal)')
  expect(await amira!.locator('main').innerText()).not.toMatch(/\b0 of 10/)
})

test('danger takes the crisis path as for anybody, on a phone and without script', async () => {
  const page = await as(walkers, 'Amira', { ...phone, javaScript: false })
  await page.goto(kaur)
  await page.getByRole('link', { name: 'Write down a crisis' }).click()
  await page.getByLabel('A threat to somebody').check()
  await page.getByLabel('Words said').fill('He will be hurt tonight.')
  await page.getByLabel('What was done').fill('Rang the wing.')
  await press(page, 'Send')
  await see(page, /Written down\. Hedda Moe has been asked/)
  expect(await read(amira!, `${kaur}/sessions`)).not.toContain('hurt tonight')
})

test('when the judgment is final, what was locked opens only after a new yes', async () => {
  await lena!.goto(`${kaur}/legal-statuses`)
  await lena!.getByText('End “on remand”').click()
  await press(lena!, 'End it')
  await see(lena!, 'The status is ended.')
  await tomorrow(1)
  await record('sentenced', { from: 1, authority: 'Fjordvik District Court' })
  await openUnits()
  await see(amira!, 'Since the judgment the person has not said yes anew.')
  await tamper('Foundation')
  await press(amira!, 'Keep these decisions')
  await see(amira!, /Foundation: .*yes/)
  await kai!.goto('/')
  await kai!.getByRole('link', { name: 'Ask anew about taking part, Kaur Singh Gill' }).click()
  await kai!.getByLabel('yes', { exact: true }).check()
  await press(kai!, 'Write it down')
  await see(kai!, 'The answer is written down.')
  await openUnits()
  await unit('Foundation').getByLabel('Choose', { exact: true }).check()
  await unit('Foundation').getByLabel('Why, from our shared understanding').fill('He wants to understand how he came there.')
  await press(amira!, 'Keep these decisions')
  await see(amira!, 'The decisions are kept.')
})

test('after an acquittal nothing about the offence opens, not even by his yes; ending and erasing begin', async () => {
  await record('acquitted', { from: 1, authority: 'Court of Appeal' })
  await see(lena!, 'The acquittal is recorded.')
  expect(await call(`${kaur}/sessions`, { ...today(), time: '00:01', state: 'held', done: 'Talked.', units: ['foundation'] })).toMatchObject([409, 'session-unit-locked'])
  await amira!.goto(`${kaur}/offence`)
  await amira!.getByLabel('Agrees to work on it').check()
  await press(amira!, 'Record this answer')
  await amira!.goto(`${kaur}/sessions/new`)
  await amira!.locator('main summary', { hasText: 'More' }).click()
  await see(amira!, /Locked.*Foundation/)
  expect(await amira!.getByLabel('Foundation').count()).toBe(0)
  const day = await read(kai!, '/')
  for (const due of ['Acquitted: end the work, Kaur Singh Gill', 'Answer the request for erasure, Kaur Singh Gill']) expect(day).toContain(due)
  expect(await read(kai!, `${kaur}/erasure`)).toContain('After an acquittal')
  for (const page of [amira!, lena!, kai!]) expect(consoleMessages(page).filter((message) => !/\b(409|422)\b/.test(message))).toEqual([])
})

async function everybodySignsIn(): Promise<void> {
  [amira, lena, kai] = [await as(walkers, 'Amira'), await as(walkers, 'Lena'), await as(walkers, 'Kai')]
}

/** The service's day goes on; whoever was signed in too long signs in again. */
async function tomorrow(days: number): Promise<void> {
  expect((await walkers.service.waymark('demo', '--today', daysFromNow(days))).code).toBe(0)
  await everybodySignsIn()
}

async function record(status: string, { from, authority }: { from: number, authority: string }): Promise<void> {
  await lena!.goto(`${kaur}/legal-statuses`)
  const form = lena!.locator('form', { has: lena!.getByLabel('Where it was learned') })
  await form.getByLabel('Legal status').selectOption({ label: status })
  await form.getByLabel('From').fill(daysFromNow(from))
  await form.getByLabel('Where it was learned').fill('letter of the court')
  await form.getByLabel('Authority').fill(authority)
  await form.getByRole('button', { name: 'Record', exact: true }).click()
  await see(lena!, / is recorded\./)
}

async function openUnits(): Promise<void> {
  await amira!.goto(plan)
  await amira!.getByRole('link', { name: 'Choose and order the parts' }).click()
}

function unit(title: string) {
  return amira!.getByRole('group', { name: title, exact: true })
}

/** Somebody makes the form send what it does not offer. */
async function tamper(title: string): Promise<void> {
  const later = unit(title).getByLabel('Decide later')
  await later.check()
  await unit(title).getByLabel('Why, from our shared understanding').fill('How he came there.')
  await amira!.evaluate(`document.querySelector('input[name="${await later.getAttribute('name')}"][value="later"]').value = 'choose'`)
}

/** A program of hers may do whatever she may, and no more. */
async function tokenOfAmira(): Promise<string> {
  await amira!.goto('/account/tokens/new')
  await amira!.getByLabel('Name', { exact: false }).first().fill('tablet')
  await amira!.evaluate('for (const box of document.querySelectorAll("input[name=allows]")) box.checked = true')
  await amira!.locator('main form button[type=submit]').click()
  return amira!.locator('code.key').innerText()
}

async function call(path: string, sent: object): Promise<[number, string]> {
  const answer = await fetch(`${walkers.service.address}/api${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(sent) })
  return [answer.status, (await answer.json() as { code?: string }).code ?? '']
}

function today() {
  return { on: daysFromNow(0), time: '00:00', minutes: 60 }
}
