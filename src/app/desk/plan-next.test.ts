import { beforeAll, beforeEach, expect, test } from 'vitest'
import { become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { appoint, assign, endAssignment, teamOf } from '../../access/index.ts'
import { pausePerson, withdraw } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { endPlan } from '../../plans/index.ts'
import { planSession, sessionsDue } from '../../sessions/index.ts'
import { dueFor } from './gathered.ts'
import { nextMeetingsToPlan } from './plan-next.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Planned, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const why = async (first: First, person: Planned) => (await by(first, person, nextMeetingsToPlan)).map(({ because }) => because)
const plan = (first: First, person: Planned, on: string) => by(first, person, (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place: 'Office' }))
const neverYet = ['the plan runs since 23 November 2026 and no meeting was ever planned']

test('it asks the facilitator of a plan that runs with nothing ahead for the next meeting or the end, on their day, and nobody else', async () => {
  const jonas = await aPlan()
  const due = (await become('Amira', dueFor)).filter(({ href }) => href === `/people/${jonas.publicId}/sessions/plan`)
  expect(due).toMatchObject([{ says: 'Plan the next meeting, or end the plan', on: '2026-11-23', because: neverYet[0] }])
  for (const first of ['Kai', 'Noor', 'Lena'] as const) expect(await why(first, jonas), first).toEqual([])
  expect(await why('Mia', jonas)).toEqual(['no meeting lies ahead'])
  expect((await (await visit('Amira')).get(`/people/${jonas.publicId}/sessions/plan`)).text).toContain(`/people/${jonas.publicId}/plans/${jonas.planId}/ending`)
  await by('Amira', jonas, (work) => endPlan(work, jonas.planId, { endedOn: work.today, ending: 'completed', revision: undefined }))
  expect(await why('Amira', jonas)).toEqual([])
})

test('it waits until the last one planned has passed; a mentor\'s meeting is no part of the course', async () => {
  const jonas = await aPlan()
  await plan('Mia', jonas, '2026-12-20')
  expect(await why('Amira', jonas)).toEqual(neverYet)
  await plan('Amira', jonas, '2026-12-01')
  for (const moment of [testMoment, '2026-12-01T09:30:00Z']) {
    await at(moment)
    expect(await why('Amira', jonas), moment).toEqual([])
  }
  await at('2026-12-01T10:00:00Z')
  expect(await why('Amira', jonas)).toEqual(['the plan runs and no meeting lies ahead; the last one was on 1 December 2026'])
})

test('it waits for a plan to begin, and keeps silent in a pause and after a stop', async () => {
  const [later, paused, stopped] = [await aPlan(), await aPlan(), await aPlan()]
  await by('Amira', paused, (work) => pausePerson(work, 'Ill'))
  await by('Amira', stopped, (work) => withdraw(work, stopped.id, { purpose: 'programme' }))
  expect([await why('Amira', paused), await why('Amira', stopped)]).toEqual([[], []])
  await (await asSuperuser()).query(`update plans set begins_on = '2026-11-24' where participant_id = $1`, [later.id])
  expect(await why('Amira', later)).toEqual([])
  await at('2026-11-24T09:00:00Z')
  expect(await why('Amira', later)).toEqual(['the plan runs since 24 November 2026 and no meeting was ever planned'])
})

test('it does not ask a second time where a colleague left meetings that nobody has any more', async () => {
  const jonas = await aPlan()
  await plan('Amira', jonas, '2026-12-01')
  await become('Ravi', async (work) => appoint(work, { colleagueId: await colleagueId('Petra'), role: 'facilitator' }))
  await by('Kai', jonas, async (work) => assign(work, { colleagueId: await colleagueId('Petra'), participantId: jonas.id, role: 'facilitator' }))
  await at('2026-11-24T09:00:00Z')
  await by('Kai', jonas, async (work) => endAssignment(work, (await teamOf(work, jonas.id)).find(({ name }) => name.startsWith('Amira'))!.public_id))
  const petras = await by('Petra', jonas, async (work) => [...await sessionsDue(work), ...await nextMeetingsToPlan(work)])
  expect(petras.map(({ says }) => says)).toEqual(['Take over the session'])
})

test('it waits while another unit has not taken the person yet, and for two weeks after a recall', async () => {
  const [moving, recalled] = [await aPlan(), await aPlan()]
  const units = await become('Kai', (work) => work.db.selectFrom('units').select(['id']).orderBy('id').limit(2).execute())
  const kai = await colleagueId('Kai')
  await put('unit_transfers', { id: await freshId(), public_id: newPublicId(), participant_id: moving.id, from_unit_id: units[0]!.id, to_unit_id: units[1]!.id, moves_on: '2026-12-01', announced_by: kai, announced_at: testMoment })
  await put('recalls', { id: await freshId(), public_id: newPublicId(), participant_id: recalled.id, recalled_on: '2026-11-22', authority: 'Parole board', released_on: '2026-11-01', recorded_by: kai, recorded_at: testMoment })
  expect([await why('Amira', moving), await why('Amira', recalled)]).toEqual([[], []])
  await at('2026-12-08T09:00:00Z')
  expect([await why('Amira', moving), await why('Amira', recalled)]).toEqual([[], neverYet])
})
