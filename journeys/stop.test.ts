import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleMessages, openBrowser } from './browser.ts'
import { startService } from './service.ts'
import { accept, as, asPerson, daysFromNow, expectNoSanctionBelow, makePlan, openAccountAtTheDesk, phone, planSession, press, read, see, sign, type Walkers } from './somebody.ts'

/*
 * Dorian is in Back on Track, with a facilitator and a mentor. Four weeks before his parole hearing he says "stop", asks that
 * everything be erased, and wants to keep his mentor. Nothing follows from any of it.
 */
let walkers: Walkers
let dorian = ''
let himself: Page
const words = 'I want it to stop. Four weeks before the hearing or not.'

beforeAll(async () => {
  const [service, browser] = await Promise.all([startService(), openBrowser()])
  walkers = { service, browser }
  await takeIn()
})
afterAll(async () => {
  await walkers?.browser.close()
  await walkers?.service.stop()
})

/** Referred by Lena, accepted by Kai, met by Mia and Amira, who have both planned to see him. */
async function takeIn(): Promise<void> {
  const lena = await as(walkers, 'Lena')
  await lena.goto('/referrals/new')
  await lena.getByLabel('Name', { exact: true }).fill('Dorian Weiss')
  await lena.getByLabel('Sent to').selectOption({ label: 'Fjordvik prison' })
  await lena.getByLabel('Why', { exact: true }).fill('Wants somebody beside him before the hearing.')
  await lena.getByLabel('yes', { exact: true }).check()
  await press(lena, 'Send')
  await lena.waitForURL(/\/referrals\/(?!new)/)
  const kai = await as(walkers, 'Kai')
  dorian = await accept(kai, 'Dorian Weiss', { Facilitator: 'Amira Haddad', Mentor: 'Mia Juhl', 'Case manager': 'Lena Berg' })
  await makePlan(kai, dorian, 'Back on Track')
  await kai.goto(`${dorian}/consents?purpose=data`)
  await kai.getByLabel('yes', { exact: true }).check()
  await press(kai, 'Write it down')
  await see(kai, 'The answer is written down.')
  await planSession(await as(walkers, 'Mia'), dorian, { inDays: 3, time: '10:00' })
  await planSession(await as(walkers, 'Amira'), dorian, { inDays: 5, time: '14:00' })
  await lena.goto(`${dorian}/release`)
  await lena.getByLabel('Day of release').fill(daysFromNow(28))
  await lena.getByLabel('Why this day').fill('The parole hearing is on this day')
  await lena.getByLabel('Authority').fill('Parole board')
  await press(lena, 'Record')
  await openAccountAtTheDesk(walkers, kai, dorian, 'oak-118')
  await tellTheBoard(kai, { items: [], purpose: 'Whether a hearing is held.', comment: 'I come every week.' })
}

type Told = { items: string[], purpose: string, comment?: string }

/** The parole board asks, he is asked first, Dana reads it as second since the team has one coordinator, and Kai hands it over. Resolves with the address. */
async function tellTheBoard(kai: Page, { items, purpose, comment }: Told): Promise<string> {
  await kai.goto(`${dorian}/sharing/new`)
  // The law lets the parole board alone be told: the form is for it.
  await see(kai, 'Who it is for: Parole board')
  for (const [label, text] of [['Authority', 'Parole board of Norland'], ['Function there', 'Registrar'], ['Who asked, and how', 'Letter of the registrar'], ['Asked on', daysFromNow(0)], ['What do they need to decide?', purpose], ['Why that decision needs it', 'The act names it.']] as const) await kai.getByLabel(label).fill(text)
  for (const item of items) await kai.getByLabel(item).check()
  await press(kai, 'Write it down')
  await see(kai, 'It is written down. Nothing was told.')
  const at = new URL(kai.url()).pathname
  if (comment !== undefined) {
    await kai.getByLabel('They comment, in their words').check()
    await kai.getByLabel('Their words, or why they could not be asked').fill(comment)
    await press(kai, 'Write down what they say')
    await prepare(kai, at)
  }
  return at
}

async function prepare(kai: Page, at: string): Promise<void> {
  await kai.goto(at)
  await press(kai, 'Freeze it and ask the second reader')
  await see(kai, 'the data protection officer reads it as second')
  const dana = await as(walkers, 'Dana')
  await dana.goto(at)
  await dana.getByLabel('It may leave as it stands').check()
  await dana.getByLabel('In words').fill('As little as will do.')
  await press(dana, 'Decide')
  await see(dana, 'Approved.')
  await kai.goto(at)
  await kai.getByLabel('By which way').fill('By hand, in a closed envelope')
  await press(kai, 'It is handed over')
  await see(kai, 'Handed over, with a receipt.')
}

test('it is written down at once by the mentor, in his words, on a phone and without script; what lies ahead is called off, whoever planned it', async () => {
  const mia = await as(walkers, 'Mia', { ...phone, javaScript: false })
  await mia.goto(dorian)
  await mia.getByRole('link', { name: 'Consent', exact: true }).click()
  await mia.getByRole('link', { name: 'The person says stop' }).click()
  await mia.getByLabel('In their own words').fill(words)
  await press(mia, 'Stop this')
  await see(mia, 'It is written down and counts from now. What was planned with the person is called off.')
  const kai = await as(walkers, 'Kai')
  const sessions = await read(kai, `${dorian}/sessions`)
  expect(sessions.match(/called off/g)).toHaveLength(2)
  expect(sessions).not.toContain('planned')
  expect(await read(kai, dorian)).toContain('said stop')
  expect(await read(kai, `${dorian}/consents`)).toContain(words)
  expect(consoleMessages(kai)).toEqual([])
})

test('the board that was told earlier is thought of: the coordinator decides with words, and he reads it', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.getByRole('link', { name: 'Decide whether an earlier recipient is told, Dorian Weiss' }).click()
  await see(kai, 'The person said stop')
  await kai.getByLabel('They are told').check()
  await kai.getByLabel('What was told and how; or why not').fill('Told the registrar that a new report follows if it is asked for.')
  await press(kai, 'Write it down')
  await see(kai, 'Written down: they are told.')
  await kai.goto('/')
  expect(await kai.getByRole('link', { name: 'Decide whether an earlier recipient is told, Dorian Weiss' }).count()).toBe(0)
  himself = await asPerson(walkers, 'oak-118', phone)
  const own = await read(himself, '/own/reports')
  for (const said of ['Whether a hearing is held.', 'They were told on', 'They were told more on', 'Told the registrar that a new report follows']) expect(own).toContain(said)
})

test('it leaves the answer about his data as it was: taking part and what was written are two things', async () => {
  const kai = await as(walkers, 'Kai')
  const consents = await read(kai, `${dorian}/consents`)
  expect(consents).toMatch(/Taking part\nwithdrawn /)
  expect(consents).toMatch(/Keeping and using what is written\nyes, /)
})

test('he asks himself that everything be erased; the coordinator decides item by item with grounds, by a day, and nobody who works with him does', async () => {
  himself = await asPerson(walkers, 'oak-118', phone)
  await himself.goto('/own/erasure')
  await himself.getByLabel('In your own words').fill('Erase everything. I want to keep Mia.')
  await press(himself, 'Ask')
  await see(himself, 'You have asked. You get an answer within a month; it will stand here.')
  expect(await read(await as(walkers, 'Mia'), `${dorian}/erasure`)).toContain('The coordinator of the team answers.')
  const kai = await as(walkers, 'Kai')
  await kai.getByRole('link', { name: 'Answer the request for erasure, Dorian Weiss' }).click()
  await see(kai, 'Erase everything. I want to keep Mia.')
  for (const [item, decision, grounds] of decided) {
    const form = kai.locator('form', { has: kai.getByLabel('Grounds') })
    if (!await form.isVisible()) await kai.getByText('Decide item by item').click()
    await form.getByLabel('Item').selectOption({ label: item })
    await form.getByLabel(decision, { exact: true }).check()
    await form.getByLabel('Grounds').fill(grounds)
    await press(kai, 'Decide about this item')
    await see(kai, grounds)
  }
  expect(await read(himself, '/own/erasure')).toContain('The prison act asks for it, five years.')
  expect(await read(himself, '/own/erasure')).toContain('answered')
  await kai.goto('/')
  expect(await kai.getByRole('link', { name: 'Answer the request for erasure, Dorian Weiss' }).count()).toBe(0)
})

const decided = [
  ['Records of sessions', 'Keep', 'The prison act asks for it, five years.'], ['Notes', 'Erase', 'There is none that anybody needs.'], ['Plan and goals', 'Erase', 'He is in no programme.'],
  ['Agreements', 'Keep', 'He wants to go on with Mia.'], ['Measures', 'Erase', 'Nobody needs them for him.'], ['Consents and withdrawals', 'Keep', 'That he said stop has to be shown.'],
  ['The referral', 'Keep apart, unread', 'Evidence of how he came.'], ['Everything else', 'Erase', 'Nothing else is needed.'],
] as const

test('the mentor goes on only under a new agreement for practical help, and a meeting under it is planned and recorded', async () => {
  const mia = await as(walkers, 'Mia')
  await mia.goto(`${dorian}/sessions/plan`)
  await mia.getByLabel('Day').fill(daysFromNow(2))
  await mia.getByLabel('Begins at').fill('11:00')
  await press(mia, 'Plan it')
  await see(mia, 'You can go on meeting under an agreement for practical help')
  await mia.goto(`${dorian}/agreements/new`)
  await mia.getByLabel('Agreement about practical help').check()
  await mia.getByLabel('Mia Juhl (mentor)').check()
  await mia.getByLabel('Clause 1').fill('Mia helps with the room and the papers.')
  await press(mia, 'Propose')
  await sign(mia, 'Sign, or say no')
  await himself.goto('/own/agreements')
  await himself.getByRole('link', { name: 'Agreement about practical help' }).first().click()
  await sign(himself, 'Give my answer')
  await see(himself, /Signed/)
  await planSession(mia, dorian, { inDays: 2, time: '11:00' })
  expect((await read(himself, '/own/sessions')).match(/\tplanned/g)).toHaveLength(1)
  const amira = await as(walkers, 'Amira')
  await amira.goto(`${dorian}/sessions/plan`)
  await amira.getByLabel('Day').fill(daysFromNow(2))
  await amira.getByLabel('Begins at').fill('15:00')
  await press(amira, 'Plan it')
  await see(amira, /needs? mending/)
})

test('the plan ends by his own wish, and the meeting under the agreement stays', async () => {
  const kai = await as(walkers, 'Kai')
  await kai.getByRole('link', { name: 'End the plan, Dorian Weiss' }).click()
  await kai.getByLabel('How it ended').selectOption({ label: 'ended by own wish' })
  await press(kai, 'End the plan')
  await see(kai, /ended by own wish/)
  expect((await walkers.service.waymark('demo', '--today', daysFromNow(3))).code).toBe(0)
  const mia = await as(walkers, 'Mia')
  await mia.goto(`${dorian}/sessions`)
  await mia.getByRole('link', { name: /11:00/ }).click()
  await mia.getByRole('link', { name: 'Record a session' }).click()
  await mia.getByLabel('What was done').fill('Filled in the form for the room.')
  await press(mia, 'Save and sign')
  await see(mia, 'The session is recorded.')
  await see(mia, 'An agreement for practical help')
})

test('the report to the board says that it ended by own wish, since the law there asks, with his own comment, and nothing more', async () => {
  const kai = await as(walkers, 'Kai')
  const at = await tellTheBoard(kai, { items: ['How many meetings were offered and held', 'That it ended by own wish'], purpose: 'Whether he is released.' })
  himself = await asPerson(walkers, 'oak-118', phone)
  await himself.goto('/own/reports')
  await himself.getByRole('link', { name: 'Say something to it' }).click()
  await himself.getByLabel('I want to say something').check()
  await himself.getByLabel('What you want to say').fill('I stopped because I wanted to. Mia still helps me.')
  await press(himself, 'Send')
  await see(himself, 'It is written down and goes along.')
  await prepare(kai, at)
  const told = await kai.locator('.frozen').innerText()
  for (const said of ['It ended by own wish.', 'I stopped because I wanted to. Mia still helps me.', 'Neither beginning nor ending it is a breach of anything']) expect(told).toContain(said)
  expect(told).toMatch(/Took part from \d/)
  expect(told).not.toMatch(/Back on Track|stop\. Four weeks|Amira|missed|declined/)
  const file = await kai.request.get(`${at}/report`)
  expect([file.status(), file.headers()['content-disposition']]).toEqual([200, expect.stringContaining('appointment.pdf')])
  for (const first of ['Mia', 'Amira', 'Lena'] as const) expect(await read(await as(walkers, first), `${dorian}/sharing`), first).toContain('You have written down nothing.')
  expect(consoleMessages(kai)).toEqual([])
})

test('no page about him asks anybody for a sanction, and none shows him one', async () => {
  for (const first of ['Kai', 'Mia', 'Lena', 'Amira'] as const) {
    const seen = await expectNoSanctionBelow(await as(walkers, first), dorian)
    for (const page of ['/sessions', '/consents', '/withdrawal', '/erasure', '/agreements', '/sharing']) expect(seen, first).toContain(`${dorian}${page}`)
  }
  himself = await asPerson(walkers, 'oak-118', phone)
  const own = await expectNoSanctionBelow(himself, '/own')
  for (const page of ['/own/sessions', '/own/withdrawal', '/own/erasure', '/own/ask', '/own/agreements', '/own/reports']) expect(own).toContain(page)
})

test('two weeks after the answer what was decided is erased, and what he wanted to keep stays', async () => {
  expect((await walkers.service.waymark('demo', '--today', daysFromNow(16))).code).toBe(0)
  const kai = await as(walkers, 'Kai')
  await expect.poll(() => read(kai, `${dorian}/erasure`), { timeout: 30_000 }).toMatch(/Plan and goals\n.*erased 1?\d/)
  // Empty, as the frame of the sessions that are kept.
  expect(await read(kai, `${dorian}/plans`)).toContain('ended by own wish')
  expect(await read(kai, `${dorian}/agreements`)).toContain('Agreement about practical help')
  expect(await read(kai, `${dorian}/sessions`)).toContain('called off')
  himself = await asPerson(walkers, 'oak-118', phone)
  expect(await read(himself, '/own/erasure')).toMatch(/erased \d/)
})

test('the way back is open: he asks again, and with a new yes he is in a programme as anybody else', async () => {
  await himself.goto('/own/ask')
  await himself.getByLabel('What you would like help with').fill('After the hearing I want to go on.')
  await press(himself, 'Send')
  const kai = await as(walkers, 'Kai')
  expect(await accept(kai, 'Dorian Weiss', { Mentor: 'Mia Juhl' })).toBe(dorian)
  await makePlan(kai, dorian, 'Entré')
  await planSession(await as(walkers, 'Amira'), dorian, { inDays: 22, time: '14:00' })
  const own = await read(himself, '/own/sessions')
  expect(own.match(/\tplanned/g)).toHaveLength(1)
  expect(own).not.toMatch(/late|missed|absent/i)
})
