import { beforeAll, expect, test } from 'vitest'
import { aPlan } from '../../../database/testing/a-plan.ts'
import { become, offerProgrammes, visit } from '../../../database/testing/index.ts'
import { day } from '../../platform/day.ts'
import { moveSession } from '../moving/move-session.ts'
import { planSeries } from '../plan-series.ts'
import { planSession } from '../sessions.verbs.ts'
import { nameIn } from './names-in-a-place.ts'

beforeAll(offerProgrammes)

test('it finds a name as a word of its own, whatever its capitals and accents, and whose it is', () => {
  const names = ['Jonas Lind', 'Zoë Aas-Berg', 'Bo Ek']
  for (const [place, found] of [['jonas, the kitchen', 'Jonas'], ['At LIND’s', 'Lind'], ['Jonas\' room', 'Jonas'], ['Linds hus', 'Lind'], ['zoe', 'Zoë'], ['Berg, 2nd floor', 'Berg'], ['room B2', undefined], ['Linden Street 3', undefined], ['Bo', undefined], ['', undefined]] as const) {
    expect(nameIn(place, names), place).toBe(found)
  }
})

test('it takes a place that holds the name of the person or of the team only once it is said that it is none, wherever a meeting is planned', async () => {
  const person = await aPlan()
  const about = { about: person.publicId, does: 'collect' as const }
  const plan = (place: string, placeIsNoName?: boolean) => become('Amira', (work) => planSession(work, { on: day('2026-12-01'), time: '10:00', minutes: 60, place, placeIsNoName }), about)
  for (const place of ['Haddad\'s office', 'with Mia']) await expect(plan(place), place).rejects.toMatchObject({ code: 'session-place-names-somebody' })
  const session = await plan('Mia House', true)
  const move = (place: string, time: string) => become('Amira', (work) => moveSession(work, session, { on: day('2026-12-01'), time, minutes: 60, place, cause: 'room' }), about)
  await expect(move('with Kai', '11:00')).rejects.toMatchObject({ code: 'session-place-names-somebody' })
  await move('Mia House', '12:00')
  const series = (place: string) => become('Amira', (work) => planSeries(work, { meetings: [{ on: day('2026-12-08'), time: '10:00', minutes: 60, place }] }), about)
  await expect(series('with Kai')).rejects.toMatchObject({ code: 'session-place-names-somebody' })
  expect(await series('room B2')).toBe(1)
})

test('it asks on the page, with everything kept, and only then', async () => {
  const person = await aPlan()
  const amira = await visit('Amira')
  const here = `/people/${person.publicId}/sessions/plan`
  expect((await amira.get(here)).text).not.toContain('placeIsNoName')
  const sent = { on: '2026-12-01', time: '10:00', minutes: '60', place: 'Noor Street 3' }
  const again = await amira.send(here, sent)
  expect(again.status).toBe(422)
  for (const words of ['“Noor” in the place is a name', 'value="Noor Street 3"', 'name="placeIsNoName"']) expect(again.text).toContain(words)
  expect((await amira.send(here, { ...sent, placeIsNoName: 'true' })).status).toBe(303)
  expect((await amira.api(`${here}ned`, { ...sent, minutes: 60, time: '14:00' })).json).toMatchObject({ code: 'session-place-names-somebody' })
})
