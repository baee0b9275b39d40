import { readFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { instant } from '../day.ts'
import { readerOf, reading, untranslated } from '../words/index.ts'
import {
  Block, ButtonLink, Choice, Columns, Crumbs, DayField, DetailsFold, DueList, Empty, ErrorSummary, Fieldset, FileField, Form, Hidden, htmlOf, Icon,
  KioskShell, Link, Meters, Narrow, Notice, NumberField, PageHead, Pager, Path, PrintHint, SavedDraft, Select, Shell, Submit, SummaryList, Table,
  Tag, TaskList, TextArea, TextField, Tick, Ticks, Timeline, useAssets, asset, WhoReads, type Column, type NavLink,
} from './index.ts'

const keys = { token: 'proof', once: 'key-1' }
const nav: NavLink[] = [{ href: '/', label: 'NAV', current: true }, { href: '/people', label: 'NAV' }, { href: '/seldom', label: 'NAV', seldom: true }]
const me = { name: 'Amira Haddad', role: 'ROLE', links: [{ href: '/log', label: 'NAV' }], keys, languageAction: '/language', signOutAction: '/out' }

/** Everything there is, with the same short word wherever somebody else gives the text. */
function everything(word: string): JSX.Element {
  const attempt = { values: { a: word }, problems: [{ field: 'a', sentence: word }], savedAt: instant('2026-11-23T15:40:00Z') }
  return <Shell kind={word} nav={nav} find={{ action: '/find', name: 'q' }} urgent={<details><summary>{word}</summary></details>} me={me} flash={word} above={word} hasProblems>
    <Crumbs above={[{ href: '/', label: word }]} here={word} />
    <ErrorSummary attempt={attempt} />
    <PageHead title={word} sub={word} actions={<ButtonLink href="/">{word}</ButtonLink>} />
    <Path steps={[{ label: word, state: 'done', href: '/' }, { label: word, state: 'now', share: 0.5, note: word }, { label: word, state: 'ahead' }]} />
    <Columns aside={<><WhoReads href="/">{word}</WhoReads><PrintHint /><PrintHint href="/" /></>}>
      <Block title={word}><DueList items={[{ when: word, label: word, href: '/', note: word }]} empty="" /><DueList items={[]} empty={word} /></Block>
      <TaskList tasks={[{ label: word, state: word, hint: word }]} />
      <Timeline items={[{ when: word, title: word, body: word }]} />
      <Meters rows={[{ label: word, value: 1, max: 3, says: word }]} />
      <Table caption={word} columns={[{ label: word }, { label: word, numeric: true }]} rows={[[word, word]]} />
      <SummaryList answers={[{ label: word, value: word, change: '/' }, { label: word, value: '' }]} />
      <Notice kind="care" title={word}>{word}</Notice><Empty>{word}</Empty><Tag>{word}</Tag><Link href="/">{word}</Link>
      <Pager previous="/1" next="/2" /><DetailsFold summary={word}>{word}</DetailsFold><Icon name="check" />
      <Narrow><Form action="/" keys={keys} multipart><Hidden name="h" value={word} /><SavedDraft attempt={attempt} />
        <Fieldset legend={word} hint={word}><TextField name="a" label={word} hint={word} attempt={attempt} /></Fieldset>
        <TextArea name="b" label={word} most={20} value={word} readers={word} /><DayField name="c" label={word} /><NumberField name="d" label={word} unit={word} />
        <Choice name="e" label={word} options={[{ value: word, label: word }]} /><Ticks name="f" label={word} options={[{ name: 'f1', label: word }]} />
        <Tick name="g" label={word} /><Select name="i" label={word} options={[{ value: word, label: word }]} /><FileField name="j" label={word} />
        <Submit label={word} draft cancel={{ href: '/', label: word }} /></Form></Narrow>
    </Columns>
  </Shell>
}

const kiosk = () => <KioskShell nav={nav} hideHref="/hidden" urgent={<a href="/help">NAV</a>} own={{ keys, languageAction: '/language', signOutAction: '/out' }} flash="NAV">NAV</KioskShell>

test('it has no sentence of its own outside the catalogue', async () => {
  const html = await reading(readerOf('qps', 'UTC'), async () => await htmlOf(everything('NAV')) + await htmlOf(kiosk()))
  expect(untranslated(html, ['NAV', 'ROLE', 'Amira Haddad', 'Amira', 'English', 'Pseudo', 'العربية'])).toEqual([])
  expect(html).toContain('lang="en-GB-x-pseudo" dir="rtl"')
})

test('it lets a page of a shared screen close by itself, with script and later without', async () => {
  const closing = await htmlOf(<KioskShell nav={[]} closes={{ to: '/hidden', minutes: 10 }}>NAV</KioskShell>)
  expect(closing).toMatch(/<p class="closes" role="alert" data-to="\/hidden" data-minutes="10" data-says="[^"]+"><\/p>/)
  expect(closing).toContain('<noscript><meta http-equiv="refresh" content="1200; url=/hidden"/></noscript>')
  expect(await htmlOf(<KioskShell nav={[]}>NAV</KioskShell>)).not.toMatch(/class="closes"|http-equiv/)
})

test('it names everything on a page only once', async () => {
  const ids = [...(await htmlOf(everything('NAV'))).matchAll(/\sid="([^"]*)"/g)].map(match => match[1])
  expect(ids.length).toBeGreaterThan(15)
  expect(new Set(ids).size).toBe(ids.length)
})

test('it shows hostile text as text, wherever a text is given', async () => {
  const html = await htmlOf(everything('"><script>alert(1)</script>'))
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;')
})

test('it carries a name of 10,000 characters whole', async () => {
  const name = 'Ö'.repeat(10_000)
  expect(await htmlOf(<Shell kind="Person" nav={[]} me={{ ...me, name }}><PageHead title={name} /></Shell>)).toContain(name)
})

test('it needs neither script nor style in the page', async () => {
  const html = await htmlOf(everything('NAV'))
  // What adds to a form is a file of our own.
  expect(html.replaceAll(/<script type="module" src="\/assets\/[a-z]+\.js"><\/script>/g, '')).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/)
})

test('it says what kind of page it is in the title, and that something is to mend, never whose page', async () => {
  expect(await htmlOf(<Shell kind="Agreement" nav={[]} me={me}>Jonas</Shell>)).toContain('<title>Agreement · Waymark</title>')
  expect(await htmlOf(<Shell kind="Agreement" nav={[]} hasProblems>Jonas</Shell>)).toContain('<title>To mend: Agreement · Waymark</title>')
})

test('it says on a shared machine neither what the service is nor who reads', async () => {
  const html = await htmlOf(kiosk())
  expect(html).toContain('<title>Information</title>')
  expect(html).toContain('href="/hidden" accesskey="x"')
  expect(html).not.toMatch(/Waymark|Amira/)
})

test('it marks the present place for everybody', async () => {
  const html = await htmlOf(everything('NAV'))
  expect(html).toContain('<a href="/" aria-current="page">NAV</a>')
  expect(html).toMatch(/<li class="now" aria-current="step">.*now:/)
})

test('it keeps behind one word what nobody needs every day, and says there too where one is', async () => {
  const of = (places: NavLink[]) => htmlOf(<Shell kind="X" nav={places}>NAV</Shell>)
  expect(await of(nav)).toMatch(/<details class="nav-more" name="top"><summary>More<svg[\s\S]*<li><a href="\/seldom">NAV<\/a><\/li><\/ul><\/details><\/nav>/)
  expect(await of(nav.map((place) => ({ ...place, current: place.seldom === true })))).toMatch(/<summary class="here">More.*<a href="\/seldom" aria-current="page">/s)
  expect(await of(nav.slice(0, 2))).not.toContain('<details class="nav-more"')
})

test('it says in a list of many columns beside each value what it is, with the roles of a table; what is compared stays side by side', async () => {
  const of = (columns: Column[], more = {}) => htmlOf(<Table caption="TEAM" columns={columns} rows={[['Amira', 'facilitator', '', <a href="/x">End</a>]]} {...more} />)
  const [name, role, since, change] = ['Name', 'Role', 'Since', 'Change'].map((label) => ({ label })) as [Column, Column, Column, Column]
  const html = await of([name, role, since, change])
  expect(html).toContain('<table class="ds-table row-by-row" role="table"')
  expect(html.match(/role="(rowgroup|row|columnheader|rowheader|cell)"/g)).toHaveLength(2 + 2 + 4 + 1 + 3)
  expect(html).toContain('<td role="cell" data-label="Role"><div>facilitator</div></td><td role="cell" data-label="Since"></td>')
  expect(await of([name, role, since])).not.toMatch(/row-by-row|role="row/)
  expect(await of([name, role, { ...since, numeric: true }, change])).not.toContain('row-by-row')
  expect(await of([name, role, since, change], { compared: true })).not.toContain('row-by-row')
  expect(await of([name, role], { sentences: true })).toContain('row-by-row')
})

test('it prints no column of what could be done, however many stand beside it', async () => {
  const of = (columns: Column[]) => htmlOf(<Table caption="TEAM" columns={[...columns, { label: 'Change', does: true }]} rows={[[...columns.map(() => 'x'), 'End']]} />)
  const [few, many] = [await of([{ label: 'Name' }]), await of(['Name', 'Role', 'Since'].map((label) => ({ label })))]
  expect([few.includes('<th scope="col" class="on-screen">Change'), few.includes('<td class="on-screen">End')]).toEqual([true, true])
  expect([many.includes('<th scope="col" role="columnheader" class="on-screen">Change'), many.includes('<td role="cell" class="on-screen" data-label="Change"><div>End')]).toEqual([true, true])
})

test('it prints no link that leads to doing something: beside a record "saved in the wrong one" would be read as said of it', async () => {
  expect(await htmlOf(<Link does href="/striking">STRIKE</Link>)).toContain('<a class="ds-link on-screen" href="/striking">')
  expect(await htmlOf(<Link href="/plan">PLAN</Link>)).toContain('<a class="ds-link" href="/plan">')
  const rules = readFileSync(new URL('./assets/look/sign-in.css', import.meta.url), 'utf8')
  expect(rules.slice(rules.indexOf('@media print'))).toMatch(/\.on-screen[^{]*\{ display: none; \}/)
})

test('it has no pager where there is one page', async () => {
  expect(await htmlOf(<Pager />)).toBe('<!doctype html>')
})

test('it gives assets by the name that carries their hash, and refuses one that was not built', () => {
  onTestFinished(() => useAssets(undefined))
  useAssets({ 'waymark.css': 'waymark-1A2B3C4D.css' })
  expect(asset('waymark.css')).toBe('/assets/waymark-1A2B3C4D.css')
  expect(() => asset('absent.css')).toThrow('no asset "absent.css"')
})
