import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCrisis, onDuty } from '../../database/testing/a-crisis.ts'
import { aParticipant, aVisitor, become, becomeParticipant, colleagueId, instant, testHouse, testMoment } from '../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { day, type Instant } from '../platform/day.ts'
import { newPublicId } from '../platform/open-work.ts'
import type { Work } from '../platform/work.ts'

beforeAll(async () => { await aVisitor() })
afterAll(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string }

async function written(person: Person): Promise<void> {
  const row = async () => ({ id: await freshId(), public_id: newPublicId(), participant_id: person.id, author_id: await colleagueId('Hedda'), review_on: '2027-02-23', written_at: '2026-11-20T09:00:00Z' })
  await put('functional_advice', { ...await row(), words: 'Short sentences.', readers: ['facilitator'], told: 'told' })
  await put('functional_advice', { ...await row(), words: 'Replaced long ago.', readers: ['facilitator'], told: 'told', replaced_at: '2026-11-21T09:00:00Z' })
  await put('safety_plans', { ...await row(), signs: 'I stop eating.', own_steps: '', whom_to_call: '', safe_place: '' })
}
const words = (first: First, person: Person) => become(first, async (work) => [
  ...(await work.db.selectFrom('functional_advice').select(['words', 'participant_id']).where('participant_id', '=', person.id).orderBy('id').execute()).map((one) => one.words),
  ...(await work.db.selectFrom('safety_plans').select(['signs', 'participant_id']).where('participant_id', '=', person.id).execute()).map(({ signs }) => signs)])
const becomeHedda = <T>(about: { about: string, does: 'alter' }, what: (work: Work) => Promise<T>) => become('Hedda', what, about)
const opens = async (first: First, role: string, person: Person) => put('break_glasses', { id: await freshId(), public_id: newPublicId(), colleague_id: await colleagueId(first), participant_id: person.id, role, reason: 'test', from_at: '2026-11-23T08:00:00Z', until_at: '2026-11-23T14:00:00Z' })

test('it opens to a facilitator who is called what holds now, without a yes of the person; to health and an assessor who are called nothing', async () => {
  (await testHouse()).clock.now = testMoment
  const person = await aParticipant({ team: ['Kai', 'Mia', 'Lena'] })
  await written(person)
  for (const [first, role] of [['Amira', 'facilitator'], ['Hedda', 'health'], ['Noor', 'assessor']] as const) {
    expect([first, await words(first, person)]).toEqual([first, []])
    await opens(first, role, person)
  }
  expect(await words('Amira', person)).toEqual(['Short sentences.', 'I stop eating.'])
  expect([await words('Hedda', person), await words('Noor', person)]).toEqual([[], []])
})

test('it lets nobody change words, take back what somebody else wrote, or open a person’s advice in their name to a mentor', async () => {
  const person = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Hedda'] })
  await written(person)
  await (await asSuperuser()).query('update safety_plans set author_id = $1 where participant_id = $2', [await colleagueId('Amira'), person.id])
  const change = (set: object) => become('Hedda', (work) => work.db.updateTable('safety_plans').set(set).where('participant_id', '=', person.id).execute(), { about: person.publicId, does: 'alter' })
  await expect(change({ signs: 'Another.' })).rejects.toThrow('permission denied')
  await expect(change({ taken_back_at: testMoment })).rejects.toThrow('row-level security')
  const open = (role: string, record = 'functional_advice') => becomeParticipant(person.id, async (work) => work.db.insertInto('agreed_readings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, record, role, from_at: work.now, recorded_by: null }).execute())
  await expect(open('mentor')).rejects.toThrow('row-level security')
  await expect(open('facilitator', 'formulation')).rejects.toThrow('row-level security')
  await open('facilitator')
  expect(await words('Amira', person)).toEqual(['Short sentences.', 'I stop eating.'])
  expect(await words('Mia', person)).toEqual([])
})

test('the person themself dates neither a yes nor its end back, of their advice and of their times', async () => {
  const person = await aParticipant({ team: ['Kai', 'Amira'] })
  for (const record of ['functional_advice', 'personal_times']) {
    const open = (from?: Instant) => becomeParticipant(person.id, async (work) => work.db.insertInto('agreed_readings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, record, role: 'facilitator', from_at: from ?? work.now, recorded_by: null }).execute())
    const close = (at?: Instant) => becomeParticipant(person.id, (work) => work.db.updateTable('agreed_readings').set({ withdrawn_at: at ?? work.now }).where('participant_id', '=', person.id).where('record', '=', record).executeTakeFirst())
    await expect(open(instant('2026-11-02T09:00:00Z')), record).rejects.toThrow('row-level security')
    await open()
    await expect(close(instant('2026-11-02T09:00:00Z')), record).rejects.toThrow('row-level security')
    expect((await close()).numUpdatedRows, record).toBe(1n)
  }
})

test('it lets nobody hide by a slip of the pen what was written earlier, let hold again what was replaced, or replace what is another person’s', async () => {
  const [person, other] = [await aParticipant({ team: ['Kai', 'Hedda'] }), await aParticipant()]
  for (const one of [person, other]) await written(one)
  const about = { about: person.publicId, does: 'alter' } as const
  const row = async (work: Work) => ({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, author_id: work.actor.id, words: 'Newer.', readers: ['facilitator'], told: 'told', review_on: day('2027-02-23'), written_at: work.now })
  const first = await becomeHedda(about, (work) => work.db.selectFrom('functional_advice').select(['participant_id', 'id']).where('participant_id', '=', person.id).where('replaced_at', 'is not', null).executeTakeFirstOrThrow())
  const newer = await becomeHedda(about, async (work) => {
    const made = await row(work)
    await work.db.insertInto('functional_advice').values({ ...made, replaces_id: first.id }).execute()
    return made.id
  })
  const change = async (id: number, set: object) => (await becomeHedda(about, (work) => work.db.updateTable('functional_advice').set(set).where('id', '=', id).executeTakeFirst())).numUpdatedRows
  await expect(change(first.id, { replaced_at: null })).rejects.toThrow('row-level security')
  await expect(becomeHedda(about, (work) => work.db.updateTable('safety_plans').set({ taken_back_at: work.now }).where('participant_id', '=', person.id).execute())).rejects.toThrow('row-level security')
  expect([await change(newer, { taken_back_at: testMoment }), await change(first.id, { replaced_at: null })]).toEqual([1n, 1n])
  // One answer, whether the number is somebody else's or nobody's.
  const theirs = (await (await asSuperuser()).query<{ id: number }>('select id from functional_advice where participant_id = $1', [other.id])).rows[0]!.id
  for (const replaces of [theirs, 1]) await expect(becomeHedda(about, async (work) => work.db.insertInto('functional_advice').values({ ...await row(work), replaces_id: replaces }).execute())).rejects.toThrow('functional_advice_replaces_of_the_same_person')
})

test('it dates neither advice nor a plan, nor their end, back or ahead, and puts off no look at them', async () => {
  const person = await aParticipant({ team: ['Kai', 'Hedda'] })
  const about = { about: person.publicId, does: 'alter' } as const
  const row = async (work: Work) => ({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.id, author_id: work.actor.id, review_on: day('2027-02-23'), written_at: work.now })
  const writes = { functional_advice: { words: 'Newer.', readers: ['facilitator'], told: 'told' }, safety_plans: { signs: 'I stop eating.', own_steps: '', whom_to_call: '', safe_place: '' } }
  for (const [table, what] of Object.entries(writes) as ['functional_advice' | 'safety_plans', object][]) {
    const write = (wrong: object) => becomeHedda(about, async (work) => work.db.insertInto(table).values({ ...await row(work), ...what, ...wrong } as never).execute())
    for (const wrong of [{ written_at: instant('2026-11-22T09:00:00Z') }, { written_at: instant('2026-11-24T09:00:00Z') }, { review_on: day('2026-11-23') }, { review_on: day('2027-11-24') }]) {
      await expect(write(wrong), `${table} ${JSON.stringify(wrong)}`).rejects.toThrow('row-level security')
    }
    await write({})
    const change = async (set: object) => (await becomeHedda(about, async (work) => work.db.updateTable(table).set(set).where('participant_id', '=', person.id).executeTakeFirst())).numUpdatedRows
    const ended = { ended_by: await colleagueId('Hedda'), ended_why: 'Over.' }
    for (const wrong of [{ replaced_at: instant('2026-11-22T09:00:00Z') }, { ...ended, ended_on: day('2026-11-22') }, { ...ended, ended_on: day('2026-11-24') }, { taken_back_at: instant('2026-11-22T09:00:00Z') }]) {
      await expect(change(wrong), `${table} ${JSON.stringify(wrong)}`).rejects.toThrow('row-level security')
    }
    expect(await change({ ...ended, ended_on: day('2026-11-23') })).toBe(1n)
  }
})

test('it is not opened by being asked alone: whoever is called and has opened nothing reads nothing', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 })
  const { greta } = await aCrisis(['Kai', 'Amira', 'Lena'])
  await written(greta)
  expect([await words('Hedda', greta), await words('Amira', greta)]).toEqual([[], []])
})
