import { beforeAll, expect, test } from 'vitest'
import { aParticipant, aVisitor, become, colleagueId, unitId, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { aColleague, openBy } from '../../database/testing/scopes.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { Work } from '../platform/work.ts'

const theName = (work: Work) => work.db.selectFrom('identity_names').select('participant_id').execute()

let jonas: { id: number, publicId: string }
let other: { id: number, publicId: string }

beforeAll(async () => {
  jonas = await aParticipant({ name: 'Jonas Lind', team: ['Kai', 'Mia'] })
  other = await aParticipant({ name: 'Anders Krog', team: ['Kai', 'Amira'] })
  await become('Mia', theName, { about: jonas.publicId, shows: 'identity_name', purpose: 'casework' })
  await become('Amira', theName, { about: other.publicId, shows: 'identity_name', purpose: 'casework' })
})

test('it shows Dana who did what, in which role, and tells no name of a person', async () => {
  const dana = await visit('Dana')
  const page = await dana.get('/log')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Mia Juhl')
  expect(page.text).toContain('mentor')
  expect(page.text).toContain(jonas.publicId)
  expect(page.text).not.toContain('Jonas Lind')
})

test('it shows Dana the lines about one person, by their public id alone', async () => {
  const dana = await visit('Dana')
  const page = await dana.get(`/log/people/${jonas.publicId}`)
  expect(page.text).toContain('Mia Juhl')
  expect(page.text).not.toContain('Amira Haddad, ')
  expect(page.text).not.toContain(other.publicId)
})

test('it finds by colleague, day, operation and door together', async () => {
  const dana = await visit('Dana')
  const { rows } = await (await asSuperuser()).query<{ public_id: string }>(`select public_id from colleagues where name = 'Amira Haddad'`)
  const found = await dana.get(`/log?colleague=${rows[0]!.public_id}&from=2026-11-23&until=2026-11-23&operation=consult&door=test`)
  expect(found.text).toContain(other.publicId)
  expect(found.text).not.toContain(jonas.publicId)
  expect((await dana.get('/log?from=2026-11-24')).text).toContain('No line fits')
  expect((await dana.get('/log?from=yesterday')).status).toBe(422)
})

test('it writes down that it was read, and about whom', async () => {
  const dana = await visit('Dana')
  await dana.get(`/log/people/${jonas.publicId}`)
  const { rows } = await (await asSuperuser()).query(`select actor_roles, operation, record, door from access_log where actor_name = 'Dana Fischer' and participant_ids @> array[$1::int] order by id desc limit 1`, [jonas.id])
  expect(rows).toEqual([{ actor_roles: ['data_protection_officer'], operation: 'consult', record: 'access_log', door: 'GET /log/people/{participantId}' }])
})

test('it goes on by cursor, without a line twice or a line lost', async () => {
  const client = await asSuperuser()
  await client.query(`insert into access_log (id, at, actor_kind, actor_id, actor_name, actor_roles, shape, operation, record, participant_ids, purpose, door, request_id)
    select 900000000 + i, '2026-11-01T10:00:00Z', 'machine', 0, 'caretaker', '{machine}', 'machine', 'erase', 'nothing', '{}', 'machine', 'line ' || i || '.', 'x' from generate_series(1, 120) i`)
  const dana = await visit('Dana')
  let address: string | undefined = '/log?operation=erase'
  const lines: string[] = []
  while (address !== undefined) {
    const { text } = await dana.get(address)
    lines.push(...[...text.matchAll(/line (\d+)\./g)].map((found) => found[1]!))
    address = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(lines).toEqual(Array.from({ length: 120 }, (_, place) => String(120 - place)))
})

test('it shows Ines only those for whom an inspection is open, and Mia, Olga, Ravi and Rune no log at all', async () => {
  const ines = await visit('Ines')
  expect((await ines.get('/log')).text).not.toContain(jonas.publicId)
  const unit = await unitId('Fjordvik prison')
  await openBy('request', { colleagueId: await colleagueId('Ines'), role: 'inspector', record: '', person: { ...jonas, unitId: unit }, workerId: await aColleague() })
  const opened = (await ines.get('/log')).text
  expect(opened).toContain(jonas.publicId)
  expect(opened).not.toContain(other.publicId)
  for (const first of ['Mia', 'Olga', 'Ravi'] as const) expect((await (await visit(first)).get('/log')).status).toBe(404)
  expect((await (await visit('Rune')).get('/log')).text).toContain('No line fits')
})

test('it writes down who asked for what is not theirs, the same whether it exists or not, and tells Dana no more than that it was asked for', async () => {
  const [amira, dana, nowhere] = [await visit('Amira'), await visit('Dana'), 'nobodyofthisname1']
  const asked = async (address: string) => [(await amira.get(address)).status, (await amira.api(address)).status]
  expect([await asked(`/people/${jonas.publicId}/exercises`), await asked(`/people/${nowhere}/exercises`), await asked('/people/a sentence, typed/exercises')]).toEqual([[404, 404], [404, 404], [404, 404]])
  const { rows } = await (await asSuperuser()).query<{ line: string }>(`select concat_ws(' ', operation, record, purpose, door, object_ids, participant_ids) as line from access_log where actor_name = 'Amira Haddad' and purpose = 'refused' order by id`)
  const lines = (publicId: string) => ['', '/api'].map((api) => `consult session_content refused GET ${api}/people/{participantId}/exercises {${publicId}} {}`)
  expect(rows.map(({ line }) => line)).toEqual([...lines(jonas.publicId), ...lines(nowhere)])
  const shown = (await dana.get('/log?about=refused')).text
  expect(shown).toContain(`Not told whose, nor whether it exists. Asked for: ${jonas.publicId}`)
  expect(shown).not.toContain(`/log/people/${jonas.publicId}`)
  expect((await dana.get(`/log/people/${jonas.publicId}`)).text).not.toContain('was not shown')
})

test('it says of a line about nobody what it is, and shows those about people alone where it is asked to', async () => {
  const dana = await visit('Dana')
  const all = (await dana.get('/log')).text
  for (const words of ['About no person: the service itself', 'Only lines about people']) expect(all, words).toContain(words)
  const people = (await dana.get('/log?about=people')).text
  expect([people.includes('About no person'), people.includes(jonas.publicId)]).toEqual([false, true])
  expect((await dana.get('/log?about=nobody')).text).not.toContain(jonas.publicId)
})

test('it answers a program as it answers a page', async () => {
  const dana = await visit('Dana')
  const { json, status } = await dana.api(`/log/people/${jonas.publicId}?operation=consult`)
  expect(status).toBe(200)
  const { lines } = json as { lines: { actor: { name: string }, people: string[], record: string }[] }
  expect(lines.some(({ actor, record }) => actor.name === 'Mia Juhl' && record === 'identity_name')).toBe(true)
  expect((await (await visit('Mia')).api('/log')).status).toBe(404)
})

test('it tells Jonas who of his team looked, when and why, and of others the role alone', async () => {
  const unit = await unitId('Fjordvik prison')
  await openBy('request', { colleagueId: await colleagueId('Rune'), role: 'rights_officer', record: '', person: { ...jonas, unitId: unit }, workerId: await aColleague() })
  await become('Rune', theName, { about: jonas.publicId, shows: 'identity_name', purpose: 'a request of his' })
  const { status, text } = await (await visitAsParticipant(jonas)).get('/own/log')
  expect(status).toBe(200)
  expect(text).toContain('Mia Juhl, mentor')
  expect(text).toContain('working with you')
  expect(text).toContain('Somebody of the service: rights officer')
  expect(text).toContain('a request of his')
  expect(text).not.toContain('Rune Vik')
  expect(text).not.toContain('The house itself')
  expect(text).not.toContain('Amira')
  expect(text).not.toContain(other.publicId)
})

test('it is no page for staff', async () => {
  expect((await (await visit('Mia')).get('/own/log')).status).toBe(404)
})

test('it says whose a token was, whatever name its maker gave it', async () => {
  const mia = await visit('Mia')
  const made = await mia.send('/account/tokens/new', { name: 'Kai Nyberg', until: '2027-01-01', allows: ['agreement:read', 'identity_name:read'] })
  const token = /class="key long">([\w-]+)</.exec(made.text)![1]!
  expect((await (await aVisitor()).api(`/people/${jonas.publicId}/agreements`, undefined, { authorization: `Bearer ${token}` })).status).toBe(200)
  const dana = await visit('Dana')
  expect((await dana.get(`/log/people/${jonas.publicId}`)).text).toContain('through a token of Mia Juhl')
  expect((await dana.api(`/log/people/${jonas.publicId}`)).json).toMatchObject({ lines: expect.arrayContaining([expect.objectContaining({ actor: { kind: 'colleague', name: 'Kai Nyberg', roles: ['mentor'], byToken: true, colleague: 'Mia Juhl' } })]) })
})

test('it begins anew where a place in the log names no moment', async () => {
  const dana = await visit('Dana')
  for (const before of ['2026-99-99T99:99:99.999Z~1', '0000-01-01T00:00:00.000Z~1']) expect([before, (await dana.get(`/log?before=${encodeURIComponent(before)}`)).status]).toEqual([before, 200])
  const own = await visitAsParticipant(await aParticipant())
  expect((await own.get(`/own/log?before=${encodeURIComponent('2026-13-01T00:00:00.000Z~1')}`)).status).toBe(200)
})
