import { expect, test } from 'vitest'
import { aParticipant, aVisitor, visitAsParticipant } from '../../database/testing/index.ts'

test('it names no programme at the sign-in of a device at which a participant has sat, and does so everywhere else', async () => {
  const kiosk = await visitAsParticipant(await aParticipant())
  expect((await (await aVisitor()).get('/sign-in')).text).toContain('Waymark')
  await kiosk.send('/sign-out', {}, '/own')
  const page = await kiosk.get('/sign-in')
  expect([page.status, page.text.includes('Waymark')]).toEqual([200, false])
  expect((await kiosk.send('/sign-in', { username: 'nobody', password: 'wrong' })).text).not.toContain('Waymark')
})
