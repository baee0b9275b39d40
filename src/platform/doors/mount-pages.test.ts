import { expect, test } from 'vitest'
import { aParticipant, aVisitor, connectedAs, instant, testHouse, visit } from '../../../database/testing/index.ts'
import { asSuperuser } from '../../../database/testing/superuser.ts'
import { readBody } from './read-body.ts'

test('it keeps what somebody was writing when their sign-in ran out, and gives it back to nobody else', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const mia = await visit('Mia')
  const page = (await mia.get(form)).text
  const hidden = Object.fromEntries([...page.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const { clock } = await testHouse()
  const before = clock.now
  clock.now = instant('2026-11-23T09:45:00Z')
  const sent = await mia.post(form, { ...hidden, done: 'Forty minutes of writing' })
  expect(sent.status).toBe(303)
  expect(sent.location).toContain('/sign-in')
  expect(sent.location).toContain('kept=yes')
  const again = await visit('Mia')
  expect((await again.get(form)).text).toContain('Forty minutes of writing')
  expect((await (await visit('Kai')).get(form)).text).not.toContain('Forty minutes of writing')
  clock.now = before
})

test('it gives back what somebody wrote whose work with the person ended meanwhile, and tells whoever tries an address no more', async () => {
  const person = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${person.publicId}/sessions/new`
  const mia = await visit('Mia')
  const hidden = Object.fromEntries([...(await mia.get(form)).text.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  const { clock } = await testHouse()
  const before = clock.now
  await (await asSuperuser()).query('update assignments set until_at = $1 where participant_id = $2 and colleague_id = (select id from colleagues where name = $3)', [instant('2026-11-23T09:01:00Z'), person.id, 'Mia Juhl'])
  clock.now = instant('2026-11-23T09:02:00Z')
  const typed = { on: '2026-11-23', time: '08:00', minutes: '60', state: 'held', done: 'We spoke of his brother.\n<b>He</b> was calm.', ownWords: '今天很累' }
  const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0]
  const ended = await mia.post(form, { ...hidden, ...typed })
  expect(ended.status).toBe(404)
  expect(main(ended.text)).toMatch(/Nothing of this was saved\.[\s\S]*Copy what you still need[\s\S]*We spoke of his brother\.\n&lt;b&gt;He&lt;\/b&gt; was calm\.[\s\S]*今天很累/)
  expect(main(ended.text)).not.toMatch(/held|08:00/)
  const withoutTime = await mia.post(form, { ...hidden, ...typed, time: '' })
  expect([withoutTime.status, main(withoutTime.text)]).toEqual([404, main(ended.text)])
  for (const tried of [form, form.replace(person.publicId, 'nobodyatallhere0')]) expect(main((await (await visit('Hedda')).send(tried, typed, '/')).text)).toBe(main(ended.text))
  clock.now = before
})

test('it tells a script of ours that the sign-in has ended, and whether what it sent is kept', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const { clock } = await testHouse()
  const [mia, before] = [await visit('Mia'), clock.now]
  const token = /name="_token" value="([^"]*)"/.exec((await mia.get(form)).text)?.[1] ?? ''
  clock.now = instant('2026-11-23T09:45:00Z')
  const late = await mia.post(form, { _token: token, done: 'Written in the cellar', _draft: 'true' }, { 'waymark-island': 'drafts' })
  expect([late.status, late.headers.get('waymark-kept'), late.headers.get('waymark-go')]).toEqual([401, 'yes', `/sign-in?next=${encodeURIComponent(form)}&kept=yes`])
  expect((await (await visit('Mia')).get(form)).text).toContain('Written in the cellar')
  clock.now = before
  const other = await visit('Mia')
  other.cookies.delete('__Host-sign-in')
  const nobodys = await other.post(form, { _token: token, done: 'Nobody knows whose' }, { 'waymark-island': 'keep' })
  expect([nobodys.status, nobodys.headers.get('waymark-kept')]).toEqual([401, null])
})

test('it says when a draft was saved, and shows none that has expired, cleared away or not', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const { clock } = await testHouse()
  const before = clock.now
  await (await visit('Mia')).send(form, { done: 'Half a sentence', _draft: 'true' })
  expect((await (await visit('Mia')).get(form)).text).toMatch(/data-saved-at="2026-11-23T[^"]*"[^>]*>Draft saved 23 November 2026 at \d\d:\d\d/)
  clock.now = instant('2026-12-23T08:00:00Z')
  expect((await (await visit('Mia')).get(form)).text).toContain('Half a sentence')
  clock.now = instant('2026-12-24T08:00:00Z')
  expect((await (await visit('Mia')).get(form)).text).not.toContain('Half a sentence')
  clock.now = before
})

test('it refuses a body of more than a megabyte before reading it, and keeps the draft', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const mia = await visit('Mia')
  await mia.send(form, { done: 'The draft', _draft: 'true' })
  const huge = await mia.send(form, { done: 'x'.repeat(50_000_000) })
  expect(huge.status).toBe(413)
  expect(huge.text).toContain('larger than 1 MB')
  expect((await mia.get(form)).text).toContain('The draft')
})

test('it refuses a body that does not say how long it is, as soon as it is too long', async () => {
  const pieces = (function* () { for (let n = 0; n < 100; n += 1) yield Buffer.alloc(64_000, 'x') })()
  let asked = 0
  const endless = new ReadableStream<Uint8Array>({ pull(onward) { asked += 1; const { value, done } = pieces.next(); if (done) onward.close(); else onward.enqueue(value) } })
  const c = { req: { header: (name: string) => name === 'content-type' ? 'multipart/form-data; boundary=a' : undefined, raw: new Request('http://localhost/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit) } }
  await expect(readBody(c as never, 1_000_000)).rejects.toMatchObject({ code: 'too-big' })
  expect(asked).toBeLessThan(40)
})

test('it refuses a form without its token, with another\'s token, and from another site', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const form = `/people/${jonas.publicId}/sessions/new`
  const [mia, kai] = [await visit('Mia'), await visit('Kai')]
  const token = (text: string) => /name="_token" value="([^"]*)"/.exec(text)?.[1] ?? ''
  const kais = token((await kai.get('/')).text)
  expect((await mia.post(form, { done: 'x' })).status).toBe(403)
  expect((await mia.post(form, { done: 'x', _token: kais })).status).toBe(403)
  expect((await mia.send(form, { done: 'x' }, form).then(() => mia.post(form, { done: 'x' }, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403)
})

test('it says nothing to a forged cookie, and nothing personal may be kept by a browser', async () => {
  const stranger = await aVisitor()
  stranger.cookies.set('__Host-sign-in', 'a'.repeat(43))
  expect((await stranger.get('/')).status).toBe(303)
  const page = await (await visit('Mia')).get('/')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect(page.headers.get('referrer-policy')).toBe('same-origin')
})

test('it writes a line for a form that was shown again, and none for the work that was refused', async () => {
  const jonas = await aParticipant({ team: ['Kai', 'Mia'] })
  const mia = await visit('Mia')
  const refused = await mia.send(`/people/${jonas.publicId}/sessions/new`, { done: 'x' })
  expect(refused.status).toBe(422)
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query('select operation, door from access_log where participant_ids @> $1 and actor_name = $2 order by id', [[jonas.id], 'Mia Juhl'])
  await superuser.end()
  expect(rows.map((row: { operation: string }) => row.operation)).toEqual(['consult', 'consult'])
})
