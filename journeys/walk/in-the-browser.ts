import type { Page } from 'playwright-core'
import { axeFindings, consoleMessages, type OpenBrowser } from '../browser.ts'
import { isPage } from './page-laws.ts'
import type { Seen } from './crawl.ts'
import type { Visitor } from './visitor.ts'
import { isKiosk } from './walkers.ts'

/** One page of each door, and one more where a participant sees it in a frame of their own. */
export function oneOfEach(seen: readonly Seen[]): Seen[] {
  const chosen = new Map<string, Seen>()
  for (const one of seen) {
    const key = `${one.at} ${isKiosk(one.who)}`
    if (isPage(one) && !chosen.has(key)) chosen.set(key, one)
  }
  return [...chosen.values()]
}

type Looking = { browser: OpenBrowser, address: string, visitors: ReadonlyMap<string, Visitor> }

/** Looks at pages as their readers would, one browser a reader; gives what each look finds wrong. */
export async function lookAt({ browser, address, visitors }: Looking, pages: readonly Seen[], look: (page: Page) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = []
  for (const who of new Set(pages.map((one) => one.who))) {
    const page = await browser.newPage({ width: 320 })
    await page.context().addCookies([...visitors.get(who)?.cookies ?? []].map(([name, value]) => ({ name, value, domain: 'localhost', path: '/', secure: true })))
    for (const { path, at } of pages.filter((one) => one.who === who)) {
      const before = consoleMessages(page).length
      await page.goto(`${address}${path}`)
      faults.push(...[...await look(page), ...consoleMessages(page).slice(before).map((said) => `says to the console: ${said}`)].map((fault) => `${at} (${who}) ${fault}`))
    }
    await page.close()
  }
  return faults
}

/** Everything of a page that only a browser can tell: in light and dark, narrow and wide, on paper, and by keyboard. */
export async function inEveryLight(page: Page): Promise<string[]> {
  const faults = [...await isTooWide(page), ...await firstKeySkips(page), ...await accessible(page, 'in light')]
  await page.emulateMedia({ colorScheme: 'dark' })
  faults.push(...await accessible(page, 'in the dark', 'color-contrast'))
  await page.emulateMedia({ colorScheme: 'light', media: 'print' })
  faults.push(...await onPaper(page))
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize({ width: 1280, height: 900 })
  faults.push(...await isTooWide(page))
  await page.setViewportSize({ width: 320, height: 900 })
  return faults
}

export async function isTooWide(page: Page): Promise<string[]> {
  const [has, holds] = await page.evaluate<[number, number]>('[document.documentElement.clientWidth, document.documentElement.scrollWidth]')
  return holds > has ? [`is ${holds} wide in a window of ${has}: ${await page.evaluate<string>(widest)}`] : []
}

async function firstKeySkips(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab')
  const first = await page.evaluate<string>('document.activeElement?.className ?? ""')
  return first.includes('ds-skip-link') ? [] : [`gives the first key to ${first || 'nothing'}`]
}

async function accessible(page: Page, light: string, only?: string): Promise<string[]> {
  const findings = await axeFindings(page, only)
  return findings.map(({ rule, says, where }) => `${light}: ${rule}, ${says} (${where.slice(0, 3).join('; ')})`)
}

/** On paper there is nothing to press, and nothing of the frame. */
async function onPaper(page: Page): Promise<string[]> {
  const shown = await page.evaluate<string[]>(`[...document.querySelectorAll('nav, header.top, button, .kiosk-foot')].filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80))`)
  return shown.map((one) => `prints ${one}`)
}

/** Title and head of a participant's page, on a machine that others see, could stand over anything. */
export async function saysNothingOnTheKiosk(page: Page): Promise<string[]> {
  const round = `${await page.title()} ${await page.locator('header.top').innerText()}`
  const said = /waymark|programme|extremis|radicalis|rehabilit|mentor|prison|probation|assess/i.exec(round)?.[0]
  return said === undefined ? [] : [`says "${said}" round the page`]
}

const widest = `[...document.querySelectorAll('body *')].filter((one) => !one.closest('.scroll') && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1 || one.getBoundingClientRect().left < -1)
  .slice(0, 3).map((one) => one.tagName.toLowerCase() + '.' + one.className).join(' ')`
