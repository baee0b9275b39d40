import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { First } from '../database/seeds/cast.ts'
import { addDays, dayAt, instant } from '../src/platform/day.ts'
import type { OpenBrowser, PageWish } from './browser.ts'
import { signIn, signInWith, type Service } from './service.ts'

/** Whoever walks a story: colleagues and the person themself, each in a browser of their own, at a desk or on a phone. */
export type Walkers = { service: Service, browser: OpenBrowser }

export const phone: PageWish = { width: 390 }

export async function as({ service, browser }: Walkers, first: First, wish: PageWish = {}): Promise<Page> {
  const page = await browser.newPage({ ...wish, baseURL: service.address })
  await signIn(page, service.address, first)
  return page
}

export async function asPerson({ service, browser }: Walkers, username: string, wish: PageWish = {}): Promise<Page> {
  const page = await browser.newPage({ ...wish, baseURL: service.address })
  await signInWith(page, service.address, username, ownPassword)
  return page
}

export async function see(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor()
}

/** What stands on a page, without the frame around it. */
export async function read(page: Page, path: string): Promise<string> {
  await page.goto(path)
  return page.locator('main').innerText()
}

/** Presses, and waits like a person until the form is gone, or says why it is not: a form that is being sent is held still. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('form:not(:has(.kept-note:not(:empty))) .submit button:disabled').first().waitFor({ state: 'detached' })
}

/** As the day is called where the demonstration lies: for an hour each night it is tomorrow there already. */
export function daysFromNow(days: number): string {
  return addDays(dayAt(instant(new Date().toISOString()), 'Europe/Copenhagen'), days)
}

const ownPassword = 'a walk by the sea'

/** The coordinator accepts somebody with a team; resolves with the address of the person's page. */
export async function accept(kai: Page, name: string, team: Record<string, string>): Promise<string> {
  await kai.goto('/referrals')
  await kai.getByRole('link', { name }).first().click()
  await kai.getByRole('link', { name: 'Decide' }).click()
  await kai.getByLabel('Accepted').check()
  await kai.getByLabel('Reason').fill('Asks for help, and there is a place.')
  for (const [role, colleague] of Object.entries(team)) await kai.getByLabel(role, { exact: false }).selectOption({ label: colleague })
  await kai.getByLabel('yes', { exact: true }).check()
  await kai.getByLabel('How the person answered').selectOption({ label: 'Told and asked aloud' })
  await press(kai, 'Decide')
  await kai.waitForURL(/\/people\//)
  return new URL(kai.url()).pathname
}

export async function makePlan(kai: Page, person: string, programme: string): Promise<string> {
  await kai.goto(`${person}/plans/new`)
  await kai.getByLabel('Programme').selectOption({ label: programme })
  await press(kai, 'Make the plan')
  await see(kai, 'The plan is made.')
  return new URL(kai.url()).pathname
}

export async function planSession(colleague: Page, person: string, { inDays, time }: { inDays: number, time: string }): Promise<void> {
  await colleague.goto(`${person}/sessions/plan`)
  await colleague.getByLabel('Day').fill(daysFromNow(inDays))
  await colleague.getByLabel('Begins at').fill(time)
  await press(colleague, 'Plan it')
  await see(colleague, 'The session is planned.')
}

/** The coordinator prints a code, and the person chooses a password at the desk. */
export async function openAccountAtTheDesk({ service, browser }: Walkers, kai: Page, person: string, username: string): Promise<void> {
  await kai.goto(`${person}/account`)
  await kai.getByLabel('User name').fill(username)
  await press(kai, 'Open the account and print the code')
  const code = await kai.locator('.slip code').innerText()
  const desk = await browser.newPage({ baseURL: service.address })
  await desk.goto('/code')
  await desk.getByLabel('User name').fill(username)
  await desk.getByLabel('Code').fill(code)
  await desk.getByLabel('New password').fill(ownPassword)
  await press(desk, 'Choose this password')
  await see(desk, 'Your password is set.')
}

/** A question to the person's own account, or to a colleague's: yes to every clause, by whoever it asks. */
export async function sign(page: Page, link: string): Promise<void> {
  await page.getByRole('link', { name: link }).first().click()
  await page.getByLabel('I sign', { exact: true }).check()
  await press(page, 'Give my answer')
}

/** Nothing that somebody can fill in, choose or read as a heading of an answer may ask for a sanction. */
export async function expectNoSanction(page: Page, paths: readonly string[]): Promise<void> {
  await page.goto(paths[0]!)
  const found = await askedOn(page, paths, '/nothing further')
  expect(found.map(({ path }) => path)).toEqual(paths)
}

/** The same of every page below an address that links lead to. Resolves with the addresses, so that a story can say that it went where it matters. */
export async function expectNoSanctionBelow(page: Page, from: string): Promise<string[]> {
  await page.goto(from)
  return (await askedOn(page, [from], from)).map(({ path }) => path)
}

async function askedOn(page: Page, from: readonly string[], below: string) {
  const found = await page.evaluate<{ path: string, asked: string[] }[]>(`(${walkInThePage})(${JSON.stringify([from, below])})`)
  for (const { path, asked } of found) expect([path, asked.filter((words) => /sanction|penalt|punish|breach|non-?compliance|disciplin|violation/i.test(words))]).toEqual([path, []])
  return found
}

/** Runs in the browser, beside the page that is open: quicker than opening each. */
const walkInThePage = `async ([from, below]) => {
  const found = [], todo = [...from], met = new Set(todo)
  while (todo.length > 0) {
    const path = todo.shift()
    const answer = await fetch(path)
    if (!answer.ok) throw new Error(answer.status + ' at ' + path)
    if (!answer.headers.get('content-type').startsWith('text/html')) continue
    const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    const asked = [...main.querySelectorAll('label, legend, option, th, dt, input, select, textarea')].map((one) => (one.getAttribute('name') ?? '') + ' ' + (one.textContent ?? ''))
    found.push({ path, asked })
    for (const link of main.querySelectorAll('a[href]')) {
      const { origin, pathname, search } = new URL(link.getAttribute('href'), location.origin + path)
      const next = pathname + search
      if (origin === location.origin && pathname.startsWith(below) && !met.has(next)) met.add(next), todo.push(next)
    }
  }
  return found
}`
