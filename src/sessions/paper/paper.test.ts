import { afterEach, beforeAll, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { wordsInPdf } from '../../../database/testing/words-in-pdf.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { endAssignment, teamOf } from '../../access/index.ts'
import { pausePerson } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { strikeSession } from '../mending.verbs.ts'
import { callOffAhead, sessionByPublicId } from '../sessions.queries.ts'
import { callOff, planSession, recordPlanned } from '../sessions.verbs.ts'
import { inGroups, newPaperCode, paperEnds, readPaperCode } from './paper.ts'
import { paperFile } from './paper-form.tsx'
import { myOpenPaper } from './paper.queries.ts'
import { makePaper } from './paper.verbs.ts'

beforeAll(offerProgrammes)
afterEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const get = async (first: First, path: string) => (await visit(first)).get(path)
const send = async (first: First, path: string, fields = {}) => (await visit(first)).send(path, fields)
const meeting = { on: day('2026-11-23'), time: '11:00', minutes: 60, place: 'room B2' }
const written = { on: '2026-11-23', time: '11:05', minutes: '50', state: 'held', done: 'We looked for a flat.', paperOn: '2026-11-23' }
const afterwards = '2026-11-24T08:00:00Z'

type Taken = { person: Planned, about: { about: string }, session: string, here: string, code: string }

/** Amira plans a session with somebody and takes a paper form along. */
async function taken(first: 'Amira' | 'Mia' = 'Amira'): Promise<Taken> {
  const person = await aPlan()
  const about = { about: person.publicId }
  const session = await become(first, (work) => planSession(work, meeting), about)
  await become(first, (work) => makePaper(work, session), about)
  return { person, about, session, here: `/people/${person.publicId}/sessions/${session}`, code: await codeOf(first, { about, session }) }
}

function codeOf(first: First, { about, session }: Pick<Taken, 'about' | 'session'>): Promise<string> {
  return become(first, async (work) => (await myOpenPaper(work, (await sessionByPublicId(work, session))!.id))?.code ?? '', about)
}

const typed = (first: First, code: string) => send(first, '/papers', { code })

test('it makes codes of eight signs that nobody takes for one another, reads them however they are typed, and ends them a week after the meeting', () => {
  const codes = Array.from({ length: 200 }, newPaperCode)
  expect(codes.every((code) => /^[ABCDEFGHJKMNPQRTUVWXY346789]{8}$/.test(code))).toBe(true)
  expect(new Set(codes).size).toBe(200)
  expect([inGroups('K7MT4XQR'), readPaperCode(' k7mt 4xqr. ')]).toEqual(['K7MT-4XQR', 'K7MT4XQR'])
  expect([paperEnds(instant('2026-11-24T10:00:00Z'), instant('2026-11-23T09:00:00Z')), paperEnds(instant('2026-11-20T10:00:00Z'), instant('2026-11-23T09:00:00Z'))])
    .toEqual(['2026-12-01T10:00:00.000Z', '2026-11-30T09:00:00.000Z'])
})

test('it puts nothing on paper but a code, boxes and lines: not who, not when, not where, not what for', async () => {
  const { person, here, code } = await taken()
  const sheet = (await get('Amira', `${here}/paper/print`)).text
  const file = await get('Amira', `${here}/paper/file`)
  expect([file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual(['application/pdf', expect.stringContaining('appointment.pdf')])
  const pdf = wordsInPdf(await bytesOf(`${here}/paper/file`))
  expect([pdf.pages, pdf.drawn.includes(inGroups(code)), sheet.includes(inGroups(code)), pdf.drawn.includes('What was done')]).toEqual([1, true, true, true])
  const own = /<main[\s\S]*<\/main>/.exec(sheet)![0].replaceAll(/href="[^"]*"/g, '')
  for (const said of [own, /<title>.*<\/title>/.exec(sheet)![0], pdf.drawn, pdf.told]) expect(said).not.toMatch(new RegExp(`Jonas|Lind|Amira|Haddad|room B2|11:00|Entré|programme|session|mentor|extrem|Waymark|${person.publicId}`, 'i'))
})

async function bytesOf(path: string): Promise<Uint8Array> {
  const { participantId, sessionId } = /people\/(?<participantId>\w+)\/sessions\/(?<sessionId>\w+)/.exec(path)!.groups as { participantId: string, sessionId: string }
  return become('Amira', async (work) => paperFile(work, { code: inGroups((await myOpenPaper(work, (await sessionByPublicId(work, sessionId))!.id))!.code), withDone: true }), { about: participantId })
}

test('it leads the code to the form of its session, says in the record that it was on paper, and makes a task of the paper until it is destroyed', async () => {
  const { person, here, code } = await taken()
  await at(afterwards)
  const amira = await visit('Amira')
  expect((await amira.get('/')).text).toContain('Type in your paper form')
  const form = (await typed('Amira', inGroups(code).toLowerCase())).location!
  expect(form).toBe(`${here}/paper/record`)
  const destroy = (await amira.send(form, written)).location!
  const record = (await amira.get(here)).text
  expect(['We looked for a flat.', 'Written on paper on 23 November 2026, typed in 24 November 2026', 'not ticked as destroyed yet'].filter((said) => !record.includes(said))).toEqual([])
  expect((await amira.get('/')).text).toContain('Destroy your paper form')
  const paper = (await amira.get(destroy)).text
  expect([paper.includes(inGroups(code)), paper.includes('Jonas Lind')]).toEqual([true, false])
  await at('2026-11-24T08:02:00Z')
  expect((await amira.send(destroy)).status).toBe(303)
  expect((await amira.send(destroy, {}, destroy)).status).toBe(303)
  expect((await amira.get('/')).text).not.toContain('Destroy your paper form')
  expect([(await get('Kai', here)).status, (await (await visitAsParticipant(person)).get(here.replace(/.*\/sessions/, '/own/sessions'))).text.includes('The paper was destroyed')]).toEqual([200, true])
  const { rows } = await (await asSuperuser()).query(`select count(*)::int as codes from paper_codes where code = $1`, [code])
  expect(rows).toEqual([{ codes: 0 }])
})

test('it writes a line for every step, about that person', async () => {
  const { person, here, code } = await taken()
  const sessions = here.slice(0, here.lastIndexOf('/'))
  const session = await become('Amira', (work) => planSession(work, { ...meeting, time: '13:00' }), { about: person.publicId })
  await send('Amira', `${sessions}/${session}/paper`)
  await get('Amira', `${sessions}/${session}/paper/print`)
  await at(afterwards)
  await send('Amira', (await typed('Amira', code)).location!, written)
  const { rows } = await (await asSuperuser()).query<{ door: string, operation: string, record: string }>(`select distinct door, operation, record from access_log where $1 = any (participant_ids) and actor_name = 'Amira Haddad' and door like '%paper%'`, [person.id])
  const one = '/people/{participantId}/sessions/{sessionId}/paper'
  expect(rows).toEqual(expect.arrayContaining([
    { door: `POST ${one}`, operation: 'collect', record: 'session_attendance' }, { door: `GET ${one}/print`, operation: 'consult', record: 'session_attendance' },
    { door: 'POST /papers', operation: 'consult', record: 'session_attendance' }, { door: `POST ${one}/record`, operation: 'alter', record: 'session_content' }]))
})

const ends: Record<string, (one: Taken) => Promise<unknown>> = {
  'its session is recorded without it': ({ about, session }) => become('Amira', (work) => recordPlanned(work, session, held), about),
  'its session is recorded and struck': async ({ about, session }) => {
    await become('Amira', (work) => recordPlanned(work, session, held), about)
    await become('Amira', (work) => strikeSession(work, session, { reason: 'Somebody else.' }))
  },
  'it was typed in already': async ({ here }) => send('Amira', `${here}/paper/record`, written),
  'its paper is destroyed': async ({ about, session }) => {
    const id = await become('Amira', async (work) => (await myOpenPaper(work, (await sessionByPublicId(work, session))!.id))!.public_id, about)
    await send('Amira', `/papers/${id}`)
  },
  'a week has passed': () => at('2026-11-30T10:00:00Z'),
  'somebody else has taken its session over': async ({ session }) => (await asSuperuser()).query('update sessions set author_id = $1 where public_id = $2', [await colleagueId('Mia'), session]),
  'its worker works with the person no more': ({ about, person }) => become('Kai', async (work) => {
    const amira = await colleagueId('Amira')
    await endAssignment(work, (await teamOf(work, person.id)).find((one) => one.colleague_id === amira)!.public_id)
  }, about),
}
const held = { ...meeting, state: 'held' as const, done: 'We looked for a flat.' }

const before: Record<string, (one: Taken) => Promise<unknown>> = {
  'its session is called off': ({ about, session }) => become('Amira', (work) => callOff(work, session, { cause: 'room' }), about),
  'the person is paused before it': ({ about }) => become('Kai', (work) => pausePerson(work, 'In hospital.'), about),
  'the person has ended before it': async ({ about, person }) => {
    await (await asSuperuser()).query(`update participants set state = 'ended' where id = $1`, [person.id])
    await become('Kai', (work) => callOffAhead(work, person.id), about)
  },
}

test('it gives one answer to a wrong code, a colleague\'s, and to one that has ended for whatever reason', async () => {
  const expected = await answerTo('Amira', 'AAAA-BBBB')
  expect([expected.status, expected.text.includes('No paper form of yours is open under this code.')]).toEqual([422, true])
  const mias = await taken('Mia')
  expect([await answerTo('Amira', mias.code), await answerTo('Amira', ''), await answerTo('Lena', mias.code)].map(({ status }) => status)).toEqual([422, 422, 422])
  expect(await answerTo('Amira', mias.code)).toEqual(expected)
  for (const [when, end] of [...Object.entries(before), ...Object.entries(ends)]) {
    await at('2026-11-23T09:00:00Z')
    const one = await taken()
    if (when in before) await end(one)
    await at(afterwards)
    if (when in ends) await end(one)
    const answer = await answerTo('Amira', one.code)
    expect([when, answer]).toEqual([when, expected])
  }
})

/** The page without what differs at each look, and without what was typed. */
async function answerTo(first: First, code: string): Promise<{ status: number, text: string }> {
  const { status, text } = await typed(first, code)
  return { status, text: (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '').replaceAll(/(name="_\w+" value=")[^"]*/g, '$1').replaceAll(code || ' ', '') }
}

test('it is for whoever planned the session alone: not for the mentor beside, not for the case manager, by the door and by the database', async () => {
  const { about, here, session, code } = await taken()
  expect([(await get('Mia', `${here}/paper`)).status, (await get('Lena', `${here}/paper`)).status, (await (await visit('Lena')).post(`${here}/paper`, {})).status >= 400]).toEqual([404, 404, true])
  await expect(become('Mia', (work) => makePaper(work, session), about)).rejects.toThrow('not-found')
  const seen = (first: First) => become(first, async (work) => ({
    codes: (await work.db.selectFrom('paper_codes').select('code').where('code', '=', code).execute()).length,
    papers: (await work.db.selectFrom('session_papers').innerJoin('sessions', 'sessions.id', 'session_papers.session_id').select('session_papers.id').where('sessions.public_id', '=', session).execute()).length }), about)
  expect([await seen('Amira'), await seen('Kai'), await seen('Lena'), await seen('Mia')]).toEqual([{ codes: 1, papers: 1 }, { codes: 0, papers: 1 }, { codes: 0, papers: 1 }, { codes: 0, papers: 0 }])
  const forged = (first: First) => become(first, async (work) => work.db.insertInto('session_papers').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: (await sessionByPublicId(work, session))!.id, worker_id: work.actor.id, printed_at: work.now, expires_at: instant('2026-12-24T09:00:00Z') }).execute(), about)
  await expect(forged('Kai')).rejects.toThrow('row-level security')
  await expect(forged('Lena')).rejects.toThrow('row-level security')
})

test('it makes one paper however often it is asked, and none for what is recorded, not one\'s own or waits in a pause', async () => {
  const { about, session, code, person } = await taken()
  await become('Amira', (work) => makePaper(work, session), about)
  expect(await codeOf('Amira', { about, session })).toBe(code)
  const next = await become('Amira', (work) => planSession(work, { ...meeting, on: day('2026-11-25') }), about)
  await become('Kai', (work) => pausePerson(work, 'In hospital.'), about)
  await expect(become('Amira', (work) => makePaper(work, next), about)).rejects.toThrow('session-while-paused')
  const other = await taken()
  await at(afterwards)
  await become('Amira', (work) => recordPlanned(work, other.session, held), other.about)
  await expect(become('Amira', (work) => makePaper(work, other.session), other.about)).rejects.toThrow('paper-for-a-planned-one')
  expect(person.id).not.toBe(other.person.id)
})

test('it asks for the day at its field, keeps every word, and takes none before the meeting or still to come', async () => {
  const { here } = await taken()
  await at(afterwards)
  for (const [paperOn, says] of [['2026-11-22', 'written before the meeting'], ['2026-11-25', 'still to come'], ['', 'Written on paper on']] as const) {
    const again = await send('Amira', `${here}/paper/record`, { ...written, paperOn })
    expect([again.status, again.text.includes('id="field-paperOn-problem"'), again.text.includes(says), again.text.includes('We looked for a flat.')]).toEqual([422, true, true, true])
  }
})

test('it reminds of a paper that was never used, once its session is called off, also where its worker works with the person no more', async () => {
  const { about, session, person, code } = await taken()
  await become('Amira', (work) => callOff(work, session, { cause: 'room' }), about)
  const amira = await colleagueId('Amira')
  await become('Kai', async (work) => endAssignment(work, (await teamOf(work, person.id)).find((one) => one.colleague_id === amira)!.public_id), about)
  const { rows: [paper] } = await (await asSuperuser()).query<{ id: string }>(`select p.public_id as id from session_papers p join paper_codes c on c.paper_id = p.id where c.code = $1`, [code])
  expect((await get('Amira', '/')).text).toContain(`/papers/${paper!.id}`)
  expect((await get('Mia', `/papers/${paper!.id}`)).status).toBe(404)
  expect((await send('Amira', `/papers/${paper!.id}`)).status).toBe(303)
  expect((await get('Amira', '/')).text).not.toContain(`/papers/${paper!.id}`)
})
