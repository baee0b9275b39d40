import { expect, test } from 'vitest'
import { aParticipant, aVisitor, signInAs, visitAsParticipant } from '../../database/testing/index.ts'

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
