import { beforeEach, expect, test } from 'vitest'
import { anAgreement, answers, colleaguePublicId, theAgreement } from '../../database/testing/an-agreement.ts'
import { aParticipant, become, testHouse, testMoment, visit, visitAsParticipant, type Visitor } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { instant } from '../platform/day.ts'
import { untranslated } from '../platform/words/index.ts'
import { waiting } from './agreement.ts'
import { textsOf } from './difference.ts'

beforeEach(async () => {
  (await testHouse()).clock.now = testMoment
})

const proposal = async () => ({ purpose: 'mentoring', parties: await become('Mia', (work) => colleaguePublicId(work, 'Mia')), 'clauses.0.text': 'Meet every Tuesday.', 'clauses.1.text': '' })

test('it is proposed, signed and shown in plain sentences', async () => {
  const { mia, list } = await miaAndJonas()
  const sent = await mia.send(`${list}/new`, await proposal())
  expect(sent.status).toBe(303)
  const page = await mia.get(sent.location!)
  expect(page.text).toContain('Meet every Tuesday.')
  expect(page.text).toContain('waits for the answer of')
  const signed = await mia.send(`${sent.location!}/sign`, { answer: 'signed', ownWords: 'Gladly.' })
  expect(signed.status).toBe(303)
  expect((await mia.get(sent.location!)).text).toContain('Signed on 23 November 2026.')
})

test('it keeps the person\'s name out of the browser\'s title', async () => {
  const { mia, here } = await anAgreementOpen()
  expect(/<title>(.*?)<\/title>/.exec((await mia.get(here)).text)?.[1]).not.toMatch(/Jonas|Mia/)
})

test('it answers somebody else\'s person, an unknown person and an unknown agreement alike', async () => {
  const { here } = await anAgreementOpen()
  const noor = await visit('Noor')
  const { mia, list } = await miaAndJonas()
  const pages = [await noor.get(here), await noor.get('/people/0000000000000000/agreements'), await mia.get(`${list}/0000000000000000`), await mia.get(`${list}/${here.split('/').at(-1)}`)]
  expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  expect(new Set(pages.map(({ text }) => /<main[\s\S]*<\/main>/.exec(text)?.[0])).size).toBe(1)
})

test('it says which field is missing, wrong or impossible, writes nothing and keeps what was typed', async () => {
  const { mia, list } = await miaAndJonas()
  const missing = await mia.send(`${list}/new`, { 'clauses.0.text': 'Find a flat.', purpose: 'friendship' })
  expect([missing.status, missing.text.includes('What it is about: choose one of the answers'), missing.text.includes('Find a flat.')]).toEqual([422, true, true])
  expect((await mia.get(list)).text).toContain('Nothing is agreed yet.')
  const { here } = await anAgreementOpen(mia)
  const impossible = await mia.send(`${here}/review`, { ...review, heldOn: '2026-02-30', next: 'goes-on' })
  expect([impossible.status, impossible.text.includes('there is no such day')]).toEqual([422, true])
  const silent = await mia.send(`${here}/review`, { ...review, 'outcomes.1.reason': '', next: 'goes-on' })
  expect([silent.status, silent.text.includes('Reason for clause 2')]).toEqual([422, true])
  const forgotten = await mia.send(`${here}/review`, { 'outcomes.0.outcome': 'partly', next: 'goes-on' })
  expect([forgotten.status, forgotten.text.includes('How it went (2): nothing is chosen yet')]).toEqual([422, true])
})

test('it refuses a clause of 10,000 characters by name, and takes emoji and letters of any script', async () => {
  const { mia, list, jonas } = await miaAndJonas()
  const long = await mia.send(`${list}/new`, { ...await proposal(), 'clauses.0.text': 'a'.repeat(10_000) })
  expect([long.status, long.text.includes('Clause (1): this is too long. At most 2,000 characters fit here.')]).toEqual([422, true])
  const texts = { 'clauses.0.text': 'نلتقي كل يوم ثلاثاء', 'clauses.1.text': 'Call home 😀 <script>alert(1)</script> & é' }
  const sent = await mia.send(`${list}/new`, { ...await proposal(), ...texts })
  expect(textsOf(waiting(await theAgreement(jonas, sent.location!.split('/').at(-1)!)))).toEqual(Object.values(texts))
  expect((await mia.get(sent.location!)).text).not.toContain('<script>')
})

test('it is not signed by who is not named, nor twice', async () => {
  const { here, mia } = await anAgreementOpen(undefined, { signed: false })
  const kai = await visit('Kai')
  const form = await kai.get(`${here}/sign`)
  expect([form.status, form.text.includes('You are not named in this version')]).toEqual([403, true])
  await mia.send(`${here}/sign`, { answer: 'signed' })
  const again = await mia.get(`${here}/sign`)
  expect([again.status, again.text.includes('stays as it was given')]).toEqual([409, true])
})

test('it is proposed once by a double click, and by a form that is sent again', async () => {
  const { mia, list } = await miaAndJonas()
  const hidden = hiddenOf((await mia.get(`${list}/new`)).text)
  const fields = { ...hidden, ...await proposal() }
  const clicks = [...await Promise.all([mia.post(`${list}/new`, fields), mia.post(`${list}/new`, fields)]), await mia.post(`${list}/new`, fields)]
  expect(new Set(clicks.map(({ location }) => location)).size).toBe(1)
  expect(clicks.map(({ status }) => status)).toEqual([303, 303, 303])
})

test('it shows the second of two savers who changed what, and keeps their own text', async () => {
  const { mia, here, jonas } = await anAgreementOpen()
  const kai = await visit('Kai')
  const parties = await become('Mia', (work) => colleaguePublicId(work, 'Mia'))
  const [mias, kais] = [hiddenOf((await mia.get(`${here}/correction`)).text), hiddenOf((await kai.get(`${here}/correction`)).text)]
  const first = await kai.post(`${here}/correction`, { ...kais, reason: 'He moved.', parties, 'clauses.0.text': 'Meet every Friday.', 'clauses.1.text': 'Call home every week.' })
  const second = await mia.post(`${here}/correction`, { ...mias, reason: 'He asked for it.', parties, 'clauses.0.text': 'Meet on Mondays, his wish.' })
  expect([first.status, second.status]).toEqual([303, 409])
  for (const seen of ['Changed while you were writing', 'proposed by Kai Nyberg', '>Meet every Friday.</ins>', '>Meet every Tuesday.</del>', 'Meet on Mondays, his wish.', 'He asked for it.']) expect(second.text).toContain(seen)
  const mended = { ...hiddenOf(second.text), reason: 'He asked for it.', parties, 'clauses.0.text': 'Meet on Mondays, his wish.' }
  expect((await mia.post(`${here}/correction`, mended)).status).toBe(303)
  expect((await theAgreement(jonas, here.split('/').at(-1)!)).versions).toHaveLength(3)
})

test('it tells whoever opens an old draft what was changed since', async () => {
  const { mia, here } = await anAgreementOpen()
  await mia.send(`${here}/ending`, { word: 'completed', reason: 'My half of a sentence', _draft: 'true' })
  await (await visit('Kai')).send(`${here}/review`, { ...review, next: 'goes-on' })
  const page = await mia.get(`${here}/ending`)
  expect(page.text).toContain('My half of a sentence')
  expect(page.text).toContain('Review of 23 November 2026, recorded by Kai Nyberg')
})

test('it is reviewed, and due again in My day three months later, calmly when it lapsed', async () => {
  const { mia, here } = await anAgreementOpen()
  expect((await mia.send(`${here}/review`, { ...review, next: 'goes-on' })).status).toBe(303)
  expect((await mia.get(here)).text).toContain('1 of 2 clauses carried out.')
  const house = await testHouse()
  house.clock.now = instant('2027-02-15T09:00:00Z')
  const later = await visit('Mia')
  expect((await later.get('/')).text).toContain('Agreement review')
  house.clock.now = instant('2027-03-01T09:00:00Z')
  const late = await visit('Mia')
  expect((await late.get('/')).text).toContain('lapsed since 23 February 2027')
  expect((await late.get(here)).text).toContain('It changes nothing for the person.')
})

test('it is read by Lena, who finds no form to change it', async () => {
  const { here } = await anAgreementOpen()
  const lena = await visit('Lena')
  const page = await lena.get(here)
  expect([page.status, page.text.includes('What can be done')]).toEqual([200, false])
  const forms = await Promise.all(['review', 'correction', 'ending', 'sign', 'paper'].map((form) => lena.get(`${here}/${form}`)))
  expect(forms.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
})

test('it is printed after the question, under a name that says nothing', async () => {
  const { mia, here } = await anAgreementOpen()
  expect((await mia.get(`${here}/print`)).text).toContain('Would it be safe if another prisoner saw this?')
  const file = await mia.get(`${here}/print/en`)
  expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'inline; filename="appointment.pdf"'])
  expect((await mia.get(`${here}/print/xx`)).status).toBe(404)
})

test('it is not printed with a character that paper cannot show, which is named', async () => {
  const { jonas, id } = await anAgreement({ signed: false, texts: [{ text: 'See you 😀' }] })
  const page = await (await visit('Mia')).get(`/people/${jonas.publicId}/agreements/${id}/print/en`)
  expect([page.status, page.text.includes('do not have 😀')]).toEqual([422, true])
})

test('it says before printing that nothing is written in the person\'s language', async () => {
  const { jonas, id } = await anAgreement({ jonas: await aParticipant({ languages: ['so'] }) })
  const other = await anAgreement({ jonas: await aParticipant({ languages: ['so', 'Arabic'] }) })
  const mia = await visit('Mia')
  expect((await mia.get(`/people/${jonas.publicId}/agreements/${id}/print`)).text).toContain('The person reads Somali.')
  expect((await mia.get(`/people/${other.jonas.publicId}/agreements/${other.id}/print`)).text).not.toContain('The person reads')
})

test('it awaits its review with Mia, who is party, and Kai, who coordinates, and not with Amira beside them', async () => {
  const { here } = await anAgreementOpen()
  const house = await testHouse()
  house.clock.now = instant('2027-02-20T09:00:00Z')
  const days = await Promise.all((['Mia', 'Kai', 'Amira'] as const).map(async (first) => (await (await visit(first)).get('/')).text.includes(`${here}/review`)))
  expect(days).toEqual([true, true, false])
})

test('it says every word of its pages in the language of the reader', async () => {
  const { jonas, here } = await anAgreementOpen()
  const amira = await visit('Amira')
  await amira.send('/language', { language: 'qps', back: '/' }, '/')
  const given = ['Jonas Lind', ...Array.from({ length: 99 }, (_, number) => `Jonas Lind ${99 - number}`), 'Mia Juhl', 'Kai Nyberg', 'Amira Haddad', 'Lena Berg', 'Meet every Tuesday.', 'Call home every week.']
  for (const path of [here, ...['review', 'correction', 'ending', 'print'].map((name) => `${here}/${name}`), `/people/${jonas.publicId}/agreements/new`]) {
    const main = /<main[\s\S]*<\/main>/.exec((await amira.get(path)).text)?.[0] ?? ''
    expect([path, untranslated(main, given.toSorted((one, other) => other.length - one.length))]).toEqual([path, []])
  }
})

test('it is read and answered by Jonas on his own pages, and by no other participant', async () => {
  const { jonas, here } = await anAgreementOpen(undefined, { signed: false })
  const own = `/own/agreements/${here.split('/').at(-1)}`
  const his = await visitAsParticipant(jonas)
  expect((await his.get('/own/agreements')).text).toContain('Agreement with the mentor')
  const page = await his.get(own)
  expect(/<title>(.*?)<\/title>/.exec(page.text)?.[1]).not.toMatch(/[Aa]greement|Waymark|Jonas/)
  expect((await his.send(`${own}/answer`, { answer: 'refused', ownWords: 'Not Tuesdays.' })).status).toBe(303)
  expect((await his.get(own)).text).toContain('Not Tuesdays.')
  const other = await visitAsParticipant(await aParticipant())
  expect([(await other.get(own)).status, (await his.get(here)).status]).toEqual([404, 404])
})

const mias = () => become('Mia', (work) => colleaguePublicId(work, 'Mia'))
const called = async () => ({ purpose: 'practical', parties: [await mias()], clauses: [{ text: 'Find a flat.' }] })

test('it is proposed, signed, reviewed and ended by the same verbs, each field in its place', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const made = await mia.api(`/people/${jonas.publicId}/agreements`, await called())
  expect([made.status, made.json]).toEqual([201, expect.objectContaining({ state: 'proposed', purpose: 'practical', programme: null, reviewDueOn: null, revision: 1 })])
  const { id } = made.json as { id: string }
  const at = `/people/${jonas.publicId}/agreements/${id}`
  await mia.api(`${at}/signatures`, { version: 1, answer: 'signed' })
  const signed = await mia.api(`${at}/paper-answers`, { version: 1, answer: 'signed', on: '2026-11-23', seenBy: 'Amira' })
  expect(signed.json).toMatchObject({ state: 'signed', reviewDueOn: '2027-02-23', versions: [{ parties: [{ way: 'on-paper', seenBy: 'Amira' }, { name: 'Mia Juhl', way: 'own-account' }] }] })
  const reviewed = await mia.api(`${at}/reviews`, { revision: 1, heldOn: '2026-11-23', outcomes: [{ place: 1, outcome: 'partly' }], next: 'goes-on' })
  expect(reviewed.json).toMatchObject({ revision: 2, reviews: [{ version: 1, outcomes: [{ place: 1, outcome: 'partly', reason: '' }] }] })
  const ended = await mia.api(`${at}/endings`, { revision: 2, word: 'completed', reason: 'He has a flat.' })
  expect(ended.json).toMatchObject({ state: 'ended', ended: { word: 'completed', by: 'Mia Juhl' } })
})

test('it answers wrong bodies as problem details that name the field', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const send = async (body: object) => mia.api(`/people/${jonas.publicId}/agreements`, { ...await called(), ...body })
  const wrong = await send({ clauses: [{ text: 7 }], purpose: undefined })
  expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
  expect((wrong.json as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(['purpose', 'clauses.0.text'])
  expect((await send({ surprise: true })).text).toContain('There is no field named surprise here.')
  expect((await send({ parties: ['0000000000000000'] })).json).toMatchObject({ code: 'agreement-party-not-on-team', status: 422 })
})

test('it refuses a stale revision, a wrong party and a second answer by their codes', async () => {
  const { jonas, id } = await anAgreement()
  const at = `/people/${jonas.publicId}/agreements/${id}`
  const [mia, kai] = [await visit('Mia'), await visit('Kai')]
  const correction = { reason: 'He moved.', parties: [await mias()], clauses: [{ text: 'Meet on Friday.' }] }
  expect((await mia.api(`${at}/versions`, { ...correction, revision: 9 })).json).toMatchObject({ code: 'agreement-changed-meanwhile', status: 409 })
  await mia.api(`${at}/versions`, { ...correction, revision: 1 })
  expect((await kai.api(`${at}/signatures`, { version: 2, answer: 'signed' })).json).toMatchObject({ code: 'agreement-not-your-signature', status: 403 })
  expect((await mia.api(`${at}/signatures`, { version: 1, answer: 'signed' })).json).toMatchObject({ code: 'agreement-other-version' })
})

test('it is listed by cursor, the latest first, to whoever may read', async () => {
  const { jonas, id } = await anAgreement()
  const [mia, noor] = [await visit('Mia'), await visit('Noor')]
  const list = `/people/${jonas.publicId}/agreements`
  const { id: second } = (await mia.api(list, await called())).json as { id: string }
  expect((await mia.api(`${list}?most=1`)).json).toMatchObject({ agreements: [{ id: second }], next: second })
  expect((await mia.api(`${list}?most=1&after=${second}`)).json).toMatchObject({ agreements: [{ id }], next: null })
  const answers = [await noor.api(list), await mia.api('/people/0000000000000000/agreements'), await noor.api(`${list}/${id}`)]
  expect(answers.map(({ json }) => (json as { code: string }).code)).toEqual(['not-found', 'not-found', 'not-found'])
})

test('it writes once when a call is repeated with its key', async () => {
  const jonas = await aParticipant()
  const mia = await visit('Mia')
  const body = await called()
  const call = () => mia.api(`/people/${jonas.publicId}/agreements`, body, { 'idempotency-key': 'once-only' })
  expect((await call()).json).toEqual((await call()).json)
})

test('it gives Olga counts, and no agreement', async () => {
  const { jonas, id } = await anAgreement()
  const olga = await visit('Olga')
  expect((await olga.api('/agreements/counts')).json).toMatchObject({ counts: expect.arrayContaining([{ what: 'ended', howMany: null }]) as unknown })
  expect((await olga.api(`/people/${jonas.publicId}/agreements/${id}`)).status).toBe(404)
})

const review = { 'outcomes.0.outcome': 'carried-out', 'outcomes.1.outcome': 'not', 'outcomes.1.reason': 'No phone.', heldOn: '2026-11-23' }

test('it shows no agreement whose words were erased, to nobody, and lets another be proposed for the same purpose', async () => {
  const { mia, here, jonas } = await anAgreementOpen()
  const list = `/people/${jonas.publicId}/agreements`
  await (await asSuperuser()).query('delete from agreement_versions where participant_id = $1', [jonas.id])
  const own = await visitAsParticipant(jonas)
  expect((await mia.get(list)).text).toContain('Nothing is agreed yet.')
  for (const path of [here, `${here}/print`, `${here}/correction`]) expect([path, (await mia.get(path)).status]).toEqual([path, 404])
  expect([(await own.get('/own/agreements')).status, (await own.get(`/own/agreements/${here.split('/').at(-1)}`)).status, (await mia.get(`/people/${jonas.publicId}`)).status, (await mia.get('/')).status]).toEqual([200, 404, 200, 200])
  const sent = await mia.send(`${list}/new`, await proposal())
  expect(sent.status).toBe(303)
  expect((await mia.get(sent.location!)).text).toContain('Meet every Tuesday.')
  expect((await mia.send(`${list}/new`, await proposal())).status).toBe(409)
})

async function miaAndJonas() {
  const jonas = await aParticipant()
  return { jonas, mia: await visit('Mia'), list: `/people/${jonas.publicId}/agreements` }
}

async function anAgreementOpen(visitor?: Visitor, { signed = true } = {}) {
  const { jonas, id } = await anAgreement({ signed: false })
  if (signed) await answers(jonas, id, 1)
  return { jonas, mia: visitor ?? await visit('Mia'), here: `/people/${jonas.publicId}/agreements/${id}` }
}

/** The hidden fields of the page's own form. */
function hiddenOf(html: string): Record<string, string> {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  return Object.fromEntries([...main.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
}
