import { TOTP, Secret } from 'otpauth'
import { beforeEach, expect, test } from 'vitest'
import { act, aParticipant, aVisitor, become, colleagueId, testHouse, testMoment, unitId, visit, type Page, type Visitor } from '../../database/testing/index.ts'
import { cast } from '../../database/seeds/cast.ts'
import { appoint } from '../access/index.ts'
import { addMinutes, millisecondsOf } from '../platform/day.ts'
import { doorkeeper } from '../platform/doors/index.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

/** The key as a person would type it from the page, and the code that their authenticator then shows. */
function keyOn(page: Page): string {
  return /class="key">([A-Z2-7 ]+)</.exec(page.text)![1]!.replaceAll(' ', '')
}

async function codeNow(key: string): Promise<string> {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: millisecondsOf((await testHouse()).clock.now) })
}

async function halfAMinuteLater(): Promise<void> {
  const { clock } = await testHouse()
  clock.now = addMinutes(clock.now, 1)
}

function sealedOn(page: Page): string {
  return /name="sealed" value="([^"]+)"/.exec(page.text)![1]!
}

async function withCodes(visitor: Visitor, password: string): Promise<string> {
  const page = await visitor.get('/account/codes')
  const started = await visitor.send('/account/codes', { sealed: sealedOn(page), current: password, code: await codeNow(keyOn(page)) })
  expect([started.status, started.location]).toEqual([303, '/account'])
  return keyOn(page)
}

test('it asks for a code once somebody has given their authenticator a key, and takes each code once', async () => {
  const key = await withCodes(await visit('Amira'), 'amira-in-norland')
  await halfAMinuteLater()
  const code = await codeNow(key)

  const amira = await aVisitor()
  expect((await amira.send('/sign-in', { username: 'amira', password: 'amira-in-norland' })).location).toBe('/sign-in/code')
  expect((await amira.get('/')).location).toContain('/sign-in')
  expect((await amira.send('/sign-in/code', { code: '000000' })).status).toBe(422)
  expect((await amira.send('/sign-in/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).location).toBe('/')
  expect((await amira.get('/')).status).toBe(200)

  const thief = await aVisitor()
  await thief.send('/sign-in', { username: 'amira', password: 'amira-in-norland' })
  const replayed = await thief.send('/sign-in/code', { code })
  expect([replayed.status, replayed.text.includes('used already')]).toEqual([422, true])
})

test('it takes a double click on the code as one', async () => {
  const key = await withCodes(await visit('Noor'), 'noor-in-norland')
  await halfAMinuteLater()
  const noor = await aVisitor()
  await noor.send('/sign-in', { username: 'noor', password: 'noor-in-norland' })
  const [step] = [...noor.cookies].filter(([name]) => name.endsWith('sign-in-step'))
  const fields = { code: await codeNow(key), ...tokenOn(await noor.get('/sign-in/code')) }
  const first = await noor.post('/sign-in/code', fields)
  noor.cookies.set(...step!)
  const second = await noor.post('/sign-in/code', fields)
  expect([first.location, second.location]).toEqual(['/', '/'])
  expect((await noor.get('/')).status).toBe(200)
})

test('it shuts the door after five wrong codes, for another browser too', async () => {
  const key = await withCodes(await visit('Petra'), 'petra-in-norland')
  await halfAMinuteLater()
  const petra = await aVisitor()
  await petra.send('/sign-in', { username: 'petra', password: 'petra-in-norland' })
  for (let time = 0; time < 5; time += 1) expect((await petra.send('/sign-in/code', { code: '123456' })).status).toBe(422)
  const another = await aVisitor()
  await another.send('/sign-in', { username: 'petra', password: 'petra-in-norland' })
  expect((await another.send('/sign-in/code', { code: await codeNow(key) })).status).toBe(429)
})

test('it sets up the key at sign-in where the service requires codes, and nobody gets past that', async () => {
  await become('Ravi', (work) => work.db.updateTable('services').set({ codes_required: true }).execute(), {})
  const lena = await aVisitor()
  expect((await lena.send('/sign-in', { username: 'lena', password: 'lena-in-norland' })).location).toBe('/sign-in/key')
  expect((await lena.get('/')).status).toBe(303)
  const page = await lena.get('/sign-in/key')
  expect(page.text).toContain('<svg class="square-code" role="img"')
  const wrong = await lena.send('/sign-in/key', { code: '123456', sealed: sealedOn(page) })
  expect([wrong.status, keyOn(wrong)]).toEqual([422, keyOn(page)])
  expect((await lena.send('/sign-in/key', { sealed: sealedOn(page), code: await codeNow(keyOn(page)) })).location).toBe('/')
  expect((await lena.get('/account')).text).toContain('A code of an authenticator is asked')
  expect((await lena.send('/account/codes/endings', { current: 'lena-in-norland' }, '/account/codes/endings')).status).toBe(409)
  await become('Ravi', (work) => work.db.updateTable('services').set({ codes_required: false }).execute(), {})
})

test('it takes no key that was sealed for somebody else', async () => {
  const [otto, ulla] = [await visit('Otto'), await visit('Ulla')]
  const foreign = await otto.get('/account/codes')
  const answer = await ulla.send('/account/codes', { sealed: sealedOn(foreign), current: 'ulla-in-norland', code: await codeNow(keyOn(foreign)) })
  expect(answer.status).toBe(422)
})

test('it lets whoever holds two tasks choose one, and change to the other with a new token; never both', async () => {
  const unit = await unitId('Fjordvik prison')
  const hedda = await colleagueId('Hedda')
  await become('Ravi', (work) => appoint(work, { colleagueId: hedda, role: 'head', unitId: unit }), { does: 'alter' })
  const visitor = await aVisitor()
  expect((await visitor.send('/sign-in', { username: 'hedda', password: 'hedda-in-norland' })).location).toBe('/sign-in/hat')
  expect((await visitor.get('/')).status).toBe(303)
  const page = await visitor.get('/sign-in/hat')
  expect(page.text).toContain('Work as head of programmes')
  expect((await visitor.send('/sign-in/hat', { shape: 'administrator' })).status).toBe(409)
  expect((await visitor.send('/sign-in/hat', { shape: 'casework' })).location).toBe('/')
  const before = visitor.cookies.get('__Host-sign-in')!
  expect((await visitor.get('/')).text).toContain('Working as health')

  expect((await visitor.send('/hats', { shape: 'counts' })).location).toBe('/')
  expect(visitor.cookies.get('__Host-sign-in')).not.toBe(before)
  expect((await visitor.get('/account')).text).toContain('Working as head of programmes')
  const old = await aVisitor()
  old.cookies.set('__Host-sign-in', before)
  expect((await old.get('/account')).status).toBe(303)
})

test('it lets nobody finish a sign-in that a new password has ended meanwhile, not even at once, and still takes a double click as one', async () => {
  const [thief, hedda] = [await aVisitor(), await aVisitor()]
  for (const visitor of [thief, hedda]) expect((await visitor.send('/sign-in', { username: 'hedda', password: 'hedda-in-norland' })).location).toBe('/sign-in/hat')
  const step = hedda.cookies.get('__Host-sign-in-step')!
  const form = tokenOn(await hedda.get('/sign-in/hat'))
  expect((await hedda.post('/sign-in/hat', { ...form, shape: 'casework' })).location).toBe('/')
  hedda.cookies.set('__Host-sign-in-step', step)
  expect((await hedda.post('/sign-in/hat', { ...form, shape: 'casework' })).location).toBe('/')
  await halfAMinuteLater()
  const before = await thief.get('/sign-in/hat')
  expect((await hedda.send('/account/password', { current: 'hedda-in-norland', password: 'hers and nobody else s' })).location).toBe('/account')
  await thief.post('/sign-in/hat', { ...tokenOn(before), shape: 'casework' })
  expect([(await thief.get('/')).status, thief.cookies.has('__Host-sign-in')]).toEqual([303, false])
})

test('it gives somebody without an appointment no way in, and says so only after the right password', async () => {
  const visitor = await aVisitor()
  const theo = cast.find(({ first }) => first === 'Theo')!
  expect((await visitor.send('/sign-in', { username: 'theo', password: 'wrong wrong wrong' })).text).toContain('do not fit together')
  const right = await visitor.send('/sign-in', { username: theo.first, password: 'theo-in-norland' })
  expect([right.status, right.text.includes('no appointment')]).toEqual([422, true])
})

test('it ends an unused sign-in after half an hour, and every sign-in after ten', async () => {
  const { clock } = await testHouse()
  const mia = await visit('Mia')
  clock.now = addMinutes(testMoment, 29)
  expect((await mia.get('/')).status).toBe(200)
  clock.now = addMinutes(testMoment, 60)
  expect((await mia.get('/')).status).toBe(303)
  const kai = await visit('Kai')
  const began = clock.now
  for (let minutes = 20; minutes < 600; minutes += 20) {
    clock.now = addMinutes(began, minutes)
    expect((await kai.get('/')).status).toBe(200)
  }
  clock.now = addMinutes(began, 601)
  expect((await kai.get('/')).status).toBe(303)
})

test('it takes no forged token, no token of a step, and none from another header', async () => {
  const visitor = await aVisitor()
  for (const forged of ['x', 'null', "' or true --", 'a'.repeat(5000)]) {
    visitor.cookies.set('__Host-sign-in', encodeURIComponent(forged))
    expect((await visitor.get('/account')).status).toBe(303)
  }
  const key = await withCodes(await visit('Cleo'), 'cleo-in-norland')
  expect(key).toHaveLength(32)
  await visitor.send('/sign-in', { username: 'cleo', password: 'cleo-in-norland' })
  const step = visitor.cookies.get('__Host-sign-in-step')!
  visitor.cookies.set('__Host-sign-in', step)
  expect((await visitor.get('/account')).status).toBe(303)
  const mia = await visit('Mia')
  const asHeader = await aVisitor()
  const jonas = await aParticipant()
  expect((await asHeader.api(`/people/${jonas.publicId}/agreements`, undefined, { authorization: `Bearer ${mia.cookies.get('__Host-sign-in')!}`, 'x-actor': 'Mia', 'x-forwarded-user': 'mia' })).status).toBe(401)
})

test('it speaks the language that was chosen, before signing in and after, on another browser too', async () => {
  const visitor = await aVisitor()
  const chosen = await visitor.send('/language', { language: 'qps', back: '/sign-in' }, '/sign-in')
  expect(chosen.location).toBe('/sign-in')
  expect((await visitor.get('/sign-in')).text).toContain('dir="rtl"')
  const bea = await visit('Bea')
  await bea.send('/language', { language: 'qps', back: '//elsewhere.example' }, '/account')
  expect((await (await visit('Bea')).get('/account')).text).toContain('dir="rtl"')
  expect((await bea.send('/language', { language: 'qps', back: '//elsewhere.example' }, '/account')).location).toBe('/')
  expect((await bea.send('/language', { language: 'xx', back: '/account' }, '/account')).location).toBe('/account')
})

test('it hides the page on one key: signed out, and nothing on the screen that says what it was', async () => {
  const mia = await visit('Mia')
  const before = mia.cookies.get('__Host-sign-in')!
  expect((await mia.get('/hidden')).location).toBe('/information')
  const left = await mia.get('/information')
  expect(left.text.replaceAll(/<[^>]*>/g, ' ')).not.toMatch(/Waymark|programme|Mia|sign/i)
  mia.cookies.set('__Host-sign-in', before)
  expect((await mia.get('/')).status).toBe(303)
})

test('it counts attempts that come all at once', async () => {
  const visitor = await aVisitor()
  const token = tokenOn(await visitor.get('/sign-in'))
  const answers = await Promise.all(Array.from({ length: 20 }, () => visitor.post('/sign-in', { ...token, username: 'gro', password: 'wrong wrong wrong' })))
  expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(8)
  const noted = await act(doorkeeper('en'), (work) => work.db.selectFrom('attempts').select((count) => count.fn.countAll<number>().as('times')).executeTakeFirstOrThrow(), {})
  expect(noted.times).toBeGreaterThanOrEqual(2)
})

function tokenOn(page: Page): Record<string, string> {
  return { _token: /name="_token" value="([^"]+)"/.exec(page.text)![1]! }
}

test('it lets Mia in with her password, and out again', async () => {
  const mia = await visit('Mia')
  expect((await mia.get('/account')).status).not.toBe(303)
  await mia.send('/sign-out', {}, '/sign-in')
  expect((await mia.get('/account')).location ?? '').toMatch(/^\/sign-in|$/)
})

test('it says the same of a wrong password and of an unknown name', async () => {
  const visitor = await aVisitor()
  const wrong = await visitor.send('/sign-in', { username: 'mia', password: 'not her password' })
  const unknown = await visitor.send('/sign-in', { username: 'nobody', password: 'not her password' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  expect(wrong.text).toContain('do not fit together')
  expect(unknown.text).toContain('do not fit together')
})

test('it shuts the door for a while after five failures, also for the right password', async () => {
  const visitor = await aVisitor()
  for (let time = 0; time < 5; time += 1) await visitor.send('/sign-in', { username: 'noor', password: 'wrong wrong wrong' })
  const right = await visitor.send('/sign-in', { username: 'noor', password: 'noor-in-norland' })
  expect(right.status).toBe(429)
  expect(right.text).toContain('Too many attempts')
})

test('it refuses a form that another site sends', async () => {
  const visitor = await aVisitor()
  const page = await visitor.post('/sign-in', { username: 'mia', password: 'mia-in-norland' }, { origin: 'https://elsewhere.example' })
  expect(page.status).toBe(403)
})
