import { expect, test } from 'vitest'
import { aParticipant, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'

const said = { kind: 'complaint', subject: 'worker', words: 'Nobody came on Tuesday.' }

async function raised() {
  const jonas = await aParticipant({ name: 'Jonas Lind' })
  const own = await visitAsParticipant(jonas)
  const sent = await own.send('/own/complaints/new', said)
  return { jonas, own, sent, id: sent.location!.split('/').at(-1)! }
}

test('it tells the person the number and the day, and keeps both on their own page', async () => {
  const { own, sent } = await raised()
  expect(sent.status).toBe(303)
  const page = (await own.get(sent.location!)).text
  expect(page).toContain('Somebody answers by 23 December 2026.')
  expect(page).toMatch(/Your number is <code[^>]*>[0-9A-Z]{4}-[0-9A-Z]{4}/)
  expect(page).toContain('<title>Information</title>')
  expect((await own.get('/own/complaints')).text).toContain('answer by 23 December 2026, 30 days left')
  expect((await (await visit('Rune')).get('/complaints')).text).toContain('answer by 23 December 2026, 30 days left')
})

test('it says who will read it before it is written, and keeps what was typed when something is missing', async () => {
  const own = await visitAsParticipant(await aParticipant())
  expect((await own.get('/own/complaints/new')).text).toContain('Nobody you meet')
  const again = await own.send('/own/complaints/new', { kind: 'objection', words: 'I was not there.' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('I was not there.')
  expect(again.text).toContain('Choose what it is about.')
})

test('it is sent once by a double click', async () => {
  const own = await visitAsParticipant(await aParticipant())
  const form = (await own.get('/own/complaints/new')).text
  const hidden = Object.fromEntries([...form.matchAll(/name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const [first, second] = [await own.post('/own/complaints/new', { ...hidden, ...said }), await own.post('/own/complaints/new', { ...hidden, ...said })]
  expect(second.location).toBe(first.location)
})

test('it is answered by Rune on his pages, and the person reads the answer on theirs', async () => {
  const { own, id } = await raised()
  const rune = await visit('Rune')
  expect((await rune.get('/complaints')).text).toContain(`/complaints/${id}"`)
  const done = await rune.send(`/complaints/${id}/answer`, { outcome: 'agreed', words: 'You are right, and it is mended.' })
  expect(done.status).toBe(303)
  expect((await own.get(`/own/complaints/${id}`)).text).toContain('You are right, and it is mended.')
  expect((await rune.send(`/complaints/${id}/answer`, { outcome: 'agreed', words: 'Again.' }, '/complaints/new')).status).toBe(409)
})

test('it is forwarded on Rune\'s page, once by a double click, and the log says to whom it was told', async () => {
  const { id } = await raised()
  const rune = await visit('Rune')
  const form = (await rune.get(`/complaints/${id}/forward`)).text
  const hidden = Object.fromEntries([...form.matchAll(/type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const to = /<option value="(\w+)"[^>]*>Kai Nyberg/.exec(form)![1]!
  expect((await rune.post(`/complaints/${id}/forward`, { ...hidden, why: 'Half a', _draft: 'true' })).status).toBe(303)
  const answers = []
  for (let click = 0; click < 2; click += 1) answers.push((await rune.post(`/complaints/${id}/forward`, { ...hidden, to, why: 'He plans the rooms.', until: '2026-11-30' })).status)
  expect(answers).toEqual([303, 303])
  const { rows } = await (await asSuperuser()).query(`select operation, recipient from access_log where door = 'POST /complaints/{complaintId}/forward' and object_ids @> array[$1] order by at, id`, [id])
  expect(rows).toEqual([{ operation: 'collect', recipient: null }, { operation: 'disclose', recipient: 'Kai Nyberg' }, { operation: 'consult', recipient: null }])
  expect((await (await visit('Kai')).get(`/complaints/${id}`)).status).toBe(200)
})

test('it is read by Dana, who is shown no door that would not open', async () => {
  const { id } = await raised()
  const dana = await visit('Dana')
  const page = (await dana.get(`/complaints/${id}`)).text
  expect(page).toContain('Nobody came on Tuesday.')
  expect(page).not.toContain('Jonas Lind')
  expect(page).not.toContain('/answer"')
  expect((await dana.get(`/complaints/${id}/answer`)).status).toBe(404)
})

test('it is not there for whoever works with the person, for another person, for an administrator', async () => {
  const { id } = await raised()
  for (const other of ['Kai', 'Mia', 'Lena', 'Ravi', 'Viktor', 'Olga', 'Ines'] as const) expect((await (await visit(other)).get(`/complaints/${id}`)).status, other).toBe(404)
  const stranger = await visitAsParticipant(await aParticipant())
  expect((await stranger.get(`/own/complaints/${id}`)).status).toBe(404)
  expect((await (await visit('Kai')).get('/complaints')).text).not.toContain(id)
})

test('it is taken back by the person, who is told nothing comes of it', async () => {
  const { own, id } = await raised()
  expect((await own.send(`/own/complaints/${id}/taken-back`)).status).toBe(303)
  const page = (await own.get(`/own/complaints/${id}`)).text
  expect(page).toContain('You took it back on 23 November 2026.')
  expect(page).not.toContain('/taken-back"')
})

test('it shows the administrator that no law is established, and takes the service\'s own days with their source', async () => {
  const ravi = await visit('Ravi')
  expect((await ravi.get('/service/answer-days')).text).toContain('not established')
  expect((await ravi.send('/service/answer-days', { kind: 'file', days: '20' })).status).toBe(422)
  expect((await ravi.send('/service/answer-days', { kind: 'file', days: '20', source: 'Data Act, section 3' })).status).toBe(303)
  expect((await ravi.get('/service/answer-days')).text).toContain('Data Act, section 3')
  expect((await (await visit('Rune')).get('/service/answer-days')).status).toBe(404)
})

test('it begins from what is written with the first two answers given, and changes neither when they are forged', async () => {
  const own = await visitAsParticipant(await aParticipant())
  const form = (await own.get('/own/complaints/new?kind=objection&subject=record')).text
  expect(form).toMatch(/name="kind" value="objection" checked/)
  expect(form).toMatch(/name="subject" value="record" checked/)
  expect((await own.get('/own/complaints/new?kind=nothing')).status).toBe(422)
  expect((await own.get('/own/complaints/new')).text).not.toMatch(/name="kind" value="\w+" checked/)
})

test('its number is never broken at the end of a line nor turned round, wherever it stands on a page', async () => {
  const [{ own, sent }, rune] = [await raised(), await visit('Rune')]
  const at = sent.location!
  await own.get(at)
  await own.send('/language', { language: 'ar' }, '/account')
  const page = (await own.get(at)).text
  const number = /dir="ltr">([0-9A-Z]{4}-[0-9A-Z]{4})<\/bdi>/.exec(page)![1]!
  const whole = `<bdi class="whole" dir="ltr">${number}</bdi>`
  expect(page.split(whole).length - 1).toBe(2)
  for (const text of [(await own.get('/own/complaints')).text, (await rune.get('/complaints')).text]) expect(text).toContain(`>${whole}</a>`)
  // Nowhere does it stand bare.
  expect(page.replace(/<title>.*?<\/title>/s, '').replaceAll(whole, '')).not.toContain(number)
})
