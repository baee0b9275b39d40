import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import { become, becomeParticipant, connectedAs, instant, offerProgrammes, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { recordConsent } from '../../participants/index.ts'
import { addDays, day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { openPlan } from '../plans.queries.ts'
import { beginStage } from './begin-stage.ts'
import { drawBeginning, drawnStartOf, startsDrawnSoon } from './draw-beginning.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

const as = <T>(first: First, plan: Planned, run: (work: Work) => Promise<T>) => become(first, run, { about: plan.publicId, does: 'collect' })
const draw = (plan: Planned, first: First = 'Kai') => as(first, plan, (work) => drawBeginning(work, plan.planId))
const today = day('2026-11-23')

async function aWillingPlan(): Promise<Planned> {
  const plan = await aPlan()
  await as('Kai', plan, (work) => recordConsent(work, plan.id, { purpose: 'research', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: today }))
  return plan
}

/** A locked study of Sam's with so many places; what it drew, in order. Whatever was drawn before is taken away. */
async function places(count: number): Promise<number[]> {
  const superuser = await connectedAs('superuser')
  await superuser.query(`delete from study_start_points where study_id in (select id from studies where design = 'drawn-starts')`)
  const [study] = (await superuser.query<{ id: number }>(`insert into studies (id, public_id, title, question, programme, design, outcome_kind, outcome, better, phases, effect, least_people, least_points, conclusion, seed, written_by, written_at, locked_by, locked_at)
    select nextval('ids'), 'lot' || nextval('ids'), 'By lot', 'q', 'entre', 'drawn-starts', 'ruler', 'How I cope', 'higher', 'plan-stages', 'tau', 3, 3, 'c', 1, min(id), '2026-01-01', min(id), '2026-01-02' from colleagues returning id`)).rows
  await superuser.query(`insert into study_start_points (study_id, place, earliest, latest, drawn, every_days, drawn_at) select $1, place, 3, 8, 3 + (place - 1) % 6, 7, '2026-01-01' from generate_series(1, $2::int) place`, [study!.id, count])
  await superuser.end()
  return Array.from({ length: count }, (_, at) => 3 + at % 6)
}

test('whoever is enrolled takes a free place, once, and the plan says the day and nothing else', async () => {
  const [first, second] = [await aWillingPlan(), await aWillingPlan()]
  const days = (await places(2)).map((after) => addDays(today, after * 7))
  const drawn = await draw(first)
  expect([drawn, await draw(second, 'Amira')].toSorted()).toEqual(days)
  expect(await draw(first)).toBe(drawn)
  const own = await becomeParticipant(first.id, async (work) => drawnStartOf(work, (await openPlan(work, first.id))!.id))
  expect(own?.begins_on).toBe(drawn)
  const page = (await (await visit('Mia')).get(`/people/${first.publicId}/plans/${first.planId}`)).text
  expect(page).toContain('drawn by lot')
  for (const secret of ['By lot', 'How I cope', 'study']) expect(page).not.toContain(secret)
})

test('only who arranges the plan may draw, only with a yes to research, before the treatment, and while there is a place', async () => {
  const [willing, unasked] = [await aWillingPlan(), await aPlan()]
  await places(1)
  await expect(draw(willing, 'Mia')).rejects.toThrow('plan-not-yours')
  await expect(draw(willing, 'Lena')).rejects.toThrow('plan-not-yours')
  await expect(draw(unasked)).rejects.toThrow('start-needs-a-yes')
  await as('Kai', willing, (work) => beginStage(work, willing.planId, { stage: 'treatment', beginsOn: today }))
  await expect(draw(willing)).rejects.toThrow('start-begun-already')
  const [next, last] = [await aWillingPlan(), await aWillingPlan()]
  await draw(next)
  await expect(draw(last)).rejects.toThrow('start-no-place')
})

test('the page says what is missing before anybody reads what a draw means', async () => {
  const [willing, unasked] = [await aWillingPlan(), await aPlan()]
  await places(1)
  const kai = await visit('Kai')
  const at = (plan: Planned) => `/people/${plan.publicId}/plans/${plan.planId}/start`
  expect((await kai.get(at(unasked))).text).toContain('only for somebody who said yes to research')
  expect((await kai.get(at(willing))).text).toContain('Draw the day')
  expect((await kai.send(at(willing), {})).status).toBe(303)
})

test('the database keeps to it too: a mentor draws nothing, nobody reads which place was taken, and a draft draws nothing', async () => {
  const willing = await aWillingPlan()
  await places(2)
  const asked = (first: First) => as(first, willing, async (work) => (await sql<{ begins_on: string | null }>`select draw_beginning(${(await openPlan(work, willing.id))!.id}, ${await work.newId()}, ${work.newPublicId()}) as begins_on`.execute(work.db)).rows[0]?.begins_on)
  expect(await asked('Mia')).toBeNull()
  await expect(as('Kai', willing, (work) => sql`select * from study_enrolments`.execute(work.db))).rejects.toThrow(/permission denied/)
  const superuser = await connectedAs('superuser')
  await superuser.query(`update studies set locked_at = null, locked_by = null where design = 'drawn-starts'`)
  await superuser.end()
  expect(await asked('Kai')).toBeNull()
})

test('it comes to the desk of who arranges it two weeks before, and leaves it when the treatment began', async () => {
  const willing = await aWillingPlan()
  await places(1)
  await draw(willing)
  const due = (first: First) => as(first, willing, async (work) => (await startsDrawnSoon(work)).map(({ plan }) => plan))
  expect(await due('Kai')).toEqual([]);
  (await testHouse()).clock.now = instant('2026-12-10T09:00:00Z')
  expect([await due('Kai'), await due('Mia')]).toEqual([[willing.planId], []])
  await as('Amira', willing, (work) => beginStage(work, willing.planId, { stage: 'treatment', beginsOn: day('2026-12-10') }))
  expect(await due('Kai')).toEqual([])
})

test('the number of a place says nothing of who came first, and a place stays taken when its plan is erased', async () => {
  const people = [await aWillingPlan(), await aWillingPlan(), await aWillingPlan()]
  await places(60)
  for (const person of people) await draw(person)
  const superuser = await connectedAs('superuser')
  const taken = async () => (await superuser.query<{ place: number }>(`select e.place from study_enrolments e where e.study_id = (select max(study_id) from study_enrolments) order by e.plan_id nulls first`)).rows.map(({ place }) => place)
  const before = await taken()
  expect(before).toHaveLength(3)
  // One in two hundred thousand would be so by chance.
  expect(before).not.toEqual([1, 2, 3])
  await superuser.query('delete from plans where participant_id = $1', [people[0]!.id])
  expect(new Set(await taken())).toEqual(new Set(before))
  await superuser.end()
})
