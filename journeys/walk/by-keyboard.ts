import type { Page } from 'playwright-core'
import { demonstrationPassword } from '../../database/seeds/cast.ts'

/** Signs Mia in and records a meeting with Jonas, without ever touching anything but keys; stays on the page that says so. */
export async function recordByKeyboard(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await write(page, 'User name', 'mia')
  await write(page, 'Password', demonstrationPassword('Mia'))
  await page.keyboard.press('Enter')
  await page.waitForURL(`${address}/`)

  await follow(page, 'People', '**/people')
  await follow(page, 'Jonas Lind', '**/people/*')
  await follow(page, 'Record a session', '**/sessions/new')

  await write(page, 'Begins at', '00:00')
  await write(page, 'What was done', 'Walked to the workshop and back.')
  await follow(page, 'Save and sign', /\/sessions\/(?!new)/)
}

async function write(page: Page, field: string, words: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(words)
}

async function follow(page: Page, words: string, to: string | RegExp): Promise<void> {
  await tabTo(page, words)
  await page.keyboard.press('Enter')
  await page.waitForURL(to)
}

/** Goes on with the Tab key until this is what the keys go to: by its label, or by the words on it. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  const met: string[] = []
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab')
    const name = await focusedName(page)
    if (name === wanted) return
    met.push(name)
  }
  throw new Error(`The Tab key never came to "${wanted}", but to: ${met.join(' | ')}`)
}

/** What a reader of screens would call the thing that has the keys. */
async function focusedName(page: Page): Promise<string> {
  const focused = page.locator(':focus')
  if (await focused.count() === 0) return 'nothing'
  const id = await focused.getAttribute('id')
  const label = page.locator(`label[for="${id ?? ''}"]`)
  const words = id !== null && await label.count() > 0 ? await label.first().innerText() : await focused.innerText()
  return words.replace(/\s*\(optional\)$/, '').trim()
}
