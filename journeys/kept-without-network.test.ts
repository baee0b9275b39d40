import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consoleMessages, openBrowser, type OpenBrowser } from './browser.ts'
import { signIn, startService, type Service } from './service.ts'

// The network goes down on a Friday at ten to five: what Mia wrote stays in her page, and arrives once.
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
  await page.getByRole('alert').filter({ hasText: 'Not sent yet.' }).waitFor()
  expect(await page.getByLabel('Words said').inputValue()).toBe(words)
  await page.context().setOffline(false)
  await page.getByText('Written down. Hedda Moe has been asked').waitFor()
  expect(await timesWritten(page)).toBe(1)
  expect(await page.evaluate<number>('localStorage.length + sessionStorage.length')).toBe(0)
})

test('it writes once what arrived although the answer was lost', async () => {
  const page = await browser.newPage()
  await miaWrites(page)
  let lost = 0
  await page.route('**/safety/new', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch({ maxRedirects: 0 })
    await route.abort('connectionreset')
  })
  await page.getByRole('button', { name: 'Send' }).click()
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
  await miaWrites(page)
  await page.getByRole('status').filter({ hasText: 'Draft saved' }).waitFor()
  await page.context().setOffline(true)
  await page.getByLabel('Words said').fill('Later words, without network.')
  await page.getByRole('status').filter({ hasText: 'not saved yet' }).waitFor({ timeout: 20_000 })
  await page.context().setOffline(false)
  await page.getByRole('status').filter({ hasText: 'Draft saved' }).waitFor()
  await page.goto(`${service.address}/safety/new`)
  expect(await page.getByLabel('Words said').inputValue()).toBe('Later words, without network.')
  await page.getByLabel('What was done').fill('Sat with him.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Written down. Hedda Moe has been asked').waitFor()
  await page.goto(`${service.address}/safety/new`)
  expect(await page.getByLabel('Words said').inputValue()).toBe('')
})
