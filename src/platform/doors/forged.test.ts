import { expect, test } from 'vitest'
import { aParticipant, aVisitor, connectedAs, instant, signInAs, testHouse, visit, type Visitor } from '../../../database/testing/index.ts'

const notNames = ['%00', 'x%00y', '%0d%0aSet-Cookie:%20x=1', '%09', 'x'.repeat(10_000)]

test.each(notNames)('it answers an address that holds %s as it answers for nobody', async (name) => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const mia = await visit('Mia')
  for (const path of [`/people/${name}`, `/people/${name}/agreements/new`, `/people/${jonas.publicId}/agreements/${name}`]) expect((await mia.get(path)).status).toBe(404)
  expect((await mia.api(`/people/${name}/agreements`)).status).toBe(404)
  expect((await mia.post(`/people/${name}/sessions/new`, { ...await tokenOf(mia), done: 'x', _draft: 'true' })).status).toBe(404)
  expect((await (await aVisitor()).get(`/people/${name}`)).status).toBe(404)
})

test('it reads a text with a NUL or half a letter in it as if these were not there, drafts, keys and questions too', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const mia = await visit('Mia')
  expect((await mia.send(form, { 'done': 'Writ\0ing', 'a\0b': 'x', '_draft': 'true' })).status).toBe(303)
  expect((await mia.get(form)).text).toContain('Writing')
  expect((await mia.send(form, { done: 'x', _once: 'a\0b' })).status).toBe(422)
  expect((await mia.send(form, { done: 'y', _once: 'a'.repeat(900_000) })).status).toBe(422)
  const kai = await visit('Kai')
  expect((await kai.api('/referrals?after=%00')).status).toBe(200)
  expect((await kai.api('/referrals', { name: 'A\0 \ud800', unit: '\0', why: '\ud800', answer: 'yes' })).status).toBe(422)
  expect((await (await aVisitor()).send('/sign-in', { username: 'ka\0', password: '\0' })).status).toBe(422)
})

test('it takes a file whatever it is called', async () => {
  const kai = await visit('Kai')
  const sent = await kai.send('/referrals/import', { file: new File(['name,why\nJonas Lind,asked\n'], 'a\0b.csv') })
  expect(sent.location).toMatch(/^\/referrals\/import\/[0-9a-z]{16}$/)
})

test('it reads no file of somebody who is not shown the form for it', async () => {
  const file = { file: new File(['name,why\nJonas Lind,asked\n'], 'a.csv') }
  const statuses = []
  for (const first of ['Kai', 'Mia', 'Amira', 'Lena'] as const) statuses.push((await (await visit(first)).post('/referrals/import', file)).status)
  // Kai's is read, and found to come without its token.
  expect(statuses).toEqual([403, 404, 404, 404])
})

test('it reads a hundred thousand invented fields without looking any up again', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const mia = await visit('Mia')
  const invented = Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`f${place}`, '']))
  expect((await (await aVisitor()).post('/sign-in', invented)).status).toBe(403)
  const clauses = Object.fromEntries(Array.from({ length: 40_000 }, (_, place) => [`clauses.${place % 1000}.${place}`, 'x']))
  expect((await mia.send(`/people/${jonas.publicId}/agreements/new`, clauses)).status).toBe(422)
})

test.each(['//elsewhere.example', '/\\elsewhere.example', '/\t/elsewhere.example', '/\n/elsewhere.example', '/.//elsewhere.example', 'https://elsewhere.example', '/\t\\elsewhere.example'])('it leads nobody elsewhere: %j', async (next) => {
  const visitor = await aVisitor()
  const page = await visitor.send('/sign-in', { username: 'mia', password: 'mia-in-norland', next })
  expect([page.status, page.location]).toEqual([303, '/'])
  expect((await visitor.send('/language', { language: 'en', back: next }, '/')).location).toBe('/')
})

test('it leads to where somebody was going, whatever stands in the address', async () => {
  const visitor = await aVisitor()
  expect((await visitor.send('/sign-in', { username: 'mia', password: 'mia-in-norland', next: '/people?name=\u00c5sa\r\nX: y#here' })).location).toBe('/people?name=%C3%85saX:%20y#here')
})

test('it keeps a draft only where its own form would be shown, and writes no line about somebody whom one cannot see', async () => {
  const [jonas, stranger] = [await aParticipant({ team: ['Kai', 'Mia'] }), await aParticipant({ team: ['Kai', 'Amira'] })]
  const mia = await visit('Mia')
  const draft = { ...await tokenOf(mia), done: 'x', _draft: 'true' }
  expect((await mia.post(`/people/${jonas.publicId}/sessions/new`, draft)).status).toBe(303)
  expect((await mia.post(`/people/${stranger.publicId}/sessions/new`, draft)).status).toBe(404)
  expect((await mia.post('/people/nobody0000000000/sessions/new', draft)).status).toBe(404)
  const superuser = await connectedAs('superuser')
  const { rows: lines } = await superuser.query('select from access_log where participant_ids @> $1 and actor_name = $2', [[stranger.id], 'Mia Juhl'])
  const { rows: drafts } = await superuser.query<{ form: string }>('select form from drafts')
  await superuser.end()
  expect(lines).toHaveLength(0)
  expect(drafts.map(({ form }) => form).filter((form) => form.includes(stranger.publicId) || form.includes('nobody'))).toEqual([])
})

test('it keeps no draft where no form asks for it: a password is never one', async () => {
  const visitor = await aVisitor()
  expect((await visitor.send('/sign-in', { username: 'mia', password: 'wrong-wrong-wrong', _draft: 'true' })).status).toBe(422)
})

test('it takes no form of one\'s own account with the token of somebody who is not signed in', async () => {
  const strangers = await tokenOf(await aVisitor(), '/sign-in')
  const mia = await visit('Mia')
  for (const path of ['/sign-out', '/account/endings', '/language', '/hats']) expect((await mia.post(path, { ...strangers, language: 'en', shape: 'casework' })).status).toBe(403)
  expect((await mia.get('/people')).status).toBe(200)
  expect((await mia.send('/sign-out', {}, '/people')).status).toBe(303)
  expect((await mia.get('/people')).status).toBe(303)
})

test('it takes a double click on signing in and out as one', async () => {
  const mia = await aVisitor()
  const fields = { ...await tokenOf(mia, '/sign-in'), username: 'mia', password: 'mia-in-norland' }
  expect([(await mia.post('/sign-in', fields)).location, (await mia.post('/sign-in', fields)).location]).toEqual(['/', '/'])
  const [token, cookies] = [await tokenOf(mia), [...mia.cookies]]
  const first = await mia.post('/sign-out', token)
  for (const [name, value] of cookies) mia.cookies.set(name, value)
  expect([first.location, (await mia.post('/sign-out', token)).location]).toEqual(['/sign-in', '/sign-in'])
})

test('it signs somebody out also from a page that stood open until time had ended the sign-in', async () => {
  const { clock } = await testHouse()
  const before = clock.now
  const mia = await visit('Mia')
  const token = await tokenOf(mia)
  clock.now = instant('2026-11-23T10:45:00Z')
  expect((await mia.post('/sign-out', token)).location).toBe('/sign-in')
  clock.now = before
  await signInAs(mia, 'mia', 'mia-in-norland')
})

async function tokenOf(visitor: Visitor, page = '/'): Promise<{ _token: string }> {
  return { _token: /name="_token" value="([^"]*)"/.exec((await visitor.get(page)).text)?.[1] ?? '' }
}
