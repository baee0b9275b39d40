import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installedAmong, installedLanguages, isInstalled, readerOf, reading, say, translationOf, useTranslations, withLanguagesNamed, wordsOf } from './index.ts'

const t = wordsOf({ 'tongue.hello': 'Hello {{name}}.', 'tongue.days_one': '{{count}} day', 'tongue.days_other': '{{count}} days', 'tongue.plain': 'Plain.', 'tongue.left': 'Left & right.' })
const shipped = join(import.meta.dirname, '../..')
const own = mkdtempSync(join(tmpdir(), 'waymark-words-'))

beforeAll(() => {
  writeFileSync(join(own, 'our.words.so.json'), JSON.stringify({ '@read-by': 'Hodan, 2026', 'tongue.hello': 'Salaan {{name}}.', 'tongue.plain': 'Fudud {{what}}.', 'tongue.days_one': 'maalin', 'tongue.nothing': 'x', 'tongue.left': '' }))
  writeFileSync(join(own, 'more.words.so.json'), '{ not a catalogue')
  writeFileSync(join(own, 'our.words.da.json'), JSON.stringify({ 'tongue.hello': 'Dav {{name}}.' }))
  useTranslations({ shipped, own })
})
afterAll(() => {
  useTranslations({ shipped })
  rmSync(own, { recursive: true })
})

test('it adds a language by a file alone, in its direction and under its own name', () => {
  expect(installedLanguages().map(({ code, direction }) => [code, direction])).toEqual([['en', 'ltr'], ['ar', 'rtl'], ['da', 'ltr'], ['so', 'ltr']])
  expect([isInstalled('so'), isInstalled('xx'), isInstalled('qps')]).toEqual([true, false, true])
  expect(reading(readerOf('so', 'UTC'), () => t('tongue.hello', { name: 'Yusuf' }))).toBe('Salaan Yusuf.')
})

test('it finds the language of somebody by its code or by its name in any language that is there', () => {
  expect([['Arabic'], ['العربية'], ['arabisk'], ['Klingon', 'da'], ['Klingon'], []].map(installedAmong)).toEqual(['ar', 'ar', 'ar', 'da', undefined, undefined])
})

test('it names each sentence of the service\'s own that a page could not say, and says English in its place', () => {
  const { findings, readBy } = translationOf('so')
  expect(Object.fromEntries(findings.map(({ key, wrong }) => [key, wrong]))).toEqual({ '': 'not-read', 'tongue.days_one': 'forms', 'tongue.left': 'no-text', 'tongue.nothing': 'no-such-key', 'tongue.plain': 'placeholders' })
  expect(readBy).toBe('Hodan, 2026')
  reading(readerOf('so', 'UTC'), () => {
    expect(t('tongue.plain')).toBe('\u2066Plain.\u2069')
    expect(t('tongue.days', { count: 1 })).toBe('\u20661 day\u2069')
  })
})

test('it lets a service say one sentence in its own way, in a language that came with the program', () => {
  reading(readerOf('da', 'UTC'), () => expect(t('tongue.hello', { name: 'Mia' })).toBe('Dav Mia.'))
})

test('it names the language of English on a page, and only where an element may stand', () => {
  const page = `<title>\u2066Plain.\u2069</title><p title="\u2066Plain.\u2069">\u2066Hello \u2068إبراهيم\u2069.\u2069 كلمة \u2066Left &amp; right.\u2069</p><option>\u2066Plain.\u2069</option>`
  expect(withLanguagesNamed(page)).toBe('<title>\u2066Plain.\u2069</title><p title="\u2066Plain.\u2069"><span lang="en-GB" dir="ltr">Hello \u2068إبراهيم\u2069.</span> كلمة <span lang="en-GB" dir="ltr">Left &amp; right.</span></p><option>\u2066Plain.\u2069</option>')
})

test('it keeps names together that run the other way, one by one in a list, with the comma of the script', () => {
  const arabic = readerOf('ar', 'UTC')
  expect(reading(arabic, () => say.list(['Mia Juhl', 'Jonas']))).toBe('\u2068Mia Juhl\u2069 و\u2068Jonas\u2069')
  expect(reading(arabic, () => say.beside(['موعد', 'room B2']))).toBe('موعد، \u2068room B2\u2069')
  expect(reading(readerOf('da', 'UTC'), () => say.beside(['Aftale', 'إبراهيم']))).toBe('Aftale, \u2068إبراهيم\u2069')
})
