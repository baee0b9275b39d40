import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, colleagueId, instant, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { assign } from '../../access/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { sessionsDue } from '../sessions.glance.tsx'
import { planSession } from '../sessions.verbs.ts'
import { callOffWithThePlan } from './called-off-with-the-plan.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Planned, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const plan = (first: First, person: Planned, time: string) => by(first, person, (work) => planSession(work, { on: day('2026-12-01'), time, minutes: 60, place: 'Office' }))
const ends = async (person: Planned) => (await visit('Kai')).send(`/people/${person.publicId}/plans/${person.planId}/ending`, { endedOn: '2026-11-23', ending: 'completed' })
const told = async (first: First, person: Planned) => (await by(first, person, sessionsDue)).map(({ says, because }) => `${says}: ${because}`)
const after = 'the first was to be on 1 December 2026 at 09:00; what goes on after the end is planned anew'

/** With a mentor and a circle, each of whom has planned a meeting; Amira has planned two. */
async function met(): Promise<Planned> {
  const person = await aPlan()
  await by('Kai', person, async (work) => assign(work, { colleagueId: await colleagueId('Cleo'), participantId: person.id, role: 'circle_coordinator' }))
  for (const [first, time] of [['Amira', '10:00'], ['Amira', '12:00'], ['Mia', '14:00'], ['Cleo', '18:00']] as const) await plan(first, person, time)
  return person
}

const sessionsOf = async ({ id }: Planned) => (await (await asSuperuser()).query<{ state: string, cause: string | null }>('select state, cause from sessions where participant_id = $1 order by starts_at', [id])).rows.map(({ state, cause }) => [state, cause])

test('it calls off with the plan whatever is planned under it, the circle\'s too, and says that the plan ended', async () => {
  const person = await met()
  expect((await ends(person)).status).toBe(303)
  expect(await sessionsOf(person)).toEqual([1, 2, 3, 4].map(() => ['called-off', 'plan-ended']))
  expect((await (await visit('Lena')).get(`/people/${person.publicId}/sessions`)).text).toContain('called off: the plan ended')
  expect((await (await visitAsParticipant(person)).get('/own/sessions')).text).toContain('called off: the plan ended')
})

test('it tells for a week whoever had planned a meeting, of each person once, and nobody else', async () => {
  const person = await met()
  expect(await told('Mia', person)).toHaveLength(1)
  await ends(person)
  expect(await told('Amira', person)).toEqual([`2 meetings of yours are called off: the plan ended: ${after}`])
  expect(await told('Cleo', person)).toEqual(['A meeting of yours is called off: the plan ended: the first was to be on 1 December 2026 at 17:00; what goes on after the end is planned anew'])
  expect(await told('Mia', person)).toHaveLength(1)
  for (const first of ['Kai', 'Lena', 'Noor'] as const) expect(await told(first, person), first).toEqual([])
  await at('2026-12-02T09:00:00Z')
  for (const first of ['Amira', 'Mia', 'Cleo'] as const) expect(await told(first, person), first).toEqual([])
})

test('it leaves what rests on an agreement of its own, what an earlier plan\'s time of maintenance carries, and what has begun', async () => {
  const person = await met()
  const amira = await colleagueId('Amira')
  const [earlier, agreement] = [await freshId(), await freshId()]
  await (await asSuperuser()).query(`insert into plans (id, public_id, participant_id, programme, version, state, begins_on, ended_on, ending, made_by, made_at) select $1, $2, participant_id, programme, version, 'ended', '2026-01-01', '2026-10-01', 'completed', made_by, '2026-01-01T09:00:00Z' from plans where participant_id = $3`, [earlier, newPublicId(), person.id])
  await put('agreements', { id: agreement, public_id: newPublicId(), participant_id: person.id, purpose: 'practical', review_months: 3, proposed_on: '2026-11-20' })
  const session = async (row: Record<string, string | number | boolean>) => put('sessions', { id: await freshId(), public_id: newPublicId(), participant_id: person.id, author_id: amira, minutes: 60, state: 'planned', recorded_at: '2026-11-20T09:00:00Z', ...row })
  await session({ starts_at: '2026-12-05T09:00:00Z', plan_id: earlier, after_the_end: true })
  await session({ starts_at: '2026-12-06T09:00:00Z', agreement_id: agreement })
  await session({ starts_at: '2026-11-23T08:00:00Z' })
  await ends(person)
  expect((await sessionsOf(person)).filter(([state]) => state === 'planned')).toHaveLength(3)
})

test('it is asked for by whoever may end the plan, of a plan that has ended, and nobody writes that a held session ended with one', async () => {
  const person = await met()
  const { plan_id: planId } = (await (await asSuperuser()).query<{ plan_id: number }>('select plan_id from sessions where participant_id = $1', [person.id])).rows[0]!
  await by('Kai', person, (work) => callOffWithThePlan(work, planId))
  expect((await sessionsOf(person)).map(([state]) => state)).toEqual(['planned', 'planned', 'planned', 'planned'])
  await (await asSuperuser()).query(`update plans set state = 'ended', ended_on = begins_on, ending = 'completed' where id = $1`, [planId])
  for (const first of ['Mia', 'Lena', 'Hedda'] as const) await by(first, person, (work) => callOffWithThePlan(work, planId))
  expect((await sessionsOf(person)).map(([state]) => state)).toEqual(['planned', 'planned', 'planned', 'planned'])
  await expect((await asSuperuser()).query(`update sessions set state = 'missed', cause = 'plan-ended' where participant_id = $1`, [person.id])).rejects.toThrow(/sessions_end_with_a_plan_unheld/)
})
