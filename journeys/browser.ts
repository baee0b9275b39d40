import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findChromium } from './chromium.ts'

export type PageWish = {
  width?: number
  colorScheme?: 'light' | 'dark'
  javaScript?: boolean
  locale?: string
  baseURL?: string
}

export type OpenBrowser = { version: string, newPage(wish?: PageWish): Promise<Page>, close(): Promise<void> }

export type Finding = { rule: string, impact: string, says: string, where: string[] }

/** A real Chromium, whose every wait ends. Each page is a browser of its own: no cookie passes from one person to another. */
export async function openBrowser(): Promise<OpenBrowser> {
  const { executable, environment, says } = findChromium()
  if (says !== '') process.stderr.write(`${says}\n`)

  const browser = await chromium.launch({
    executablePath: executable, args: ownArguments, env: { ...process.env, ...environment }, timeout: 30_000,
  })
  return { version: browser.version(), newPage: (wish = {}) => newPage(browser, wish), close: () => browser.close() }
}

// Our own list: the one that comes with the package switches the browser's guard between sites off, and then a page that
// breaks its content policy would pass here and fail at a desk.
const ownArguments = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
]

async function newPage(browser: Browser, wish: PageWish): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: wish.width ?? 1280, height: 900 },
    colorScheme: wish.colorScheme ?? 'light',
    javaScriptEnabled: wish.javaScript ?? true,
    locale: wish.locale ?? 'en-GB',
    reducedMotion: 'reduce',
    ...(wish.baseURL === undefined ? {} : { baseURL: wish.baseURL }),
  })
  context.setDefaultTimeout(10_000)
  context.setDefaultNavigationTimeout(15_000)

  const page = await context.newPage()
  listenToConsole(page)
  return page
}

const heard = new WeakMap<Page, string[]>()

function listenToConsole(page: Page): void {
  const messages: string[] = []
  heard.set(page, messages)

  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (fault) => messages.push(`fault: ${fault.message}`))
}

/** Everything the page has said to the console since it was opened, breaches of the content policy included. */
export function consoleMessages(page: Page): string[] {
  return [...(heard.get(page) ?? [])]
}

/** What axe finds serious or critical, by all its rules or one. It runs as script in the page, so it cannot look at a page opened without script. */
export async function axeFindings(page: Page, rule?: string): Promise<Finding[]> {
  // Put in once a page, and asked for nothing but what is wrong: a third of the time that its own builder takes.
  if (!await page.evaluate<boolean>('"axe" in window')) await page.evaluate(axeSource)
  const options = { resultTypes: ['violations'], ...(rule === undefined ? {} : { runOnly: [rule] }) }
  const { violations } = await page.evaluate<Found>(`axe.run(document, ${JSON.stringify(options)})`)

  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, help, nodes }) => ({ rule: id, impact: String(impact), says: help, where: nodes.map((node) => node.target.join(' ')) }))
}

type Found = Pick<Awaited<ReturnType<AxeBuilder['analyze']>>, 'violations'>

// The same axe that @axe-core/playwright brings with it.
const axePlace = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))
const { source: axeSource } = axePlace('axe-core') as { source: string }
