import { expect, test } from 'vitest'
import { aGoal } from '../../database/testing/a-goal.ts'
import { aParticipant, become, colleagueId, visit } from '../../database/testing/index.ts'
import { freshId, put } from '../../database/testing/superuser.ts'
import { visitAsParticipant } from '../../database/testing/visit-as-participant.ts'
import { linksOnPaper } from '../../database/testing/links-on-paper.ts'
import { day } from '../platform/day.ts'
import { askRuler } from './measures.verbs.ts'

async function someone() {
  const person = await aParticipant({ team: ['Kai', 'Noor', 'Amira', 'Mia', 'Lena'] })
  return { ...person, here: `/people/${person.publicId}/measures` }
}

async function aHeldSession(person: { id: number }): Promise<string> {
  const id = await freshId()
  await put('sessions', { id, public_id: `session-${id}`, participant_id: person.id, author_id: await colleagueId('Mia'), starts_at: '2026-11-20T09:00:00Z', minutes: 60, state: 'held', recorded_at: '2026-11-20T10:00:00Z' })
  return `session-${id}`
}

test('it rates a goal by its sentences and shows the rating in those words, with a line, a table and what it is for', async () => {
  const person = await someone()
  const goal = await aGoal(person)
  const amira = await visit('Amira')
  const form = (await amira.get(`${person.here}/goal-ratings`)).text
  expect(form).toContain('Level 2 of A room of his own')
  expect(form).not.toContain('checked')
  const sent = await amira.send(`${person.here}/goal-ratings`, { on: '2026-11-23', saidBy: 'worker', 'ratings.0.goal': goal.publicId, 'ratings.0.level': '-1' })
  expect(sent.status).toBe(303)
  await amira.send(`${person.here}/goal-ratings`, { on: '2026-11-16', saidBy: 'person', 'ratings.0.goal': goal.publicId, 'ratings.0.level': '-2' })
  const { text } = await amira.get(person.here)
  for (const words of ['For learning, not for decisions.', 'Level -1 of A room of his own', 'role="img"', '<time datetime="2026-11-23">', 'Amira Haddad']) expect(text).toContain(words)
})

test('it shows the form again with every fault at its field and every word kept', async () => {
  const person = await someone()
  const goal = await aGoal(person)
  const amira = await visit('Amira')
  const again = await amira.send(`${person.here}/goal-ratings`, { on: '2026-11-24', saidBy: 'worker', 'ratings.0.goal': goal.publicId, 'ratings.0.level': '1', 'ratings.0.ownWords': 'Ein Wort, كلمة' })
  expect([again.status, again.text.includes('Day: this day is still to come.'), again.text.includes('Ein Wort, كلمة')]).toEqual([422, true, true])
  const both = await amira.send(`${person.here}/rulers`, { on: '2026-11-23', question: 'How sure?', value: '3', missing: 'not-asked' })
  expect([both.status, both.text.includes('Take one of the two out.')]).toEqual([422, true])
  const outside = await amira.send(`${person.here}/rulers`, { on: '2026-11-23', question: 'How sure?', value: '11' })
  expect(outside.status).toBe(422)
})

test('it keeps what was said of a goal with that goal, also where another was closed before the draft is gone on with', async () => {
  const person = await someone()
  const [closed, room] = [await aGoal(person, { title: 'Work', from: '2026-10-01' }), await aGoal(person)]
  const amira = await visit('Amira')
  const form = `${person.here}/goal-ratings`
  const places = (text: string) => [...text.matchAll(/name="ratings\.(\d+)\.goal" value="([^"]+)"/g)].map(([, place, goal]) => [place, goal])
  const [[first], [second]] = places((await amira.get(form)).text) as [string[], string[]]
  const said = { on: '2026-11-23', saidBy: 'person', [`ratings.${first!}.goal`]: closed.publicId, [`ratings.${first!}.level`]: '-2', [`ratings.${second!}.goal`]: room.publicId, [`ratings.${second!}.level`]: '2', _draft: 'true' }
  await amira.send(form, said)
  await put('goal_closings', { id: await freshId(), goal_id: closed.id, participant_id: person.id, how: 'life changed', closed_on: '2026-11-20', closed_by: await colleagueId('Amira'), closed_at: '2026-11-20T09:00:00Z' })
  const { text } = await amira.get(form)
  expect(places(text)).toEqual([['0', room.publicId]])
  expect(/name="ratings\.0\.level"[^>]*value="2"[^>]*checked|value="2"[^>]*name="ratings\.0\.level"[^>]*checked/.test(text)).toBe(true)
  expect(/value="-2"[^>]*checked/.test(text)).toBe(false)
})

test('it says the limit before a form where guilt is open, and shows what was left out for it as not assessed, never as a zero', async () => {
  const person = await someone()
  await aGoal(person)
  await put('legal_statuses', { id: await freshId(), public_id: `remand-${person.id}`, participant_id: person.id, status: 'remand', from_on: '2026-11-01', source: 'court letter', authority: 'District court', recorded_by: await colleagueId('Lena'), recorded_at: '2026-11-01T09:00:00Z' })
  const amira = await visit('Amira')
  for (const form of ['goal-ratings', 'rulers']) expect((await amira.get(`${person.here}/${form}`)).text, form).toContain('Guilt is still open.')
  expect((await amira.send(`${person.here}/rulers`, { on: '2026-11-23', question: 'How far from that day are you?', missing: 'legal' })).status).toBe(303)
  const { text } = await amira.get(person.here)
  expect([text.includes('not assessed (legal)'), text.includes('0 of 10')]).toEqual([true, false])
})

test('it says what to do where no goal is in force', async () => {
  const person = await someone()
  const page = await (await visit('Amira')).get(`${person.here}/goal-ratings`)
  expect([page.status, page.text.includes('No goal is in force today')]).toEqual([200, true])
})

test('it does not exist for those of the team who may not read it, and for strangers', async () => {
  const person = await someone()
  for (const first of ['Mia', 'Lena', 'Kai', 'Bea', 'Viktor', 'Olga', 'Ravi'] as const) {
    const visitor = await visit(first)
    for (const path of [person.here, `${person.here}/rulers`, `${person.here}/goal-ratings`]) expect((await visitor.get(path)).status).toBeGreaterThanOrEqual(403)
  }
})

test('it takes a click twice as one answer', async () => {
  const person = await someone()
  const noor = await visit('Noor')
  const form = (await noor.get(`${person.here}/rulers`)).text
  const hidden = Object.fromEntries([...form.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const sent = { ...hidden, on: '2026-11-23', question: 'How sure are you?', value: '6' }
  const both = await Promise.all([noor.post(`${person.here}/rulers`, sent), noor.post(`${person.here}/rulers`, sent)])
  expect(both.map(({ status }) => status)).toEqual([303, 303])
  expect((await noor.get(person.here)).text.match(/6 of 10/g)).toHaveLength(1)
})

test('it lets the person say how a meeting was, after telling them who will read it, under a title that says nothing', async () => {
  const person = await someone()
  const session = await aHeldSession(person)
  const jonas = await visitAsParticipant(person)
  const form = (await jonas.get(`/own/measures/sessions/${session}`)).text
  expect(form).toContain('Amira Haddad')
  expect(form).toContain('Noor')
  expect(form).toContain('<title>Information</title>')
  expect((await jonas.send(`/own/measures/sessions/${session}`, { value: '7', ownWords: 'We laughed.' })).status).toBe(303)
  const own = (await jonas.get('/own/measures')).text
  for (const words of ['We laughed.', '7 of 10', 'You can change it today', 'Nobody counts who does.']) expect(own).toContain(words)
  expect((await jonas.send(`/own/measures/sessions/${session}`, { value: '5' })).status).toBe(303)
  expect((await jonas.get('/own/measures')).text).toContain('5 of 10')
  expect((await (await visit('Amira')).get(person.here)).text).toContain('5 of 10')
})

test('it takes the person\'s own question, and shows nothing of anybody else\'s', async () => {
  const [person, other] = [await someone(), await someone()]
  await become('Amira', (work) => askRuler(work, { on: day('2026-11-23'), question: 'A question of another', value: 2 }), { about: other.publicId, does: 'collect', shows: 'measure' })
  const jonas = await visitAsParticipant(person)
  expect((await jonas.send('/own/measures/rulers', { question: 'How sure am I of the school?', value: '8' })).status).toBe(303)
  const { text } = await jonas.get('/own/measures')
  expect(text).toContain('How sure am I of the school?')
  expect(text).not.toContain('A question of another')
  expect(text).toMatch(/class="by-whom">you<span class="on-screen"> · /)
  expect((await jonas.get(person.here)).status).toBeGreaterThanOrEqual(403)
})

test('it says to the person "you", and a level in its words: the number beside it is for those who count', async () => {
  const person = await someone()
  const goal = await aGoal(person)
  const amira = await visit('Amira')
  await amira.send(`${person.here}/goal-ratings`, { on: '2026-11-23', saidBy: 'person', 'ratings.0.goal': goal.publicId, 'ratings.0.level': '-1' })
  const theirs = (await (await visitAsParticipant(person)).get('/own/measures')).text
  expect(theirs).toMatch(/class="by-whom">you, with Amira Haddad/)
  expect(theirs).not.toContain('<bdi dir="ltr">')
  expect((await amira.get(person.here)).text).toMatch(/\(<bdi dir="ltr">.1<\/bdi>\)[\s\S]*the person, with Amira Haddad/)
})

test('it takes back on the same day what its writer wrote, and says so', async () => {
  const person = await someone()
  const amira = await visit('Amira')
  await amira.send(`${person.here}/rulers`, { on: '2026-11-23', question: 'How sure are you?', value: '6' })
  const page = (await amira.get(person.here)).text
  const [, link] = /href="([^"]*\/taking-back)"/.exec(page)!
  expect(linksOnPaper(page)).not.toContain(link)
  expect((await (await visit('Noor')).get(person.here)).text).not.toContain('/taking-back')
  expect((await amira.send(link!, {})).status).toBe(303)
  expect((await amira.get(person.here)).text).not.toContain('How sure are you?')
})

test('it shows on the person\'s page what was said last, in words', async () => {
  const person = await someone()
  await become('Amira', (work) => askRuler(work, { on: day('2026-11-20'), question: 'How sure are you?', value: 4 }), { about: person.publicId, does: 'collect', shows: 'measure' })
  const page = `/people/${person.publicId}`
  expect((await (await visit('Noor')).get(page)).text).toContain('4 of 10')
  expect((await (await visit('Mia')).get(page)).text).not.toContain('How sure are you?')
})

test('it says the same through the interface, field by field', async () => {
  const person = await someone()
  const goal = await aGoal(person)
  const amira = await visit('Amira')
  const sent = await amira.api(`${person.here}/goal-ratings`, { on: '2026-11-23', saidBy: 'person', ratings: [{ goal: goal.publicId, level: 0 }] })
  expect([sent.status, sent.json]).toMatchObject([201, { series: [{ kind: 'goal', name: 'A room of his own', lowest: -2, highest: 2, said: [{ on: '2026-11-23', value: 0, missing: null, way: 'with-person' }] }] }])
  expect((await amira.api(`${person.here}/rulers`, { on: '2026-11-23', question: 'How sure?', value: '7' })).status).toBe(422)
  expect((await amira.api(`${person.here}/rulers`, { on: '2026-11-23', question: 'How sure?', missing: 'did-not-want' })).json).toMatchObject({ series: [{}, { said: [{ value: null, missing: 'did-not-want' }] }] })
  expect((await (await visit('Mia')).api(person.here)).status).toBe(404)
})

test('it brings in a file by page: columns, trial, confirmation, receipt, and shows no answer on the way', async () => {
  const person = await aParticipant({ number: 'DOOR-1', team: ['Kai', 'Amira'] })
  const kai = await visit('Kai')
  const file = new File(['no,date,who5_1,who5_2,who5_3,who5_4,who5_5,ruler,secret\nDOOR-1,2026-03-01,1,2,1,0,1,5,private words\nDOOR-1,2026-03-08,7,2,1,0,1,5,\n'], 'm.csv', { type: 'text/csv' })
  const uploaded = await kai.send('/measures/import', { file })
  expect(uploaded.status).toBe(303)
  const columns = (await kai.get(uploaded.location!)).text
  expect(columns).toContain('An item of WHO-5')
  const means = ['item WHO-5', 'item WHO-5', 'item WHO-5', 'item WHO-5', 'item WHO-5', 'ruler', 'leave']
  const headings = ['who5_1', 'who5_2', 'who5_3', 'who5_4', 'who5_5', 'ruler', 'secret']
  const chosen = Object.fromEntries(headings.flatMap((heading, at) => [[`columns.${at}.heading`, heading], [`columns.${at}.means`, means[at]!]]))
  const tried = await kai.send(uploaded.location!, { 'fields.number': 'no', 'fields.date': 'date', ...chosen, 'columns.5.question': 'How sure are you?' })
  expect(tried.status).toBe(303)
  const trial = (await kai.get(tried.location!)).text
  expect(trial).toContain('holds a number outside 0 to 5')
  for (const said of [columns, trial]) expect(said).not.toContain('private words')
  const [, seal] = /name="seal" value="([^"]*)"/.exec(trial)!
  const done = await kai.send(tried.location!, { seal: seal! })
  expect(done.status).toBe(303)
  expect((await kai.get(done.location!)).text).toContain('Rows written')
  const { text } = await (await visit('Amira')).get(`/people/${person.publicId}/measures`)
  for (const words of ['WHO-5', '20 of 100', 'How sure are you?', 'from a file']) expect(text).toContain(words)
  expect((await (await visit('Amira')).get('/measures/import')).status).toBe(404)
})
