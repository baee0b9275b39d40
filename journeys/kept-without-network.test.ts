import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, consoleMessages, openBrowser, type OpenBrowser } from './browser.ts'
import { signIn, startService, type Service } from './service.ts'

// The network goes down on a Friday at ten to five: what Mia wrote stays in her page and, sealed, on her device, and arrives once.
let service: Service
let browser: OpenBrowser

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const words = 'I will end it tonight.'

async function miaWrites(page: Page): Promise<void> {
  await signIn(page, service.address, 'Mia')
  await writeOn(page)
}

async function writeOn(page: Page): Promise<void> {
  await page.goto(`${service.address}/safety/new`)
  await page.getByLabel('Who it is about').selectOption({ label: 'Jonas Lind' })
  await page.getByLabel('Self-harm or suicide').check()
  await page.getByLabel('Words said').fill(words)
  await page.getByLabel('What was done').fill('Stayed with him, rang the nurse.')
}

/** How often the words stand among what was written of Jonas. */
async function timesWritten(page: Page): Promise<number> {
  await page.goto(`${service.address}/people`)
  await page.getByRole('link', { name: 'Jonas Lind' }).click()
  await page.getByRole('link', { name: /^Last written down/ }).click()
  await page.waitForURL('**/people/*/safety')
  return page.getByText(words).count()
}

test('it opens the card without network: numbers, and what to do now', async () => {
  const page = await browser.newPage()
  await signIn(page, service.address, 'Mia')
  await page.context().setOffline(true)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.locator('summary', { hasText: 'Help now' }).click()
  await page.getByRole('link', { name: 'Duty nurse' }).waitFor()
  await page.getByText('Do not send them back to where the danger is.').waitFor()
  expect(asked).toEqual([])
})

test('it keeps what was sent into no network in the page, says so, and sends it once when the network is back', async () => {
  const page = await browser.newPage()
  await miaWrites(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').filter({ hasText: 'Not sent yet. No connection: what you wrote is kept on this device.' }).waitFor()
  expect(await page.getByLabel('Words said').inputValue()).toBe(words)
  await page.context().setOffline(false)
  await page.getByText('Written down. Hedda Moe has been asked').waitFor()
  expect(await timesWritten(page)).toBe(1)
  expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0)
})

test('it writes once what arrived although the answer was lost', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  await miaWrites(page)
  let lost = 0
  await page.route('**/safety/new', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('alert').filter({ hasText: 'Not sent yet' }).waitFor()
  await page.clock.fastForward(5_500)
  await page.getByText('Written down. Hedda Moe has been asked').waitFor()
  expect(lost).toBe(1)
  expect(await timesWritten(page)).toBe(2)
})

test('it shows what has to be mended with everything kept, and says nothing to the console', async () => {
  const page = await browser.newPage()
  await miaWrites(page)
  await page.getByLabel('Handed to whom').fill('The nurse')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('To whom it was handed, and at what time, belong together').first().waitFor()
  expect(await page.getByLabel('Words said').inputValue()).toBe(words)
  expect(await page.evaluate<string>('document.activeElement?.className ?? ""')).toContain('ds-error-summary')
  expect(consoleMessages(page).filter((message) => !message.includes('422'))).toEqual([])
})

test('it keeps a short form in the page, too: says that it was not sent, and does it once however often it is pressed', async () => {
  const page = await browser.newPage()
  await signIn(page, service.address, 'Amira')
  await page.goto(`${service.address}/lone`)
  await page.getByLabel('Where').fill('Harbour Street 3, third floor')
  await page.getByLabel('Begins at').fill('12:00')
  await page.getByLabel('Back by').fill('23:59')
  await page.getByLabel('Your telephone').fill('+45 70 10 00 61')
  await page.getByLabel('Who looks out for you').selectOption({ index: 1 })
  await page.context().setOffline(true)
  for (let times = 0; times < 2; times += 1) {
    await page.getByRole('button', { name: 'Write it down' }).press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Not sent: no connection. What you wrote still stands here.' }).waitFor()
  }
  expect(await page.getByLabel('Where').inputValue()).toBe('Harbour Street 3, third floor')
  expect(await page.getByLabel('Where').isEditable()).toBe(true)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Write it down' }).press('Enter')
  await page.getByText('It is written down: you are expected back').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'I go in now' }).press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Not sent: no connection.' }).first().waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'I am not going' }).press('Enter')
  await page.getByText('It does not take place.').waitFor()
  expect(consoleMessages(page).filter((message) => message.startsWith('fault'))).toEqual([])
})

test('it shows in place what is to be mended in a short form, with the keys at it, and says when a sign-in has ended', async () => {
  const page = await browser.newPage()
  await signIn(page, service.address, 'Amira')
  await page.goto(`${service.address}/lone`)
  await page.getByLabel('Where').fill('Harbour Street 3')
  await page.getByRole('button', { name: 'Write it down' }).press('Enter')
  await page.locator('.ds-error-summary').waitFor()
  expect(await page.getByLabel('Where').inputValue()).toBe('Harbour Street 3')
  expect(await page.evaluate<string>('document.activeElement?.className ?? ""')).toContain('ds-error-summary')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Write it down' }).press('Enter')
  await page.getByRole('alert').filter({ hasText: 'Your sign-in has ended' }).waitFor()
  expect(await page.getByLabel('Where').inputValue()).toBe('Harbour Street 3')
})

test('it lets a question that is asked by an address go as browsers ask it', async () => {
  const page = await browser.newPage()
  await signIn(page, service.address, 'Kai')
  await page.goto(`${service.address}/people`)
  await page.getByRole('link', { name: 'Jonas Lind' }).click()
  await page.waitForURL(/people\/\w+$/)
  await page.goto(`${page.url()}/team/new`)
  await page.getByLabel('Role').selectOption({ label: 'mentor' })
  await page.getByRole('button', { name: 'Next' }).click()
  await page.locator('input[name="colleague"]').first().check()
  expect(new URL(page.url()).search).toBe('?role=mentor')
  await page.getByRole('button', { name: 'Add to the team' }).click()
  await page.getByText('is on the team.').waitFor()
})

test('it works without script: a refused form comes back with everything typed', async () => {
  const page = await browser.newPage({ javaScript: false })
  await miaWrites(page)
  await page.getByLabel('Handed to whom').fill('The nurse')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('To whom it was handed, and at what time, belong together').first().waitFor()
  expect(await page.getByLabel('Words said').inputValue()).toBe(words)
})

test('it saves a draft quietly while somebody writes, through a lost network, and never after the form was sent', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  await miaWrites(page)
  await draftIsSaved(page)
  await page.context().setOffline(true)
  await page.getByLabel('Words said').fill('Later words, without network.')
  await page.clock.fastForward(10_500)
  await page.getByRole('status').filter({ hasText: /No connection\. Kept on this device \d\d:\d\d/ }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('status').filter({ hasText: 'Draft saved' }).waitFor()
  await page.goto(`${service.address}/safety/new`)
  expect(await page.getByLabel('Words said').inputValue()).toBe('Later words, without network.')
  await page.getByText(/^Draft saved \d+ \w+ \d+ at \d\d:\d\d\./).waitFor()
  await page.getByLabel('What was done').fill('Sat with him.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Written down. Hedda Moe has been asked').waitFor()
  expect(await lyingOn(page)).toEqual([])
  await page.goto(`${service.address}/safety/new`)
  expect(await page.getByLabel('Words said').inputValue()).toBe('')
})

test('it gives a page opened anew what its browser kept from a lost network, readable to nobody else, and sends it once', async () => {
  const first = await browser.newPage()
  await first.clock.install()
  await miaWrites(first)
  await first.route(/\/safety\/new$/, (route) => (route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue()))
  await first.getByLabel('Words said').fill('Only on this device.')
  await first.clock.fastForward(3_500)
  await first.getByText(/Kept on this device/).waitFor()
  const lying = (await lyingOn(first)).join('\n')
  expect(lying).toContain('"signIn"')
  for (const readable of ['Only on this device', 'Stayed with him', 'Jonas', 'safety', 'A KEY']) expect(lying).not.toContain(readable)

  const second = await first.context().newPage()
  await second.goto(`${service.address}/safety/new`)
  await second.waitForLoadState('networkidle')
  expect(await second.locator('.device-offer').isVisible()).toBe(false) // what is being written in an open page is nobody else's
  // The page breaks down: one that is closed would reach the server with its last breath.
  await Promise.all([first.waitForEvent('crash'), first.goto('chrome://crash').catch(() => undefined)])
  // It is gone for the browser a moment later; until then the text is still its own.
  await expect.poll(async () => {
    await second.reload()
    await second.waitForLoadState('networkidle')
    return second.getByText(/There is a newer text on this device, from \d\d:\d\d\./).isVisible()
  }, { timeout: 20_000 }).toBe(true)
  expect(await second.getByLabel('Words said').inputValue()).toBe('')
  await second.getByText('Read the text on this device').click()
  expect((await second.locator('.device-offer dl').innerText()).split(/\n+/)).toEqual(['Who it is about', 'Jonas Lind', 'What it is', 'Self-harm or suicide', 'Words said', 'Only on this device.', 'What was done', 'Stayed with him, rang the nurse.'])
  expect(await axeFindings(second)).toEqual([])
  await second.getByRole('button', { name: 'Use it' }).press('Enter')
  expect(await second.getByLabel('Words said').inputValue()).toBe('Only on this device.')
  await second.getByRole('button', { name: 'Put back what stood here before' }).press('Enter')
  expect(await second.getByLabel('Words said').inputValue()).toBe('')
  await second.getByRole('button', { name: 'Use it' }).press('Enter')
  await second.getByRole('button', { name: 'Send' }).press('Enter')
  await second.getByText('Written down. Hedda Moe has been asked').waitFor()
  expect(await lyingOn(second)).toEqual([])
})

test('it says at signing out that unsent text is on this device, leads back to it, and wipes it', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  await miaWrites(page)
  await draftIsSaved(page)
  await signOut(page)
  await page.getByRole('heading', { name: 'Unsent text is on this device' }).waitFor()
  await page.getByText(/Written \d\d:\d\d, also saved as a draft on the server/).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('link', { name: 'Go back and send' }).press('Enter')
  expect(await page.getByLabel('Words said').inputValue()).toBe(words)
  await page.getByLabel('Words said').fill('More.')
  await draftIsSaved(page)
  await signOut(page)
  await page.getByRole('button', { name: 'Sign out and wipe' }).press('Enter')
  await page.getByText('You are signed out.').waitFor()
  expect(await lyingOn(page)).toEqual([])
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('__Host-unsent')
})

test('it goes on with drafts on the server where a browser keeps nothing, and says so once', async () => {
  const page = await browser.newPage()
  await page.addInitScript(`Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('closed', 'SecurityError') } })`)
  await page.clock.install()
  await miaWrites(page)
  await page.clock.fastForward(2_000)
  await page.getByText('This browser keeps no copy on the device').waitFor()
  await draftIsSaved(page)
  expect(consoleMessages(page).filter((message) => message.startsWith('fault'))).toEqual([])
  await signOut(page)
  await page.getByText('You are signed out.').waitFor()
})

/** Some seconds after the last letter, which nobody here has to wait for. */
async function draftIsSaved(page: Page): Promise<void> {
  await page.clock.fastForward(3_500)
  await page.getByText(/^Draft saved \d\d:\d\d\.$/).waitFor()
}

async function signOut(page: Page): Promise<void> {
  await page.locator('.me summary').click()
  await page.getByRole('button', { name: 'Sign out' }).press('Enter')
}

/** What lies on the device, as whoever takes the machine away finds it: every field of every row, bytes as letters. */
function lyingOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(async () => {
    const done = (asked) => new Promise((resolve, reject) => { asked.onsuccess = () => resolve(asked.result); asked.onerror = () => reject(asked.error) })
    if (!(await indexedDB.databases()).some(({ name }) => name === 'unsent')) return []
    const base = await done(indexedDB.open('unsent'))
    const rows = await done(base.transaction('texts').objectStore('texts').getAll())
    base.close()
    const said = (value) => value instanceof CryptoKey ? 'A KEY' : value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value
    return rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, said(value)]))))
  })()`)
}
