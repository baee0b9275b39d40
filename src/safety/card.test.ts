import { join } from 'node:path'
import { expect, test } from 'vitest'
import { founder } from '../../database/seeds/cast.ts'
import { act, aParticipant, aVisitor, become, colleagueId, testHouse, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { readAccessFile, rightsIn } from '../access/index.ts'
import { addToDuty, foundCard, writersOfCrises } from './index.ts'
import { renewStanding, standingChanged, standingOf } from './standing.ts'

const numbers = [
  { label: 'Duty nurse', number: '+47 555 01 11', note: 'day and night', forEverybody: true },
  { label: 'Programme duty line', number: '555 0199', forEverybody: false },
]

/** The card of a page: what opens with one tap. */
function cardIn(html: string): string {
  return /<details class="crisis"[\s\S]*?<\/details>/.exec(html)?.[0] ?? ''
}

async function withNumbers() {
  await (await asSuperuser()).query('delete from crisis_numbers')
  await act(founder(), (work) => foundCard(work, { numbers, onDutyHere: 'The duty officer sits by the gate.' }), { does: 'alter' })
}

test('it stands in every page: before the sign-in, where nothing is, at a refusal, in the person\'s own space, on the page that hides', async () => {
  await withNumbers()
  const jonas = await aParticipant()
  const [stranger, mia, person, viktor, ravi] = [await aVisitor(), await visit('Mia'), await visitAsParticipant(jonas), await visit('Viktor'), await visit('Ravi')]
  const pages = [await stranger.get('/sign-in'), await stranger.get('/nowhere'), await stranger.get('/information'), await mia.get('/'), await mia.get('/people/0000000000000000'), await mia.get(`/people/${jonas.publicId}`),
    await person.get('/own'), await person.get('/nowhere'), await viktor.get('/'), await ravi.get('/service')]
  expect(pages.map(({ status }) => status)).toEqual([200, 404, 200, 200, 404, 200, 200, 404, 200, 200])
  for (const { text } of pages) expect(cardIn(text)).toContain('555 01 11')
})

test('it opens without script and without asking for anything: no address but telephones and two pages of our own', async () => {
  await withNumbers()
  const card = cardIn((await (await visit('Mia')).get('/')).text)
  expect(card).not.toMatch(/<(script|img|link|iframe|form)\b|src=|style=|\son\w+=/)
  expect([...card.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['tel:+475550111', 'tel:5550199', '/safety/new', '/safety/card'])
  expect(Buffer.byteLength(card)).toBeLessThan(3_500)
})

test('it says to the person and to strangers what everybody may see, and nothing that outs', async () => {
  await withNumbers()
  await become('Kai', async (work) => addToDuty(work, { colleagueId: await colleagueId('Hedda'), minutes: 5, shown: true }))
  await become('Kai', async (work) => addToDuty(work, { colleagueId: await colleagueId('Noor'), minutes: 5, shown: false }))
  const jonas = await aParticipant()
  for (const visitor of [await aVisitor(), await visitAsParticipant(jonas)]) {
    const card = cardIn((await visitor.get('/nowhere')).text)
    expect(card).toContain('The duty officer sits by the gate.')
    expect(card).toContain('On duty: Hedda Moe.')
    expect(card).not.toMatch(/Noor|rogramme|Waymark|0199|\/safety\//)
  }
  expect(cardIn((await (await visit('Mia')).get('/')).text)).toContain('On duty, in this order: Hedda Moe and Noor Aziz.')
})

test('it asks the database once for the pages of some seconds, keeps the last card while the database is away, and shows a change at the next page', async () => {
  await withNumbers()
  const { house } = await testHouse()
  const faults: unknown[] = []
  let asked = 0
  const query = async (text: string, values?: unknown[]) => { asked += 1; return house.pool.query(text, values) }
  const counted = { ...house, pool: Object.assign(Object.create(house.pool) as typeof house.pool, { query }) }
  const renew = (seconds: number) => renewStanding(counted, { elapsed: seconds * 1000, logFault: (fault) => faults.push(fault) })
  for (const seconds of [1, 2, 9, 10]) await renew(seconds)
  expect(asked).toBe(1)
  await renew(12)
  expect(asked).toBe(2)
  standingChanged()
  await renew(13)
  expect(asked).toBe(3)
  Object.assign(counted.pool, { query: () => Promise.reject(new Error('away')) })
  await renew(60)
  expect(faults).toHaveLength(1)
  expect(standingOf(counted).numbers).toHaveLength(2)
})

test('it is changed by the administrator, whole or not at all, and the next page carries it', async () => {
  await withNumbers()
  const ravi = await visit('Ravi')
  const sent = await ravi.send('/service/crisis-card', { 'numbers.0.label': 'Crisis line', 'numbers.0.number': '116 123', 'numbers.0.forEverybody': 'true', onThreat: 'Walk away. Call.' })
  expect(sent.status).toBe(303)
  const card = cardIn((await (await visit('Mia')).get('/')).text)
  expect(card).toContain('116 123')
  expect(card).toContain('Walk away. Call.')
  expect(card).not.toContain('555 01 11')
  const half = await ravi.send('/service/crisis-card', { 'numbers.0.label': 'Nobody', onThreat: 'Other words' })
  expect(half.status).toBe(422)
  expect(half.text).toContain('A number needs both: who answers, and the telephone number.')
  expect(half.text).toContain('Other words')
  expect(cardIn((await ravi.get('/')).text)).toContain('116 123')
})

test('it tells the second of two administrators that somebody saved meanwhile, and keeps what they typed', async () => {
  const ravi = await visit('Ravi')
  const hidden = (html: string, name: string) => new RegExp(`action="/service/crisis-card"[\\s\\S]*?name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
  const page = (await ravi.get('/service/crisis-card')).text
  const keys = { _token: hidden(page, '_token'), _revision: hidden(page, '_revision') }
  expect((await ravi.post('/service/crisis-card', { ...keys, _once: 'one', onChild: 'First' })).status).toBe(303)
  const second = await ravi.post('/service/crisis-card', { ...keys, _once: 'two', onChild: 'Second' })
  expect(second.status).toBe(409)
  expect(second.text).toContain('Second')
})

test('it says clearly that there is no number, and to the administrator where to enter one', async () => {
  await (await asSuperuser()).query('delete from crisis_numbers')
  standingChanged()
  const ravi = await visit('Ravi')
  const card = cardIn((await ravi.get('/')).text)
  expect(card).toContain('No number has been entered yet.')
  expect(card).toContain('href="/service/crisis-card"')
  expect((await ravi.get('/service/crisis-card')).text).toContain('There is no number on the card yet.')
  expect(cardIn((await (await aVisitor()).get('/sign-in')).text)).toContain('Speak to the member of staff nearest to you')
})

test('it is closed to everybody but the administrator, and the duty list to everybody but coordinators', async () => {
  for (const first of ['Kai', 'Mia', 'Olga', 'Viktor', 'Dana'] as const) expect((await (await visit(first)).get('/service/crisis-card')).status, first).toBe(404)
  for (const first of ['Mia', 'Ravi', 'Olga', 'Viktor'] as const) expect((await (await visit(first)).get('/safety/duty')).status, first).toBe(404)
  await expect(become('Mia', async (work) => addToDuty(work, { colleagueId: await colleagueId('Lena'), minutes: 5, shown: false }))).rejects.toThrow('row-level security')
  const kai = await visit('Kai')
  expect((await kai.get('/safety/duty')).text).toContain('Put somebody on the list')
})

test('it puts on duty only who may read what was said: a therapist, and not security, a volunteer, an evaluator or the head', async () => {
  const page = (await (await visit('Kai')).get('/safety/duty')).text
  // Nobody has to stand with their name on the card for everybody to be asked.
  expect(page).toContain('name="shown"')
  expect(page).not.toMatch(/<input[^>]*name="shown"[^>]*required/)
  expect(page).toContain('Lena Berg, Probation officer')
  expect(page).not.toMatch(/Viktor Strand|Bea Olsson|Sam Okafor|Olga Petersen|Ravi Menon|Otto Lindgren/)
  for (const first of ['Viktor', 'Bea', 'Sam', 'Olga'] as const) {
    await expect(become('Kai', async (work) => addToDuty(work, { colleagueId: await colleagueId(first), minutes: 5, shown: false })), first).rejects.toMatchObject({ code: 'safety-cannot-be-asked' })
    await expect(become('Kai', async (work) => work.db.insertInto('duty_entries').values({
      id: await work.newId(), public_id: work.newPublicId(), colleague_id: await colleagueId(first), place: 99, minutes: 5, shown_to_everybody: false }).execute()), first).rejects.toThrow('row-level security')
  }
  await become('Kai', async (work) => addToDuty(work, { colleagueId: await colleagueId('Amira'), minutes: 5, shown: false }))
})

test.each(['Viktor', 'Sam'] as const)('it is printed by %s without anybody\'s name', async (first) => {
  await withNumbers()
  const page = (await (await visit(first)).get('/safety/card')).text
  const sheets = page.slice(page.indexOf('crisis-sheet'))
  expect(sheets).toContain('555 01 11')
  expect(sheets).not.toMatch(/Hedda|Noor/)
  expect(sheets.slice(sheets.indexOf('For the wall'))).not.toContain('0199')
})

test('it leads to the form whoever may write of a crisis, and not Otto, who may not', async () => {
  const rights = rightsIn(readAccessFile(join(import.meta.dirname, '../access/access.yaml'))).filter(({ record, verb }) => record === 'safety_incident' && verb === 'write')
  expect(new Set(writersOfCrises)).toEqual(new Set(rights.map(({ role }) => role)))
  for (const [first, status] of [['Mia', 200], ['Otto', 404]] as const) {
    const visitor = await visit(first)
    expect([first, cardIn((await visitor.get('/')).text).includes('/safety/new'), (await visitor.get('/safety/new')).status]).toEqual([first, status === 200, status])
  }
})
