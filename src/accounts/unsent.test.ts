import { expect, test } from 'vitest'
import { aParticipant, aVisitor, connectedAs, signInAs, testHouse, visit, visitAsParticipant, type Visitor } from '../../database/testing/index.ts'
import { deviceKeyAddress } from '../platform/page/index.ts'

const byScript = { 'waymark-island': 'key' }

function tokenOn(html: string): string {
  return /name="_token" value="([^"]+)"/.exec(html)![1]!
}

async function keyOf(visitor: Visitor): Promise<{ key?: string, signIn?: string, seconds?: number }> {
  const page = await visitor.post(deviceKeyAddress, { _token: tokenOn((await visitor.get('/account/unsent')).text) }, byScript)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  return JSON.parse(page.text) as { key?: string }
}

test('it gives a sign-in its own key, always the same, and another to another sign-in of the same person', async () => {
  const [mia, again, kai] = [await visit('Mia'), await visit('Mia'), await visit('Kai')]
  const given = await keyOf(mia)
  expect(Buffer.from(given.key!, 'base64')).toHaveLength(32)
  expect(given.seconds).toBe(36_000)
  expect(await keyOf(mia)).toEqual(given)
  const others = [await keyOf(again), await keyOf(kai)]
  expect(new Set([given, ...others].map(({ key }) => key)).size).toBe(3)
  expect(new Set([given, ...others].map(({ signIn }) => signIn)).size).toBe(3)
})

test('it gives none after signing out, nor to a page of another sign-in, nor to nobody', async () => {
  const mia = await visit('Mia')
  const token = tokenOn((await mia.get('/account/unsent')).text)
  const kai = await visit('Kai')
  expect((await kai.post(deviceKeyAddress, { _token: token }, byScript)).status).toBe(401)
  expect([(await kai.post(deviceKeyAddress, {}, byScript)).status, (await kai.post(deviceKeyAddress, {})).status]).toEqual([401, 403])
  await mia.send('/sign-out', {}, '/account/unsent')
  const after = await mia.post(deviceKeyAddress, { _token: token }, byScript)
  expect([after.status, after.text]).toEqual([401, ''])
  expect((await (await aVisitor()).post(deviceKeyAddress, { _token: token }, byScript)).status).toBe(401)
})

test('it gives none after half an hour without a request', async () => {
  const { clock } = await testHouse()
  const [mia, before] = [await visit('Mia'), clock.now]
  const token = tokenOn((await mia.get('/account/unsent')).text)
  clock.now = '2026-11-23T09:45:00.000Z' as typeof before
  expect((await mia.post(deviceKeyAddress, { _token: token }, byScript)).status).toBe(401)
  clock.now = before
})

test('it gives none to a participant nor at a device that participants share, and their pages do not ask', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const own = await visitAsParticipant(jonas)
  const form = (await own.get('/own/erasure')).text
  expect(form).toContain('drafts.js')
  for (const said of ['data-key', 'device-offer', 'device-note']) expect(form).not.toContain(said)
  expect((await own.post(deviceKeyAddress, { _token: tokenOn(form) }, byScript)).status).toBe(404)
  await own.send('/sign-out', {}, '/own')
  await signInAs(own, 'mia', 'mia-in-norland')
  const session = (await own.get(`/people/${jonas.publicId}/sessions/new`)).text
  expect(session).toContain('drafts.js')
  expect(session).not.toContain('data-key')
  expect(await keyOf(own)).toEqual({})
  expect((await (await visit('Mia')).get(`/people/${jonas.publicId}/sessions/new`)).text).toContain(`data-key="${deviceKeyAddress}"`)
})

test('it writes down that a key was asked, by whom, and never the key', async () => {
  const mia = await visit('Mia')
  const { key, signIn } = await keyOf(mia)
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<{ line: string, actor_name: string, operation: string }>(`select to_jsonb(l)::text as line, actor_name, operation from access_log l where door = $1 order by id desc limit 1`, [`POST ${deviceKeyAddress}`])
  const everything = await superuser.query<{ all: string }>(`select (select string_agg(to_jsonb(d)::text, '') from drafts d) || (select string_agg(to_jsonb(k)::text, '') from idempotency_keys k) || (select string_agg(to_jsonb(s)::text, '') from sign_ins s) as all`)
  await superuser.end()
  expect(rows.map(({ actor_name: who, operation }) => [who, operation])).toEqual([['Mia Juhl', 'consult']])
  for (const secret of [key!, signIn!]) expect(`${rows[0]!.line}${everything.rows[0]!.all}`).not.toContain(secret)
})

test('it asks before signing out while something unsent is here, everywhere and at another hat too, and wipes it', async () => {
  const leaving = [['/sign-out', {}], ['/account/endings', { here: 'true' }], ['/hats', { shape: 'casework' }]] as const
  for (const [door, fields] of leaving) {
    const mia = await visit('Mia')
    mia.cookies.set('__Host-unsent', 'yes')
    const asked = await mia.post(door, { _token: tokenOn((await mia.get('/account')).text), ...fields })
    expect([door, asked.location]).toEqual([door, expect.stringMatching(/^\/account\/unsent/)])
    const page = await mia.get(asked.location!)
    expect(page.text).toMatch(/<h1[^>]*>Unsent text is on this device/)
    for (const way of ['Go back and send', 'and wipe']) expect(page.text).toContain(way)
    const action = door === '/hats' ? '/sign-out' : door
    expect(page.text).toContain('<input type="hidden" name="wipe" value="true"/>')
    const left = await mia.send(action, { wipe: 'true' }, asked.location!)
    expect([left.status, left.location, left.headers.get('clear-site-data')]).toEqual([303, '/sign-in', '"cache", "storage"'])
    expect(mia.cookies.has('__Host-unsent')).toBe(false)
    expect((await mia.get('/account/unsent')).location).toContain('/sign-in')
  }
})

test('it signs out at once where nothing is unsent, and where a page is hidden', async () => {
  const mia = await visit('Mia')
  expect((await mia.send('/sign-out', {}, '/account/unsent')).location).toBe('/sign-in')
  const hiding = await visit('Mia')
  hiding.cookies.set('__Host-unsent', 'yes')
  const hidden = await hiding.get('/hidden')
  expect([hidden.location, hidden.headers.get('clear-site-data')]).toEqual(['/information', '"cache", "storage"'])
  expect(hiding.cookies.has('__Host-unsent')).toBe(false)
})

test('it wipes what an ended sign-in left on a device, at the first request after it', async () => {
  const mia = await visit('Mia')
  mia.cookies.delete('__Host-sign-in')
  expect((await mia.get('/')).headers.get('clear-site-data')).toBeNull()
  mia.cookies.set('__Host-unsent', 'yes')
  const first = await mia.get('/')
  expect([first.status, first.headers.get('clear-site-data')]).toEqual([303, '"storage"'])
  expect(mia.cookies.has('__Host-unsent')).toBe(false)
})
