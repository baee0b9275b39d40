import { expect, test } from 'vitest'
import * as check from 'fast-check'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Attempt } from '../attempt.ts'
import { instant } from '../day.ts'
import { readerOf, reading } from '../words/index.ts'
import { Choice, DayField, deviceKeyAddress, ErrorSummary, FileField, Form, NumberField, SavedDraft, Select, Submit, TextArea, TextField, Tick, Ticks } from './index.ts'

const keys = { token: 'proof', once: 'key-1', revision: 4 }

const attempt: Attempt = {
  values: { name: 'Jonas', note: '\nTwo\nlines', way: 'phone', visits: 'true', month: 'four' },
  problems: [
    { field: 'clauses.0.text', sentence: 'Say what will be done.' },
    { field: 'way', sentence: 'Choose how.' },
    { field: 'kinds', sentence: 'Tick one.' },
    { field: 'letters', sentence: 'Letters are not possible there.' },
    { field: 'ok', sentence: 'Tick this.' },
    { field: '', sentence: 'Somebody else changed this meanwhile.' },
  ],
}

function wholeForm(given: Attempt | undefined) {
  return <><ErrorSummary attempt={given} /><Form action="/x" keys={keys}>
    <TextField name="name" label="Name" attempt={given} required />
    <TextField name="clauses.0.text" label="Clause" hint="One thing." attempt={given} required />
    <TextArea name="note" label="Note" most={2000} readers="Lena" attempt={given} />
    <DayField name="on" label="Day" attempt={given} />
    <NumberField name="month" label="Months" unit="months" attempt={given} />
    <Choice name="way" label="How" options={[{ value: 'face', label: 'Face to face', hint: 'Alone.' }, { value: 'phone', label: 'Telephone' }]} hint="One." attempt={given} required />
    <Ticks name="kinds" label="Kinds" options={[{ name: 'visits', label: 'Visits' }, { name: 'letters', label: 'Letters', hint: 'Read by the prison.' }]} attempt={given} />
    <Tick name="ok" label="Read aloud" attempt={given} required />
    <Select name="programme" label="Programme" options={[{ value: 'a', label: 'A' }]} attempt={given} />
    <FileField name="paper" label="Paper" attempt={given} />
    <Submit label="Propose" draft cancel={{ href: '/back', label: 'Back' }} />
  </Form></>
}

const empty = await text(wholeForm(undefined))
const returned = await text(wholeForm(attempt))

test('it sends proof of origin, the key against sending twice and the revision with every form', () => {
  expect(empty).toContain('<input type="hidden" name="_token" value="proof"/>')
  expect(empty).toContain('<input type="hidden" name="_once" value="key-1"/>')
  expect(empty).toContain('<input type="hidden" name="_revision" value="4"/>')
  expect(empty).toContain('name="_draft" value="true"')
})

test('it names each field only once', () => {
  for (const html of [empty, returned]) {
    const ids = idsIn(html)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('it describes fields only by what is there', () => {
  const named = [...returned.matchAll(/aria-(?:describedby|labelledby)="([^"]*)"/g)].flatMap(match => (match[1] ?? '').split(' '))
  expect(named.length).toBeGreaterThan(6)
  expect(idsIn(returned)).toEqual(expect.arrayContaining(named))
})

test('it leads from each problem to its field', () => {
  const links = [...returned.matchAll(/href="#([^"]*)"/g)].map(match => decodeURIComponent(match[1] ?? ''))
  expect(links).toEqual(['field-clauses.0.text', 'field-way', 'field-kinds', 'field-letters', 'field-ok'])
  expect(idsIn(returned)).toEqual(expect.arrayContaining(links))
})

test('it says a problem about the whole without a link', () => {
  expect(returned).toContain('<li>Somebody else changed this meanwhile.</li>')
})

test('it marks a field in error for everybody', () => {
  expect(returned).toMatch(/<input [^>]*name="clauses\.0\.text"[^>]*aria-invalid="true" aria-describedby="field-clauses\.0\.text-hint field-clauses\.0\.text-problem"/)
  expect(returned).toContain('Letters are not possible there.')
  expect(empty).not.toContain('aria-invalid')
})

test('it shows again what somebody wrote, wrong or not', () => {
  expect(returned).toMatch(/name="name" value="Jonas"/)
  expect(returned).toMatch(/name="month" value="four"/)
  expect(returned).toMatch(/name="visits" value="true" checked/)
  expect(returned).toMatch(/name="way" value="phone" checked/)
  expect(returned).not.toMatch(/name="way" value="face" checked/)
})

test('it keeps the line break with which a text begins', () => {
  expect(returned).toContain('>\n\nTwo\nlines</textarea>')
})

test('it never shows a password again', async () => {
  const html = await text(<TextField name="password" label="Password" type="password" attempt={{ values: { password: 'secret-word' }, problems: [] }} />)
  expect(html).not.toContain('secret-word')
})

test('it says which fields may stay empty', () => {
  expect(empty).toMatch(/Note<span class="optional"> \(optional\)/)
  expect(empty).toMatch(/for="field-name">Name<\/label>/)
})

test('it lets a text lie on the device only where its reader sits at a device of their own', async () => {
  const form = () => text(<Submit label="Send" draft />)
  const [own, anybodys] = [await reading({ ...readerOf('en', 'UTC'), keepsHere: true }, form), await reading(readerOf('en', 'UTC'), form)]
  for (const said of [`data-key="${deviceKeyAddress}"`, 'There is a newer text on this device, from {time}.', 'Throw it away']) expect([own.includes(said), anybodys.includes(said)]).toEqual([true, false])
  for (const html of [own, anybodys]) expect(html).toContain('data-unsent="Not sent yet.')
})

test('it keeps a short form, too, from a page of the browser: one without a draft says what was not sent', async () => {
  const [short, long] = [await text(<Submit label="Send" />), await text(<Submit label="Send" draft />)]
  expect([short, long].map((html) => html.match(/class="kept-note"/g)?.length)).toEqual([1, 1])
  expect([short, long].map((html) => /data-not-sent="Not sent: no connection\. What you wrote still stands here\./.test(html))).toEqual([true, false])
  expect([short, long].map((html) => html.match(/src="\/assets\/([a-z-]+)\.js"/)?.[1])).toEqual(['short-forms', 'drafts'])
})

test('it says when a draft was saved', async () => {
  expect(await text(<SavedDraft attempt={{ values: {}, problems: [], savedAt: instant('2026-11-23T15:40:00Z') }} />)).toContain('23 November 2026 at 15:40')
  expect(await text(<SavedDraft attempt={attempt} />)).toBe('')
})

test('it shows hostile text as text, in every place of a field', async () => {
  await check.assert(check.asyncProperty(check.string({ unit: 'binary' }), async some => {
    const hostile = `"'><script>${some}</textarea><img onerror=x>`
    const given = { values: { a: hostile, b: hostile }, problems: [{ field: 'a', sentence: hostile }, { field: hostile, sentence: hostile }] }
    const html = await text(<><ErrorSummary attempt={given} /><TextField name="a" label={hostile} hint={hostile} attempt={given} /><TextArea name="b" label="B" readers={hostile} attempt={given} /><Select name={hostile} label="C" options={[{ value: hostile, label: hostile }]} attempt={given} /></>)
    expect(html).not.toMatch(/<(script|img)/)
    expect(html.match(/<\/textarea>/g)).toHaveLength(1)
  }), { numRuns: 30 })
})

async function text(page: JSX.Element): Promise<string> {
  return String(await page)
}

function idsIn(html: string): string[] {
  return [...html.matchAll(/\sid="([^"]*)"/g)].map(match => match[1] ?? '')
}
