import { beforeAll, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, colleagueId, offerProgrammes, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { recordLegalStatus } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { openPlan } from '../plans/index.ts'
import { asksForBeliefs, partsOf, toolNames } from './exercise.ts'

beforeAll(offerProgrammes)

const lines = { 'entries.0.part': 'moments', 'entries.0.words': 'First day at school', 'entries.0.when': 'six', 'entries.0.weight': '3', 'entries.1.part': 'moments', 'entries.1.words': 'Father left', 'entries.1.when': 'nine', 'entries.1.weight': '-4' }

test('it shows a sheet as a drawing with its words below, on the colleague’s page and on the person’s own', async () => {
  const tora = await aPlan()
  const amira = await visit('Amira')
  const page = `/people/${tora.publicId}/exercises`
  const sent = await amira.send(`${page}/new/life_line`, { ...lines, madeOn: '2026-11-23' })
  expect(sent.status).toBe(303)
  const sheet = await amira.get(sent.location!)
  expect(sheet.text).toMatch(/<svg[^>]*role="img"[\s\S]*First day at school/)
  expect(sheet.text).toMatch(/<li[^>]*><span dir="auto">Father left<\/span>/)
  expect((await amira.get(`/people/${tora.publicId}`)).text).toContain(sent.location!)
  const own = await visitAsParticipant(tora)
  expect((await own.get('/own')).text).toContain('/own/exercises')
  const list = (await own.get('/own/exercises')).text
  const mine = await own.get(/href="(\/own\/exercises\/[^"]+)"/.exec(list)![1]!)
  expect([mine.status, mine.text.includes('Father left'), /<title>[^<]*(Entré|life line)/i.test(mine.text)]).toEqual([200, true, false])
})

test('it marks the line that needs mending and keeps everything that was typed', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const answered = await amira.send(`/people/${tora.publicId}/exercises/new/life_line`, { ...lines, 'entries.1.weight': '-9', madeOn: '2026-11-23' })
  expect([answered.status, answered.text.includes('Father left'), answered.text.includes('First day at school')]).toEqual([422, true, true])
  expect(answered.text).toMatch(/id="field-entries\.1\.weight"[^>]*aria-invalid="true"/)
})

test('it says of a label that is too long where it stands and how long it may be, and keeps it', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const words = 'the Saturday lot '.repeat(20).trim()
  const answered = await amira.send(`/people/${tora.publicId}/exercises/new/identity_map`, { madeOn: '2026-11-23', 'entries.0.part': 'before', 'entries.0.words': words, 'entries.0.weight': '1' })
  expect([answered.status, answered.text.includes('at most 200 letters'), answered.text.includes(words)]).toEqual([422, true, true])
  expect(answered.text).toMatch(/id="field-entries\.0\.words"[^>]*aria-invalid="true"/)
})

test('it keeps every word under its part where another window has saved more lines meanwhile, and leaves out no line that stands', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const { location: sheet } = await amira.send(`/people/${tora.publicId}/exercises/new/problem_solving`, { madeOn: '2026-11-23', 'entries.0.part': 'problem', 'entries.0.words': 'Evenings.' })
  const form = (await amira.get(`${sheet}/on`)).text
  const partsIn = (text: string) => [...text.matchAll(/name="entries\.(\d+)\.part" value="([^"]+)"/g)].map(([, place, part]) => [place!, part!] as const)
  const sent: Record<string, string> = {}
  for (const [place, part] of partsIn(form)) Object.assign(sent, { [`entries.${place}.part`]: part, ...(part === 'choice' && { [`entries.${place}.words`]: 'Ask for help first.' }) })
  const hidden = Object.fromEntries([...form.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const ways = Array.from({ length: 30 }, (_, way) => ({ part: 'ways', words: `Way ${way}`, weight: 1 }))
  expect((await amira.api(`${sheet}/revisions`, { madeOn: '2026-11-23', entries: ways })).status).toBe(201)
  const again = await amira.post(`${sheet}/on`, { ...hidden, ...sent, madeOn: '2026-11-23' })
  expect([again.status, again.text.includes('saved in another window')]).toEqual([409, true])
  const [choice] = partsIn(again.text).find(([, part]) => part === 'choice')!
  expect(again.text).toMatch(new RegExp(`name="entries\\.${choice}\\.words"[^>]*>\\s*Ask for help first\\.`))
  const anew = (await amira.get(`${sheet}/on`)).text
  expect([anew.includes('value="Way 0"'), anew.includes('value="Way 29"')]).toEqual([true, true])
})

test('it offers no unit about the offence while guilt is open, and asks for no word on a sheet that is shut', async () => {
  const [kaur, tora, amira] = [await aPlan({ status: 'remand' }), await aPlan(), await visit('Amira')]
  const unitFor = async (person: Planned) => put('plan_units', { id: await freshId(), public_id: `unit-${person.id}`, participant_id: person.id, plan_id: (await become('Kai', (work) => openPlan(work, person.id), { about: person.publicId }))!.id, unit_id: 'identity', about_the_offence: true, position: 1, reason: 'from the formulation', chosen_by: await colleagueId('Amira'), chosen_at: '2026-11-20T09:00:00Z' })
  await unitFor(kaur)
  await unitFor(tora)
  const form = (person: Planned) => `/people/${person.publicId}/exercises/new/identity_map`
  expect([(await amira.get(form(kaur))).text.includes('name="unitId"'), (await amira.get(form(tora))).text.includes('name="unitId"')]).toEqual([false, true])
  const { location: map } = await amira.send(form(tora), { madeOn: '2026-11-23', unitId: 'identity', 'entries.0.part': 'now', 'entries.0.words': 'my sister', 'entries.0.weight': '1' })
  expect((await amira.get(`${map}/on`)).text).toContain('name="entries.0.words"')
  await become('Lena', (work) => recordLegalStatus(work, { status: 'appeal', fromOn: day('2026-11-23'), source: 'court', authority: 'High court' }), { about: tora.publicId, does: 'collect' })
  const shut = (await amira.get(`${map}/on`)).text
  expect([shut.includes('name="entries.0.words"'), shut.includes('This sheet is about what somebody did')]).toEqual([false, true])
})

test('it says before the first word who reads it and what is kept out, and opens no locked sheet', async () => {
  const [kaur, amira] = [await aPlan({ status: 'remand' }), await visit('Amira')]
  const page = `/people/${kaur.publicId}/exercises`
  expect((await amira.get(page)).text).not.toContain(`${page}/new/functional_analysis`)
  expect((await amira.get(`${page}/new/problem_solving`)).text).toMatch(/Who will read this: you, the person, Noor Aziz \(assessor\)\. A court can demand/)
  expect((await amira.get(`${page}/new/functional_analysis`)).text).not.toContain('<textarea')
  expect((await amira.get(`${page}/new/no_such_tool`)).status).toBe(404)
})

test('it is the same through the interface, and the same not-found to those who read no sessions', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const api = `/people/${tora.publicId}/exercises`
  const made = await amira.api(api, { tool: 'problem_solving', madeOn: '2026-11-23', entries: [{ part: 'problem', words: 'Evenings.' }] })
  expect([made.status, (made.json as { entries: unknown[] }).entries]).toEqual([201, [{ part: 'problem', words: 'Evenings.', when: '', weight: null, on: null, outcome: '' }]])
  const id = (made.json as { id: string }).id
  expect((await amira.api(`${api}/${id}/revisions`, { madeOn: '2026-11-23', entries: [{ part: 'problem', words: 'Sundays.' }], revision: 1 })).status).toBe(201)
  for (const who of ['Kai', 'Lena', 'Hedda', 'Viktor', 'Olga', 'Ravi'] as const) {
    const other = await visit(who)
    expect([who, (await other.get(`${api}/${id}`)).status, (await other.get(api)).status]).toEqual([who, 404, 404])
  }
})

test('it writes down that the map of belonging was made and seen as the record that it is, and other sheets as what was done', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const page = `/people/${tora.publicId}/exercises`
  const logged = async () => (await (await asSuperuser()).query<{ operation: string, record: string }>(`select operation, record from access_log where participant_ids = array[${tora.id}] and door like '%exercises%' `)).rows.map(({ operation, record }) => `${operation} ${record}`).toSorted()
  const { location: map } = await amira.send(`${page}/new/identity_map`, { madeOn: '2026-11-23', 'entries.0.part': 'now', 'entries.0.words': 'my sister', 'entries.0.weight': '1' })
  await amira.get(map!)
  await amira.api(map!)
  await (await visitAsParticipant(tora)).get(map!.replace(/.*exercises/, '/own/exercises'))
  const { location: sheet } = await amira.send(`${page}/new/life_line`, { ...lines, madeOn: '2026-11-23' })
  await amira.get(sheet!)
  expect((await logged()).filter((line) => /family_and_network|^collect/.test(line))).toEqual(['collect family_and_network', 'collect session_content', ...Array(3).fill('consult family_and_network')])
})

test('it tells whoever opened a sheet that is struck to set it aside, once, and nobody who did not open it', async () => {
  const [tora, amira, noor] = [await aPlan(), await visit('Amira'), await visit('Noor')]
  const page = `/people/${tora.publicId}/exercises`
  const { location: sheet } = await amira.send(`${page}/new/problem_solving`, { madeOn: '2026-11-23', 'entries.0.part': 'problem', 'entries.0.words': 'Of somebody else.' })
  await noor.get(sheet!)
  await (await visit('Kai')).get(`/people/${tora.publicId}`)
  const struck = await amira.send(`${sheet}/strike`, { reason: 'It was about somebody else.' })
  expect((await amira.get(struck.location!)).text).toContain('1 colleague had opened it and is told to set it aside.')
  const notice = /\/set-aside\/\w+/.exec((await noor.get('/')).text)![0]
  const told = (await noor.get(notice)).text
  for (const words of ['A sheet that you opened was about somebody else.', 'Amira', 'In the record of']) expect(told, words).toContain(words)
  expect(told).not.toContain('Of somebody else.')
  for (const other of ['Kai', 'Amira'] as const) expect((await (await visit(other)).get(notice)).status, other).toBe(404)
  expect((await noor.send(notice)).location).toBe('/')
  expect((await noor.get('/')).text).not.toContain(notice)
})

test('it says in the log that a map was shown where one stands in the list, and only there', async () => {
  const [tora, amira] = [await aPlan(), await visit('Amira')]
  const page = `/people/${tora.publicId}/exercises`
  const logged = async () => {
    await (await visit('Noor')).get(page)
    await amira.get(page)
    return (await (await asSuperuser()).query<{ record: string }>('select record from access_log where door = $1 and $2 = any (participant_ids) order by at desc, id desc limit 2', ['GET /people/{participantId}/exercises', tora.id])).rows.map(({ record }) => record)
  }
  await amira.send(`${page}/new/problem_solving`, { madeOn: '2026-11-23', 'entries.0.part': 'problem', 'entries.0.words': 'Evenings.' })
  expect(await logged()).toEqual(['session_content', 'session_content'])
  await amira.send(`${page}/new/identity_map`, { madeOn: '2026-11-23', 'entries.0.part': 'now', 'entries.0.words': 'my sister', 'entries.0.weight': '1' })
  expect(await logged()).toEqual(['family_and_network', 'session_content'])
})

test.each(toolNames)('it saves a half-filled sheet of %s by itself, and gives it back with every word', async (tool) => {
  // Entré leaves beliefs alone, and so has no sheet that asks for them.
  const [tora, amira] = [await aPlan({ programme: asksForBeliefs(tool) ? 'healthy-identity' : 'entre' }), await visit('Amira')]
  const form = `/people/${tora.publicId}/exercises/new/${tool}`
  const empty = await amira.get(form)
  expect([empty.status, empty.text.includes('class="draft-note"'), empty.text.includes('drafts.js')]).toEqual([200, true, true])
  const [token, words] = [/name="_token" value="([^"]*)"/.exec(empty.text)![1]!, `Half of it, ${tool}`]
  const saved = await amira.post(form, { _token: token, 'entries.0.part': partsOf(tool)[0]!.id, 'entries.0.words': words, _draft: 'true' }, { 'waymark-island': 'drafts' })
  expect(saved.status).toBe(204)
  const again = (await amira.get(form)).text
  expect([again.includes(words), again.includes('Draft saved')]).toEqual([true, true])
})
