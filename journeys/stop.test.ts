import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleMessages, openBrowser } from './browser.ts'
import { startService } from './service.ts'
import { accept, as, asPerson, daysFromNow, expectNoSanction, makePlan, openAccountAtTheDesk, phone, planSession, press, read, see, type Walkers } from './somebody.ts'

/*
 * Dorian is in Back on Track, with a facilitator and a mentor. Four weeks before his parole hearing he says "stop", asks that
 * everything be erased, and wants to keep his mentor. Nothing follows from any of it.
 */
let walkers: Walkers
let dorian = ''
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
  await planSession(await as(walkers, 'Mia'), dorian, { inDays: 3, time: '10:00' })
  await planSession(await as(walkers, 'Amira'), dorian, { inDays: 5, time: '14:00' })
  await lena.goto(`${dorian}/release`)
  await lena.getByLabel('Day of release').fill(daysFromNow(28))
  await lena.getByLabel('Why this day').fill('The parole hearing is on this day')
  await lena.getByLabel('Authority').fill('Parole board')
  await press(lena, 'Record')
  await openAccountAtTheDesk(walkers, kai, dorian, 'oak-118')
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

test('nothing that anybody fills in or reads about the stop asks for a sanction', async () => {
  await expectNoSanction(await as(walkers, 'Kai'), [dorian, `${dorian}/consents`, `${dorian}/sessions`, `${dorian}/plans`])
})

test('he reads himself that what lay ahead is called off', async () => {
  const himself = await asPerson(walkers, 'oak-118', phone)
  expect(await read(himself, '/own/sessions')).toContain('called off')
})
