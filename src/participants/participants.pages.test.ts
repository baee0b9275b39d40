import { beforeAll, expect, test } from 'vitest'
import { aParticipant, visit, type Visitor } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'

let [kai, lena, mia, petra]: Visitor[] = []
let person = { id: 0, publicId: '' }

beforeAll(async () => {
  ;[kai, lena, mia, petra] = [await visit('Kai'), await visit('Lena'), await visit('Mia'), await visit('Petra')]
  person = await aParticipant({ name: 'Solvej Krag', number: 'DOOR-1' })
})

const at = (part: string) => `/people/${person.publicId}/${part}`

test('it lists one\'s own people, and says what to do where there is nobody', async () => {
  expect((await mia!.get('/people')).text).toContain('Solvej Krag')
  expect((await petra!.get('/people')).text).toContain('Nobody is assigned to you today')
})

test('it answers for somebody else\'s person as for nobody', async () => {
  const stranger = await aParticipant({ team: ['Kai'] })
  for (const part of ['particulars', 'legal-statuses', 'release', 'needs', 'consents', 'withdrawal', 'state']) {
    const [theirs, nobody] = [await mia!.get(`/people/${stranger.publicId}/${part}`), await mia!.get(`/people/0123456789abcdef/${part}`)]
    expect([part, theirs.status, nobody.status]).toEqual([part, 404, 404])
    expect(theirs.text.replaceAll(/value="[^"]*"/g, '')).toBe(nobody.text.replaceAll(/value="[^"]*"/g, ''))
  }
})

test('it shows each part to its own readers', async () => {
  const statuses = async (visitor: Visitor | undefined) => Promise.all(['particulars', 'legal-statuses', 'release', 'needs', 'consents', 'state'].map(async (part) => (await visitor!.get(at(part))).status))
  expect(await statuses(lena)).toEqual([200, 200, 200, 200, 200, 200])
  expect(await statuses(mia)).toEqual([404, 404, 200, 200, 200, 200])
})

test('it searches the register by name, and writes in the log whom it showed', async () => {
  expect((await mia!.get('/register')).status).toBe(404)
  const page = await kai!.get('/register?words=solvej')
  expect(page.text).toContain('DOOR-1')
  const { rows } = await (await asSuperuser()).query<{ participant_ids: number[] }>(`select participant_ids from access_log where door = 'GET /register' and actor_name = 'Kai Nyberg' order by at desc limit 1`)
  expect(rows[0]!.participant_ids).toContain(person.id)
})

test.each([
  ['legal-statuses', { status: 'remand', fromOn: '2026-02-30', source: 'Kept word', authority: 'a' }, 'no such day'],
  ['legal-statuses', { status: 'remand', fromOn: '2026-11-01', untilOn: '2026-10-01', source: 'Kept word', authority: 'a' }, 'before the day'],
  ['release', { releaseOn: 'soon', reason: 'Kept word', authority: 'a' }, 'no such day'],
  ['particulars', { name: 'N'.repeat(10_000), address: 'Kept word' }, 'too long'],
  ['particulars', { name: 'x', bornOn: '2031-01-01', address: 'Kept word' }, 'has not come yet'],
])('it keeps what was typed into %s and says what would mend it', async (part, fields, sentence) => {
  const page = await lena!.send(at(part), fields)
  expect([page.status, page.text.includes('Kept word'), page.text.includes(sentence)]).toEqual([422, true, true])
})

test('it takes a name in any script, and gives it back as text', async () => {
  const one = await aParticipant({})
  await lena!.send(`/people/${one.publicId}/particulars`, { name: '🌿 نور <b>', number: '' })
  expect((await lena!.get(`/people/${one.publicId}`)).text).toContain('🌿 نور &lt;b&gt;')
})

test('it goes from one question to the next that nobody has asked, taking part before all', async () => {
  const one = await aParticipant({ team: ['Kai'] })
  const page = `/people/${one.publicId}/consents`
  const open = async (at: string) => /name="purpose" value="([^"]*)"/.exec((await kai!.get(at)).text)?.[1]
  expect(await open(page)).toBe('programme')
  for (const [purpose, next] of [['programme', 'data'], ['data', 'family'], ['family', 'research'], ['research', 'programme']] as const) {
    const sent = await kai!.send(page, { purpose, answer: 'yes', way: 'spoken', language: 'en', answeredOn: '2026-11-23' })
    expect(await open(sent.location!)).toBe(next)
  }
  expect(await open(page)).toBe('programme')
})

test('it writes consent and withdrawal, and shows both on the person\'s page', async () => {
  await kai!.send(at('consents'), { purpose: 'programme', answer: 'yes', way: 'spoken', language: 'da', answeredOn: '2026-11-23' })
  expect((await mia!.get(`/people/${person.publicId}`)).text).toContain('yes, 23 November 2026')
  const page = await mia!.send(at('withdrawal'), { purpose: 'programme', ownWords: 'Stop it' })
  expect(page.location).toBe(`/people/${person.publicId}`)
  expect((await mia!.get(at('consents'))).text).toContain('Stop it')
  expect((await mia!.send(at('withdrawal'), { purpose: 'programme' })).status).toBe(409)
})

test('it answers the JSON interface by the same verbs', async () => {
  expect((await mia!.api('/people')).text).toContain(person.publicId)
  expect((await petra!.api('/people')).json).toEqual({ people: [] })
  expect((await mia!.api(`/people/${person.publicId}/consents`, { purpose: 'data', answer: 'yes', way: 'spoken', language: 'en', answeredOn: '2026-11-23' })).status).toBe(404)
  expect((await kai!.api(`/people/${person.publicId}/consents`, { purpose: 'data', answer: 'perhaps', way: 'spoken', language: 'en', answeredOn: '2026-11-23' })).status).toBe(422)
  expect((await kai!.api(`/people/${person.publicId}/consents`, { purpose: 'data', answer: 'yes', way: 'spoken', language: 'en', answeredOn: '2026-11-23' })).status).toBe(201)
  expect((await mia!.api(`/people/${person.publicId}/withdrawals`, { purpose: 'data' })).status).toBe(201)
  expect((await petra!.api(`/people/${person.publicId}/withdrawals`, { purpose: 'data' })).status).toBe(404)
})
