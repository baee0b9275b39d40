import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPassword } from '../database/seeds/cast.ts'
import { axeFindings, openBrowser, type OpenBrowser } from './browser.ts'
import { signIn, signInWith, startService, type Service } from './service.ts'

// A screen in a corridor, where one after the other sits down. What Jonas read and wrote there tells nothing to whoever comes after him.
let service: Service
let browser: OpenBrowser

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await service?.stop()
})

const aim = 'A room of his own'
const written = 'I do not want to be asked about my brother.'

/** Jonas has read his plan in one window, has his appointments open in a second, and has begun to write in the first. */
async function jonasSits(page: Page): Promise<Page> {
  await signInWith(page, service.address, 'jonas', demonstrationPassword('Jonas'))
  await page.goto(`${service.address}/own/plan`)
  await page.getByText(aim).waitFor()
  const second = await page.context().newPage()
  await second.goto(`${service.address}/own/sessions`)
  await page.goto(`${service.address}/own/complaints/new`)
  await page.locator('textarea').first().fill(written)
  return second
}

/** All that a screen shows and says of itself: the page, what its fields hold, its title and its address. */
async function shown(page: Page): Promise<string> {
  const held = await page.evaluate<string>(`document.body.innerText + [...document.querySelectorAll('input:not([type="hidden"]), textarea')].map((one) => one.value).join(' ')`)
  return [held, await page.title(), page.url()].join(' ')
}

async function tellsNothing(page: Page): Promise<void> {
  expect(await shown(page)).not.toMatch(/jonas|mia juhl|a room of his own|my brother|waymark|programme|complaint|own%2F|\/own/i)
}

const keptByTheBrowser = `(async () => [Object.keys(localStorage), Object.keys(sessionStorage), (await indexedDB.databases()).map(({ name }) => name), await caches.keys(), (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)].flat())()`

test.each([['he signs out', '.kiosk-foot button:has-text("Sign out")', '/sign-in'], ['he hides the page', '.hide-page', '/information']])('once %s, nothing is left: not by going back, not in another window, not in the browser', async (_, way, to) => {
  const page = await browser.newPage()
  const second = await jonasSits(page)
  await page.bringToFront()
  await page.locator(way).click()
  await page.waitForURL(`**${to}`)
  await tellsNothing(page)
  // Nobody has touched the other window: it asks again by itself, and finds nobody signed in.
  await second.waitForURL('**/sign-in')
  await tellsNothing(second)

  for (const step of ['goBack', 'goBack', 'goForward', 'reload', 'goBack'] as const) {
    await page[step]()
    await tellsNothing(page)
  }
  const reopened = await page.context().newPage()
  await reopened.goto(`${service.address}/own/plan`)
  await tellsNothing(reopened)
  expect(await reopened.evaluate(keptByTheBrowser)).toEqual([])
  const left = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`)
  expect(left).toEqual(['__Host-shared-device=yes'])
  await page.context().close()
})

test('a page that nobody touches says that it closes, stays for whoever is there, and closes', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  const second = await jonasSits(page)
  await page.clock.fastForward('09:05')
  const warning = page.locator('.closes')
  await warning.filter({ hasText: 'it closes in a minute' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Shift')
  expect(await warning.innerText()).toBe('')
  await page.clock.fastForward('02:00')
  expect(await page.locator('textarea').first().inputValue()).toBe(written)

  await page.clock.fastForward('08:30')
  await page.waitForURL('**/information')
  await tellsNothing(page)
  await second.waitForURL(({ pathname }) => !pathname.startsWith('/own'))
  await tellsNothing(second)
  await page.goBack()
  await tellsNothing(page)
  await page.context().close()
})

test('it says so, too, where a form came back to be mended', async () => {
  const page = await browser.newPage()
  await page.clock.install()
  const second = await jonasSits(page)
  await page.locator('textarea').first().fill('')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.locator('.ds-error-summary').waitFor()
  await page.clock.fastForward('09:05')
  await page.locator('.closes').filter({ hasText: 'it closes in a minute' }).waitFor()
  await page.keyboard.press('Shift')
  expect(await page.locator('.closes').innerText()).toBe('')
  await page.clock.fastForward('10:05')
  await page.waitForURL('**/information')
  await tellsNothing(page)
  await second.context().close()
})

test('at a desk the turn of whoever went away is over: an empty form, and their receipt nowhere', async () => {
  const kai = await browser.newPage()
  await signIn(kai, service.address, 'Kai')
  await kai.goto(`${service.address}/desks`)
  await kai.getByLabel('Unit').selectOption({ label: 'Fjordvik prison' })
  await kai.getByLabel('Place').fill('Corridor B')
  await kai.getByRole('button', { name: 'Open it' }).click()
  const code = await kai.locator('code.receipt').innerText()

  const page = await browser.newPage()
  await page.clock.install()
  await page.goto(`${service.address}/desk`)
  await page.locator('input[name="code"]').fill(code)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.locator('textarea[name="why"]').fill(written)
  await page.clock.fastForward('05:10')
  await page.waitForFunction(`document.querySelector('textarea[name="why"]')?.value === ''`)
  await tellsNothing(page)
  await page.goBack()
  await tellsNothing(page)
  await Promise.all([kai, page].map((one) => one.context().close()))
})
