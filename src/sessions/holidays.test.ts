import { afterAll, beforeAll, expect, test } from 'vitest'
import { offerProgrammes, visit } from '../../database/testing/index.ts'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'

let jonas: Planned
beforeAll(async () => {
  await offerProgrammes()
  jonas = await aPlan()
  await (await asSuperuser()).query(`update services set holidays = '{2026-12-25}'`)
})
afterAll(async () => { await (await asSuperuser()).query(`update services set holidays = '{}'`) })

const meeting = (on: string, time: string) => ({ on, time, minutes: '60', place: 'room B2' })

test('it asks before a session is planned on a holiday, keeps what was typed, and plans it with a tick', async () => {
  const mia = await visit('Mia')
  const here = `/people/${jonas.publicId}/sessions/plan`
  expect((await mia.get(here)).text).not.toContain('on the holiday all the same')
  const asked = await mia.send(here, meeting('2026-12-25', '10:00'))
  expect([asked.status, asked.text.includes('This day is a holiday of the service.'), asked.text.includes('name="onHoliday"'), asked.text.includes('value="2026-12-25"')]).toEqual([422, true, true, true])
  expect((await mia.get(here.replace('/plan', ''))).text).not.toContain('25 Dec')
  expect((await mia.send(here, { ...meeting('2026-12-25', '10:00'), onHoliday: 'true' })).status).toBe(303)
  expect((await mia.get(here.replace('/plan', ''))).text).toContain('25 Dec')
  expect((await mia.send(here, meeting('2026-12-28', '10:00'))).status).toBe(303)
})

test('it asks the same of whoever plans by the interface', async () => {
  const amira = await visit('Amira')
  const door = `/people/${jonas.publicId}/sessions/planned`
  const sent = { ...meeting('2026-12-25', '14:00'), minutes: 60 }
  const asked = await amira.api(door, sent)
  expect([asked.status, asked.json]).toMatchObject([422, { code: 'session-on-a-holiday' }])
  expect((await amira.api(door, { ...sent, onHoliday: true })).status).toBe(201)
})
