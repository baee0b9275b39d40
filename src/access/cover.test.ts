import { beforeEach, expect, test } from 'vitest'
import { act, aParticipant, become, colleagueId, testHouse, testMoment, unitId, visit, type Page } from '../../database/testing/index.ts'
import { welcomeColleague } from '../people/index.ts'
import { addMinutes, day, instant } from '../platform/day.ts'
import { appoint, endOfDay } from './access.verbs.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

/** Otto, an observer otherwise, is appointed a mentor as well: the one who can cover. */
let asked: Promise<void> | undefined
function ottoMayMentor(): Promise<void> {
  asked ??= (async () => {
    const [otto, unit] = [await colleagueId('Otto'), await unitId('Fjordvik prison')]
    await become('Ravi', (work) => appoint(work, { colleagueId: otto, role: 'mentor', unitId: unit }), { does: 'alter' })
  })()
  return asked
}

async function publicIdOf(first: 'Mia' | 'Otto' | 'Hedda'): Promise<string> {
  const id = await colleagueId(first)
  return (await become('Kai', (work) => work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow())).public_id
}

/** The assignments on the form, in the order of the people. */
function peopleOn(page: Page): { assignment: string, name: string }[] {
  const ids = [...page.text.matchAll(/name="people\.\d+\.assignment" value="([^"]+)"/g)].map((found) => found[1]!)
  const names = [...page.text.matchAll(/for="field-people\.\d+\.ticked">([^<]+)</g)].map((found) => found[1]!)
  return ids.map((assignment, place) => ({ assignment, name: names[place]! }))
}

test('it arranges cover in one form, with the people ticked, until the evening; then it has ended by itself', async () => {
  await ottoMayMentor()
  const [jonas, other] = [await aParticipant({ team: ['Mia'], name: 'Jonas Covered' }), await aParticipant({ team: ['Mia'], name: 'Nils Uncovered' })]
  const [kai, otto] = [await visit('Kai'), await visit('Otto')]
  const path = `/cover?for=${await publicIdOf('Mia')}`
  const people = peopleOn(await kai.get(path))
  const ticks = Object.fromEntries(people.flatMap(({ name }, place) => name === 'Jonas Covered' ? [[`people.${place}.ticked`, 'true']] : []))
  const done = await kai.send('/cover', { for: await publicIdOf('Mia'), by: await publicIdOf('Otto'), until: '2026-11-23', ...ticks }, path)
  expect(done.location).toBe('/cover')
  expect((await kai.get('/cover')).text).toContain('Otto Lindgren covers for Mia Juhl with 1 person')
  expect((await kai.get(`/people/${jonas.publicId}/team`)).text).toContain('covers for Mia Juhl until 24 November 2026')

  expect((await otto.get(`/people/${jonas.publicId}`)).status).toBe(200)
  expect((await otto.get(`/people/${other.publicId}`)).status).toBe(404)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-23T23:01:00Z')
  expect((await (await visit('Otto')).get(`/people/${jonas.publicId}`)).status).toBe(404)
})

test('it proposes who can cover with reasons: where they are appointed, and with how many people they work already', async () => {
  await ottoMayMentor()
  await aParticipant({ team: ['Mia'], name: 'Tora Waiting' })
  const [kai, path] = [await visit('Kai'), `/cover?for=${await publicIdOf('Mia')}`]
  const said = async () => /Otto Lindgren<[\s\S]*?Observer of sessions, Fjordvik prison, works with (nobody|\d+ p\w+) of your units/.exec((await kai.get(path)).text)?.[1]
  const before = Number.parseInt((await said())!.replace('nobody', '0'), 10)
  const tora = peopleOn(await kai.get(path)).findIndex(({ name }) => name === 'Tora Waiting')
  await kai.send('/cover', { for: await publicIdOf('Mia'), by: await publicIdOf('Otto'), until: '2026-11-23', [`people.${tora}.ticked`]: 'true' }, path)
  expect(Number.parseInt((await said())!, 10)).toBe(before + 1)
})

test('it says in a sentence what stands in the way, and then nothing is arranged', async () => {
  await ottoMayMentor()
  const jonas = await aParticipant({ team: ['Mia', 'Noor'] })
  const kai = await visit('Kai')
  const mia = await publicIdOf('Mia')
  const path = `/cover?for=${mia}`
  const all = Object.fromEntries(peopleOn(await kai.get(path)).map((_, place) => [`people.${place}.ticked`, 'true']))
  const says = async (fields: Record<string, string>) => (await kai.send('/cover', { for: mia, by: await publicIdOf('Otto'), until: '2026-11-23', ...fields }, path)).text
  expect(await says({})).toContain('choose at least one of the people')
  expect(await says({ ...all, by: await publicIdOf('Hedda') })).toContain('is not appointed as mentor today')
  expect(await says({ ...all, until: '2026-11-22' })).toContain('this lies in the past')
  expect(await says({ ...all, 'people.0.assignment': 'forged' })).toContain('choose at least one of the people')
  expect((await kai.get(`/people/${jonas.publicId}/team`)).text).not.toContain('covers for')
})

test('it is the coordinator\'s, for the people of their own units', async () => {
  const jonas = await aParticipant({ team: ['Mia'] })
  const mia = await visit('Mia')
  expect((await mia.get('/cover')).text).toContain('Nobody in your units works with anybody yet')
  expect((await mia.get(`/cover?for=${await publicIdOf('Mia')}`)).status).toBe(404)
  expect((await (await visit('Ravi')).get('/cover')).status).toBe(404)

  const elsewhere = await unitId('Havn probation office')
  const { id } = await become('Ravi', (work) => welcomeColleague(work, { name: 'Kim Elsewhere', title: '' }), { does: 'collect' })
  await become('Ravi', (work) => appoint(work, { colleagueId: id, role: 'coordinator', unitId: elsewhere }), { does: 'alter' })
  const kim = { kind: 'colleague', id, shape: 'casework', name: 'Kim Elsewhere', roles: ['coordinator'], language: 'en' } as const
  expect(await act(kim, (work) => work.db.selectFrom('assignments').select('participant_id').where('participant_id', '=', jonas.id).execute(), {})).toEqual([])
})

test('it ends a day at its midnight in the service\'s own zone, also where the clock skips it', () => {
  expect(endOfDay(day('2026-11-23'), 'Europe/Copenhagen')).toBe('2026-11-23T23:00:00.000Z')
  expect(endOfDay(day('2026-04-23'), 'Africa/Cairo')).toBe(addMinutes(instant('2026-04-23T22:00:00Z'), 0))
})

test('it arranges cover for one session: it ends at its time, and a time gone by is refused', async () => {
  await ottoMayMentor()
  const jonas = await aParticipant({ team: ['Mia'], name: 'Jonas One Session' })
  const [kai, otto] = [await visit('Kai'), await visit('Otto')]
  const path = `/cover?for=${await publicIdOf('Mia')}`
  const people = peopleOn(await kai.get(path))
  const ticks = Object.fromEntries(people.flatMap(({ name }, place) => name === 'Jonas One Session' ? [[`people.${place}.ticked`, 'true']] : []))
  const fields = { for: await publicIdOf('Mia'), by: await publicIdOf('Otto'), until: '2026-11-23', ...ticks }
  expect((await kai.send('/cover', { ...fields, untilTime: '09:30' }, path)).status).toBe(409)
  expect((await kai.send('/cover', { ...fields, untilTime: '11:30' }, path)).status).toBe(303)
  expect((await otto.get(`/people/${jonas.publicId}`)).status).toBe(200)
  ;(await testHouse()).clock.now = instant('2026-11-23T10:30:00Z')
  expect((await (await visit('Otto')).get(`/people/${jonas.publicId}`)).status).toBe(404)
})
