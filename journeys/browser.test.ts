import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, consoleMessages, openBrowser, type OpenBrowser } from './browser.ts'
import { findChromium } from './chromium.ts'

let browser: OpenBrowser
beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser.close())

test('it reads a page at the width, in the colours and in the language that were wished for', async () => {
  const page = await browser.newPage({ width: 320, colorScheme: 'dark', locale: 'da-DK' })
  await page.setContent('<!doctype html><html lang="da"><title>Aftale</title><h1>Aftale</h1></html>')

  expect(await page.textContent('h1')).toBe('Aftale')
  expect(await page.evaluate('[innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, navigator.language]')).toEqual([320, true, 'da-DK'])
  await page.close()
})

test('it reads a page without script', async () => {
  const page = await browser.newPage({ javaScript: false })
  await page.setContent('<p id="said">plain</p><script>document.getElementById("said").textContent = "changed"</script>')

  expect(await page.textContent('#said')).toBe('plain')
  await page.close()
})

test('it keeps one page\'s cookies from another', async () => {
  const [one, other] = [await browser.newPage(), await browser.newPage()]
  await one.context().addCookies([{ name: 'sign-in', value: 'mia', url: 'http://localhost' }])

  expect(await other.context().cookies()).toEqual([])
  await one.close()
  await other.close()
})

test('it hears what a page says to the console, a breach of the content policy included', async () => {
  const page = await browser.newPage()
  await page.setContent(`<meta http-equiv="Content-Security-Policy" content="style-src 'self'"><p style="color: red">red</p><script>console.warn('careful'); missing()</script>`)

  await expect.poll(() => consoleMessages(page).join('\n')).toContain('missing is not defined')
  expect(consoleMessages(page).join('\n')).toContain('warning: careful')
  expect(consoleMessages(page).join('\n')).toContain('Content Security Policy')
  await page.close()
})

test('it finds a field without a label, and nothing on a page that is in order', async () => {
  const page = await browser.newPage()
  await page.setContent('<!doctype html><html lang="en"><title>Sign in</title><main><h1>Sign in</h1><input name="name"></main></html>')
  expect((await axeFindings(page)).map((finding) => finding.rule)).toEqual(['label'])

  await page.setContent('<!doctype html><html lang="en"><title>Sign in</title><main><h1>Sign in</h1><label>Name <input name="name"></label></main></html>')
  expect(await axeFindings(page)).toEqual([])
  await page.close()
})

test('it says what to do where no browser fits', () => {
  expect(() => findChromium('linux-arm64', ['/nowhere/chromium'])).toThrow('Install Chromium or Chrome, or name one in CHROMIUM.')
  expect(findChromium('linux-arm64', [process.execPath]).says).toContain('The packaged Chromium is for Linux x64')
})
