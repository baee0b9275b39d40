import { Secret, TOTP } from 'otpauth'
import { expect, test } from 'vitest'
import { aParticipant, aVisitor, signInAs, testHouse, visitAsParticipant } from '../../database/testing/index.ts'
import { millisecondsOf } from '../platform/day.ts'
import { keyAddress } from './one-time-code.ts'

test('it names no programme at the sign-in of a device at which a participant has sat, and does so everywhere else', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  expect((await (await aVisitor()).get('/sign-in')).text).toContain('Waymark')
  await kiosk.send('/sign-out', {}, '/own')
  const page = await kiosk.get('/sign-in')
  expect([page.status, page.text.includes('Waymark')]).toEqual([200, false])
  expect((await kiosk.send('/sign-in', { username: 'nobody', password: 'wrong' })).text).not.toContain('Waymark')
})

test('it knows such a device also when somebody has just gone away, and seals no text of a colleague on it', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  kiosk.cookies.delete('__Host-sign-in')
  expect((await kiosk.get('/sign-in')).text).not.toContain('Waymark')
  await signInAs(kiosk, 'mia', 'mia-in-norland')
  const token = /name="_token" value="([^"]+)"/.exec((await kiosk.get('/account')).text)![1]!
  expect((await kiosk.post('/account/device-key', { _token: token })).text).toBe('{}')
})

test('it names no programme there whatever is asked for before anybody has signed in, nor at an address that is nobody\'s', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  const astray = async () => Promise.all(['/nothing', '/sign-in/code', '/appointments/nobody', '/%00', '/api/docs'].map(async (path) => (await kiosk.get(path)).text))
  const pages = [...await astray(), (await kiosk.send('/sign-out', {}, '/own')).text, ...await astray(), (await kiosk.post('/sign-in', { _token: 'forged' })).text]
  expect(pages.filter((text) => text.includes('Waymark'))).toEqual([])
  expect((await (await aVisitor()).get('/nothing')).text).toContain('Waymark')
})

test('it tells whoever goes back there neither where the one before has been nor who that was', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  await kiosk.send('/sign-out', {}, '/own')
  for (const path of ['/own/withdrawal', '/own/complaints/new', '/']) expect((await kiosk.get(path)).location).toBe('/sign-in')
  const page = (await kiosk.get('/sign-in')).text
  for (const name of ['username', 'password']) expect(new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(page)?.[0]).toContain('autocomplete="off"')
  expect((await (await aVisitor()).get('/own/withdrawal')).location).toBe('/sign-in?next=%2Fown%2Fwithdrawal')
})

test('it forgets the language of whoever signs out everywhere, too', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  await kiosk.send('/language', { language: 'da', back: '/own' }, '/own')
  await kiosk.send('/account/endings', { here: 'true' }, '/account')
  expect((await kiosk.get('/sign-in')).text).toContain('<html lang="en-GB"')
})

test('it names the service neither in a participant\'s telephone nor where the code of it is asked for', async () => {
  expect(keyAddress('ABCDEFGH', 'reed-310', true)).toMatch(/^otpauth:\/\/totp\/reed-310\?secret=ABCDEFGH/)
  const jonas = await aParticipant()
  const [own, password] = [await visitAsParticipant(jonas), 'of-nobody-but-me-12']
  const page = (await own.get('/account/codes')).text
  const [key, sealed] = [/class="key">([^<]+)</.exec(page)![1]!.replaceAll(' ', ''), /name="sealed" value="([^"]+)"/.exec(page)![1]!]
  const now = new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: millisecondsOf((await testHouse()).house.clock()) })
  expect((await own.post('/account/codes', { _token: /name="_token" value="([^"]+)"/.exec(page)![1]!, sealed, current: password, code: now })).location).toBe('/account')

  const another = await aVisitor()
  expect((await another.send('/sign-in', { username: `person-${jonas.publicId}`, password })).location).toBe('/sign-in/code')
  const asked = (await another.get('/sign-in/code')).text
  expect([asked.includes('the code that it shows'), asked.includes('Waymark')]).toEqual([true, false])
})
