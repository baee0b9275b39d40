import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, instant, offerProgrammes, testHouse, testMoment, visit, type Visitor } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { writeNotice } from '../participants/index.ts'
import { openUnits } from './referrals.queries.ts'

let [kai, lena, viktor, mia]: Visitor[] = []
let unit = ''

beforeAll(async () => {
  await offerProgrammes()
  ;[kai, lena, viktor, mia] = [await visit('Kai'), await visit('Lena'), await visit('Viktor'), await visit('Mia')]
  unit = await become('Lena', (work) => openUnits(work)).then((units) => units.find(({ name }) => name === 'Fjordvik prison')!.public_id)
})

const good = () => ({ name: 'Signe Ravn', unit, why: 'Asks for help with a flat.', answer: 'yes', ground: 'not-said', source: 'case-manager' })

/** A referral by Lena, through her form. */
async function sent(fields: Record<string, string> = {}): Promise<string> {
  const page = await lena!.send('/referrals/new', { ...good(), ...fields })
  expect(page.status).toBe(303)
  return page.location!
}

const count = async (table: string) => Number((await (await asSuperuser()).query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]!.n)
const mentor = (html: string) => /name="team\.mentor"[\s\S]*?<option value="([^"]{10,})"/.exec(html)![1]!

test('it is sent with a receipt, and found by its writer and the coordinator', async () => {
  const path = await sent()
  expect((await lena!.get(path)).text).toContain('Asks for help with a flat.')
  expect((await kai!.get('/referrals')).text).toContain('Signe Ravn')
  expect((await kai!.get(path)).text).not.toContain('<title>Signe')
})

test('it answers a stranger exactly as it answers for what does not exist', async () => {
  const path = await sent()
  const [theirs, nothing] = [await mia!.get(path), await mia!.get('/referrals/0123456789abcdef')]
  const butForTheKey = (html: string) => html.replaceAll(/name="_once" value="\w+"/g, '')
  expect([theirs.status, butForTheKey(theirs.text)]).toEqual([nothing.status, butForTheKey(nothing.text)])
  expect([theirs.status, (await viktor!.get(path)).status, (await mia!.get('/referrals/new')).status, (await mia!.get('/referrals/import')).status, (await mia!.get('/security-referrals')).status]).toEqual([404, 404, 404, 404, 404])
})

test.each([
  ['nothing', { name: '', why: '', answer: '' }, ['Name', 'Why', 'answer']],
  ['a day that does not exist', { bornOn: '1990-02-31' }, ['Date of birth']],
  ['a day to come', { referredOn: '2031-01-01' }, ['this day has not come yet']],
  ['a release before the referral', { releaseOn: '2020-01-01' }, ['Planned release']],
  ['an answer that is none', { answer: 'perhaps' }, ['choose one']],
  ['a unit that is none', { unit: 'nowhere' }, ['one of the units']],
  ['10,000 characters in a name', { name: 'N'.repeat(10_000) }, ['too long']],
  ['a suspicion without conduct', { ground: 'vulnerable' }, ['Day of the conduct']],
])('it keeps what was typed and writes nothing when it gets %s', async (_, wrong, sentences) => {
  const before = await count('referrals')
  const page = await lena!.send('/referrals/new', { ...good(), why: 'Kept word', ...wrong })
  expect(page.status).toBe(422)
  for (const sentence of sentences) expect(page.text).toContain(sentence)
  if (!('why' in wrong)) expect(page.text).toContain('Kept word')
  expect(await count('referrals')).toBe(before)
})

test('it keeps a name in any script, and pictures in a text', async () => {
  const path = await sent({ name: 'نور الدين 🌿', why: 'لا شيء 😀 <script>alert(1)</script>' })
  const { text } = await kai!.get(path)
  expect(text).toContain('نور الدين 🌿')
  expect(text).toContain('&lt;script&gt;')
})

test('it is written once by a double click, and a replay changes nothing', async () => {
  const form = (await lena!.get('/referrals/new')).text
  const hidden = Object.fromEntries([...form.matchAll(/name="(_token|_once)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const before = await count('referrals')
  const fields = { ...good(), ...hidden, name: 'Clicked Twice' }
  const both = await Promise.all([lena!.post('/referrals/new', fields), lena!.post('/referrals/new', fields)])
  const replay = await lena!.post('/referrals/new', fields)
  expect(new Set([...both, replay].map(({ location }) => location)).size).toBe(1)
  expect(await count('referrals')).toBe(before + 1)
})

test('it is decided with a team; the second of two deciders keeps their text and sees what the first decided', async () => {
  const path = await sent({ name: 'Villads Thorup' })
  const stale = await kai!.get(`${path}/decision`)
  const hidden = Object.fromEntries([...stale.text.matchAll(/name="(_token|_once|_revision)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  expect((await kai!.send(`${path}/decision`, { decision: 'waiting', reason: 'No place before May.', way: 'as-imported' })).status).toBe(303)
  const second = await kai!.post(`${path}/decision`, { ...hidden, _once: 'another', decision: 'declined', reason: 'My own words', way: 'as-imported' })
  expect(second.status).toBe(409)
  for (const words of ['No place before May.', 'My own words', 'Kai Nyberg']) expect(second.text).toContain(words)

  const form = await kai!.get(`${path}/decision`)
  const accepted = await kai!.send(`${path}/decision`, { decision: 'accepted', reason: 'A place is free.', 'team.mentor': mentor(form.text), answer: 'yes', way: 'spoken', language: 'da' })
  expect(accepted.location).toMatch(/^\/people\//)
  expect((await mia!.get(accepted.location!)).text).toContain('Villads Thorup')
  expect((await mia!.get(path)).status).toBe(404)
})

test('it offers the language that the person speaks first, and English where none is known, whatever texts the service has written', async () => {
  await become('Ravi', (work) => writeNotice(work, { kind: 'programme', language: 'da', written: 'Du bestemmer selv.', easyRead: 'Du bestemmer.' }), { does: 'collect', shows: 'accounts_and_settings' })
  const chosen = async (who: Parameters<typeof sent>[0]) => /name="way"[\s\S]*name="language"[\s\S]*?<option[^>]*value="(\w+)"[^>]*selected/.exec((await kai!.get(`${await sent(who)}/decision`)).text)?.[1]
  expect(await chosen({ name: 'Nobody Asked Yet' })).toBe('en')
  expect(await chosen({ name: 'Speaks Arabic', languages: 'Arabic, Danish' })).toBe('ar')
})

test('it shows who may be the same person to the coordinator alone, and at the decision alone', async () => {
  await aParticipant({ name: 'Rosalind Færch', number: 'RF-1' })
  const path = await sent({ name: 'FÆRCH Rosalind' })
  for (const [visitor, where] of [[kai, path], [lena, path]] as const) expect((await visitor!.get(where)).text).not.toContain('RF-1')
  const form = await kai!.get(`${path}/decision`)
  expect(form.text).toContain('RF-1')
  expect(form.text.indexOf('#field-person')).toBeGreaterThan(0)
  expect(form.text.indexOf('#field-person')).toBeLessThan(form.text.indexOf('name="decision"'))
  expect((await lena!.get(`${path}/decision`)).location).toBe(path)
  const unsaid = await kai!.send(`${path}/decision`, { decision: 'accepted', reason: 'r', 'team.mentor': mentor(form.text), answer: 'yes', way: 'as-imported' })
  expect([unsaid.status, unsaid.text.includes('may be the same person')]).toEqual([409, true])
})

test('it says above the facts that a second reader is waited for, and before a decision too; a list that is chosen from says so', async () => {
  const path = await sent({ name: 'Vera Waits', ground: 'vulnerable', conductOn: '2026-11-20', conduct: 'Gave back a sign.', otherExplanation: 'Tired.' })
  const [page, form] = [(await kai!.get(path)).text, (await kai!.get(`${path}/decision`)).text]
  expect(page.indexOf('Nobody is accepted before a second coordinator')).toBeGreaterThan(0)
  expect(page.indexOf('Nobody is accepted before a second coordinator')).toBeLessThan(page.indexOf('Gave back a sign.'))
  expect(page).toContain('unless they are accepted before')
  expect(form).toContain('No second reader has read this yet')
  expect((await lena!.get(path)).text).not.toContain('That is you')
  expect((await lena!.send('/referrals/new', { ...good(), unit: '' })).text).toContain('Sent to: nothing is chosen yet. Choose one.')
  expect((await lena!.send('/referrals/new', { ...good(), name: '' })).text).toContain('Name: nothing is written here yet. Fill it in.')
})

test('it gives an officer a receipt, and the coordinator the words to filter', async () => {
  expect((await viktor!.get('/')).status).toBe(200)
  const page = await viktor!.send('/security-referrals/new', { aboutWhom: 'Wing C', unit, words: 'Says he wants out.', conductOn: '2026-11-20' })
  expect(page.location).toBe('/security-referrals')
  expect((await viktor!.get('/security-referrals')).text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}[\s\S]*Says he wants out[\s\S]*/)
  const path = /\/security-referrals\/(?!new)\w+/.exec((await kai!.get('/security-referrals')).text)![0]
  expect((await kai!.get(path)).text).toContain('Says he wants out.')
  expect((await viktor!.get(path)).status).toBe(404)
  const filtered = await kai!.send(path, { name: 'Wing C man', why: 'Asks to talk.', ground: 'not-said', conductOn: '2026-11-20' })
  expect((await kai!.get(filtered.location!)).text).not.toMatch(/wants out|20 November 2026/)
})

test('it imports a file by page: upload, columns, trial, confirmation, receipt; once', async () => {
  const file = new File([await readFile('database/samples/referrals.csv')], 'referrals.csv', { type: 'text/csv' })
  const columns = (await kai!.send('/referrals/import', { file })).location!
  const form = (await kai!.get(columns)).text
  const chosen = Object.fromEntries([...form.matchAll(/<select[^>]*name="(fields\.\w+)"[\s\S]*?<\/select>/g)].map(([select, name]) => [name!, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? '']))
  expect(Object.values(chosen).filter(Boolean).length).toBeGreaterThan(10)
  const trial = (await kai!.send(columns, chosen)).location!
  const before = await count('referrals')
  const shown = await kai!.get(trial)
  for (const words of ['there is no day 31.02.1990', '01.01.2031 has not come yet', '7 columns are missing', 'Write 56 referrals']) expect(shown.text).toContain(words)
  expect(await count('referrals')).toBe(before)
  expect((await lena!.get(trial)).status).toBe(404)

  const seal = /name="seal" value="(\w+)"/.exec(shown.text)![1]!
  expect((await kai!.send(trial, { seal: `${seal}x` })).status).toBe(409)
  await kai!.send(trial, { seal })
  expect(await count('referrals')).toBe(before + 56)
  expect((await kai!.get(trial)).text).toContain('56')
  expect(await count('import_pieces')).toBe(0)
  await kai!.send(trial, { seal }, '/referrals/import')
  expect(await count('referrals')).toBe(before + 56)
})

test('it does not say that nothing needs to be done where no row can be taken, and says so where all stand here', async () => {
  const told = async (rows: string) => {
    const columns = (await kai!.send('/referrals/import', { file: new File([`Number;Name;Born;Referred;Place\n${rows}`], 'few.csv', { type: 'text/csv' }) })).location!
    const trial = (await kai!.send(columns, Object.fromEntries(['number', 'name', 'born', 'referredOn', 'place'].map((field, place) => [`fields.${field}`, ['Number', 'Name', 'Born', 'Referred', 'Place'][place]!])))).location!
    return { trial, text: (await kai!.get(trial)).text }
  }
  const bad = 'FW-1;Bo Lund;31.02.1990;2026-11-01;Fjordvik prison\nFW-2;Al Lund;1990-01-01;i går;Fjordvik prison\n'
  expect((await told(bad)).text).toContain('nothing in this file that could be written: 2 rows are not taken')
  expect((await told(bad)).text).not.toContain('Nothing needs to be done')
  const good = 'FW-3;Cy Lund;1990-01-01;2026-11-01;Fjordvik prison\n'
  const { trial, text } = await told(good)
  await kai!.send(trial, { seal: /name="seal" value="(\w+)"/.exec(text)![1]! })
  expect((await told(good)).text).toContain('There is nothing new in this file. Nothing needs to be done.')
})

test('it tells people of one name apart in the list by their numbers, else by the receipts', async () => {
  const refer = (name: string, number: string) => kai!.send('/referrals/new', { name, number, unit, why: 'Asks to talk.', answer: 'not-asked', ground: 'own-wish', referredOn: '2019-01-01' })
  for (const [name, number] of [['Tove Ask', 'TA-1'], ['Tove Ask', 'TA-2'], ['Tove Ask', ''], ['Liv Ask', 'TA-3']] as const) expect((await refer(name, number)).status).toBe(303)
  const names = [...(await kai!.get('/referrals')).text.matchAll(/<a [^>]*>((?:Tove|Liv) Ask[^<]*)<\/a>/g)].map(([, name]) => name!.replace(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/, 'receipt'))
  expect(names.sort()).toEqual(['Liv Ask', 'Tove Ask · TA-1', 'Tove Ask · TA-2', 'Tove Ask · receipt'])
})

test.each([
  ['nothing', '', 422], ['headings alone', 'Number;Name;Referred\n', 422], ['no table', '\u0000\u0001\u0002 binary', 415], ['a spreadsheet', 'PK\u0003\u0004 sheet', 415],
])('it refuses a file of %s with a sentence', async (_, text, status) => {
  const page = await kai!.send('/referrals/import', { file: new File([text], 'x.csv', { type: 'text/csv' }) })
  if (page.status === 303) {
    const trial = await kai!.send(page.location!, { 'fields.number': 'Number', 'fields.name': 'Name', 'fields.referredOn': 'Referred' })
    expect((await kai!.get(trial.location!)).text).toContain('nothing new')
  } else expect(page.status).toBe(status)
})

test('it answers the JSON interface by the same verbs', async () => {
  const made = await lena!.api('/referrals', { name: 'By Call', unit, why: 'w', answer: 'not-asked' })
  expect(made.status).toBe(201)
  const { id } = made.json as { id: string }
  expect((await kai!.api(`/referrals/${id}`)).json).toMatchObject({ name: 'By Call', state: 'received', decisions: [] })
  expect((await mia!.api(`/referrals/${id}`)).status).toBe(404)
  expect((await lena!.api(`/referrals/${id}/decisions`, { decision: 'declined', reason: 'r' })).status).toBe(404)
  expect((await kai!.api(`/referrals/${id}/decisions`, { decision: 'declined', reason: 'r', revision: 7 })).status).toBe(409)
  expect((await kai!.api(`/referrals/${id}/decisions`, { decision: 'declined', reason: 'r', revision: 1 })).status).toBe(201)
  expect((await kai!.api('/referrals', { name: 7, surprise: true })).status).toBe(422)
})

test('it gives the head figures in fives, the data-protection officer what happened, and neither of them a name', async () => {
  const [olga, dana] = [await visit('Olga'), await visit('Dana')]
  const counts = await olga.api('/referrals/counts')
  expect((counts.json as { counts: { atLeast: number }[] }).counts.every(({ atLeast }) => atLeast % 5 === 0)).toBe(true)
  const happened = await dana.api('/referrals/happened?from=2026-11-01&until=2026-11-30')
  expect(Object.keys((happened.json as { referrals: object[] }).referrals[0]!)).toEqual(['on', 'source', 'state'])
  expect([(await dana.api('/referrals/counts')).status, (await kai!.api('/referrals/counts')).status, (await olga.api('/referrals')).status]).toEqual([404, 404, 404])
})

test('it shows the head figures in fives on a page, the data-protection officer that it happened, and each of them nothing of the other or of anybody', async () => {
  await sent({ name: 'Nobody To Know' })
  const [olga, dana] = [await visit('Olga'), await visit('Dana')]
  const figures = await olga.get('/figures/referrals')
  expect(figures.status).toBe(200)
  expect(figures.text).toMatch(/fewer than five|\d*[05] or more/)
  const happened = await dana.get('/happened/referrals')
  expect(happened.text).toContain('case manager')
  expect(figures.text + happened.text).not.toContain('Nobody To Know')
  expect([(await dana.get('/figures/referrals')).status, (await olga.get('/happened/referrals')).status, (await (await visit('Ines')).get('/happened/referrals')).status]).toEqual([404, 404, 404])
})

test('it says on My day, in one line, how many referrals wait and how long the longest has', async () => {
  await sent({ name: 'Long Waiting', referredOn: '2026-10-01' })
  const { text } = await kai!.get('/')
  expect(text).toMatch(/Decide about \d+ referrals/)
  expect((await mia!.get('/')).text).not.toContain('referral')
})

test('it lists who waits, the longest first, each with the days waited and why; who does not wait or may not look finds nobody', async () => {
  const [first, second, other] = [await sent({ name: 'Wanda Longest', referredOn: '2026-10-04' }), await sent({ name: 'Wim Later' }), await sent({ name: 'Nobody Waits' })]
  await kai!.send(`${second}/decision`, { decision: 'waiting', reason: 'No mentor speaks Somali.', way: 'as-imported' })
  await kai!.send(`${first}/decision`, { decision: 'waiting', reason: 'No place before May.', way: 'as-imported' })
  const { clock } = await testHouse()
  clock.now = instant('2026-11-25T09:00:00Z')
  const { text } = await (await visit('Kai')).get('/referrals?state=waiting')
  clock.now = testMoment
  const rowOf = (name: string) => text.split('</tr>').find((row) => row.includes(name))
  expect(rowOf('Wanda Longest')).toMatch(/52 days[\s\S]*>No place before May\./)
  expect(rowOf('Wim Later')).toMatch(/2 days[\s\S]*>No mentor speaks Somali\./)
  expect(text.indexOf('Wanda Longest')).toBeLessThan(text.indexOf('Wim Later'))
  expect(text).not.toContain('Nobody Waits')
  expect((await kai!.get(other)).text).not.toContain('No place before May.')
  expect((await mia!.get('/referrals?state=waiting')).text).not.toContain('Wanda')
})

test('it offers with the decision the programmes that are defined, and to keep one that is not as it was written', async () => {
  const path = await sent({ name: 'Written Otherwise' })
  await (await asSuperuser()).query(`update referrals set programme_as_sent = 'Café circle' where public_id = $1`, [path.split('/').at(-1)])
  expect((await kai!.get('/')).text).toContain('Choose a programme: “Café circle” has no definition')
  const form = (await kai!.get(`${path}/decision`)).text
  expect(form).toMatch(/name="programme"[\s\S]*<option value="back-on-track">[\s\S]*<option value="as-written">“Café circle”, as it was written/)
  const wrong = await kai!.send(`${path}/decision`, { decision: 'waiting', reason: 'A word kept', way: 'as-imported', programme: 'none-such' })
  expect([wrong.status, wrong.text.includes('Programme: choose one of the programmes'), wrong.text.includes('A word kept')]).toEqual([422, true, true])
  expect((await kai!.send(`${path}/decision`, { decision: 'waiting', reason: 'No place.', way: 'as-imported', programme: 'as-written' })).status).toBe(303)
  expect((await kai!.get('/')).text).not.toContain('Café circle')
  expect((await kai!.get(`${path}/decision`)).text).toContain('<option value="as-written" selected')
  const api = (await kai!.api(`/referrals/${path.split('/').at(-1)}/decisions`, { decision: 'waiting', reason: 'Now it is clear.', programme: 'entre' }))
  expect([api.status, (await kai!.api(`/referrals/${path.split('/').at(-1)}`)).json]).toMatchObject([201, { programme: 'entre', programmeAsSent: 'Café circle' }])
})
