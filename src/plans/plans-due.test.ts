import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aPlan, type Planned } from '../../database/testing/a-plan.ts'
import { become, colleagueId, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { assign, endAssignment, teamOf } from '../access/index.ts'
import { addNeed, endNeed } from './adapt-plan.ts'
import { plansDue } from './plans.glance.tsx'
import { needsOfPlan, openPlan } from './plans.queries.ts'
import { restWithThePerson } from './plans.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(() => at('2026-11-23T09:00:00Z'))

async function at(moment: string): Promise<void> {
  (await testHouse()).clock.now = moment === testMoment ? testMoment : instant(moment)
}

/** What waits for somebody because of one plan, without a focus as on their day. */
async function due(first: First, plan: Planned, says: string): Promise<string[]> {
  return (await become(first, plansDue)).filter((one) => one.href.startsWith(`/people/${plan.publicId}/`) && one.says === says).map(({ because }) => because)
}

const strand = (first: First, plan: Planned) => due(first, plan, 'A strand beside the programme')
const team = (first: First, plan: Planned) => due(first, plan, 'Somebody for the team')
const about = (plan: Planned) => ({ about: plan.publicId, does: 'collect' as const })

test('it asks the facilitator for a strand a month after the plan began, nobody else, and no longer once there is one', async () => {
  const jonas = await aPlan()
  await at('2026-12-22T09:00:00Z')
  expect(await strand('Amira', jonas)).toEqual([])
  await at('2026-12-23T09:00:00Z')
  expect(await strand('Amira', jonas)).toEqual(['a month after the plan began there is no education, work or pro-social strand'])
  for (const first of ['Kai', 'Mia', 'Noor', 'Lena'] as const) expect(await strand(first, jonas), first).toEqual([])
  await become('Amira', (work) => addNeed(work, jonas.planId, { kind: 'literacy', what: 'Read aloud.' }), about(jonas))
  expect(await strand('Amira', jonas)).toHaveLength(1)
  await become('Amira', (work) => addNeed(work, jonas.planId, { kind: 'pro-social', what: 'The choir.' }), about(jonas))
  expect(await strand('Amira', jonas)).toEqual([])
})

test('it asks again when the strand has ended, and not while the plan rests', async () => {
  const jonas = await aPlan()
  await at('2027-01-04T09:00:00Z')
  await become('Amira', (work) => addNeed(work, jonas.planId, { kind: 'work', what: 'The kitchen.' }), about(jonas))
  await become('Amira', async (work) => endNeed(work, jonas.planId, (await needsOfPlan(work, (await openPlan(work, jonas.id))!.id))[0]!.public_id), about(jonas))
  expect(await strand('Amira', jonas)).toHaveLength(1)
  await become('Amira', (work) => restWithThePerson(work, jonas.id, 'paused'), about(jonas))
  expect(await strand('Amira', jonas)).toEqual([])
})

test('it asks the coordinator for who is missing on a team, with how many, until they are there', async () => {
  const jonas = await aPlan({ programme: 'cosa' })
  expect(await team('Kai', jonas)).toEqual(['fewer people than the programme asks for: Volunteer (at least 3, here 0) and Circle coordinator (at least 1, here 0)'])
  for (const first of ['Amira', 'Mia', 'Noor', 'Lena', 'Petra'] as const) expect(await team(first, jonas), first).toEqual([])
  for (const [first, role] of [['Bea', 'circle_volunteer'], ['Cem', 'circle_volunteer'], ['Cleo', 'circle_coordinator']] as const) {
    await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId(first), participantId: jonas.id, role }), about(jonas))
  }
  expect(await team('Kai', jonas)).toEqual(['fewer people than the programme asks for: Volunteer (at least 3, here 2)'])
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Dov'), participantId: jonas.id, role: 'circle_volunteer' }), about(jonas))
  expect(await team('Kai', jonas)).toEqual([])
})

test('it has asked since somebody left the team, not since the plan began', async () => {
  const jonas = await aPlan({ programme: 'cosa' })
  const since = async () => (await become('Kai', plansDue)).filter(({ href, says }) => href.startsWith(`/people/${jonas.publicId}/`) && says === 'Somebody for the team').map(({ on }) => on)
  const began = (await become('Kai', (work) => openPlan(work, jonas.id), about(jonas)))?.begins_on
  expect(await since()).toEqual([began])
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Dov'), participantId: jonas.id, role: 'circle_volunteer' }), about(jonas))
  expect(await since()).toEqual([began])
  const leaves = (gone: string) => become('Kai', async (work) => endAssignment(work, (await teamOf(work, jonas.id)).find(({ role }) => role === gone)?.public_id ?? ''), about(jonas))
  await at('2026-12-10T09:00:00Z')
  await leaves('circle_volunteer')
  expect(await since()).toEqual(['2026-12-10'])
  await at('2026-12-15T09:00:00Z')
  await leaves('mentor') // of whom a circle asks for none
  expect(await since()).toEqual(['2026-12-10'])
})

test('it asks for nobody where the team is whole', async () => {
  expect(await team('Kai', await aPlan({ programme: 'healthy-identity' }))).toEqual([])
})

test('it goes by the version of the plan where that is offered no longer', async () => {
  const jonas = await aPlan({ programme: 'cosa' })
  const superuser = await asSuperuser()
  await superuser.query(`insert into programme_versions (programme, version, hash, definition, kept_at) select programme, 98, 'an-earlier-text', replace(definition, '{role: volunteer, count: 3}', '{role: volunteer, count: 1}'), kept_at
    from programme_versions where programme = 'cosa' and version <> 98 limit 1`)
  await superuser.query(`update plans set version = 98 where public_id = $1`, [jonas.planId])
  expect(await team('Kai', jonas)).toEqual(['fewer people than the programme asks for: Volunteer (at least 1, here 0) and Circle coordinator (at least 1, here 0)'])
})
