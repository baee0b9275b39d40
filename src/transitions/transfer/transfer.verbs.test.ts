import { beforeAll, beforeEach, expect, test } from 'vitest'
import { act, aParticipant, become, becomeParticipant, colleagueId, instant, offerProgrammes, testHouse, testMoment, unitId, visit } from '../../../database/testing/index.ts'
import { asSuperuser, freshId, put } from '../../../database/testing/superuser.ts'
import { aPlan, type Planned } from '../../../database/testing/a-plan.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { assign, teamOf } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Actor, Work } from '../../platform/work.ts'
import { planSession } from '../../sessions/index.ts'
import { movesDue } from '../moves/moves.desk.tsx'
import { meetingsLeftBehind } from '../moves/moves.queries.ts'
import { arriving, transfersOf } from './transfer.queries.ts'
import { announceTransfer, callOffTransfer, noteTransfer, takeOverPerson } from './transfer.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const unitCalled = async (name: string) => become('Kai', async (work) => (await work.db.selectFrom('units').select('public_id').where('name', '=', name).executeTakeFirstOrThrow()).public_id)

/** Of the team, only these go on. */
async function announce(person: Person, { first = 'Lena' as First, to = 'Havn probation office', movesOn = '2026-12-01', on = ['Lena'] } = {}): Promise<string> {
  const unit = await unitCalled(to)
  return by(first, person, async (work) => announceTransfer(work, { to: unit, movesOn: day(movesOn), reason: 'Nearer to the family', authority: 'Prison service',
    team: (await teamOf(work, person.id)).map((one) => ({ assignment: one.public_id, goes: on.some((name) => one.name.startsWith(name)) ? 'on' : 'ends' })) }))
}

/** A coordinator of one unit alone. */
async function coordinatorOf(unit: string): Promise<Actor> {
  const id = await freshId()
  await put('colleagues', { id, public_id: newPublicId(), name: `Hanne Friis ${id}`, title: 'Coordinator' })
  await put('appointments', { id: await freshId(), public_id: newPublicId(), colleague_id: id, role: 'coordinator', unit_id: await unitId(unit), from_at: '2026-11-01T09:00:00Z' })
  return { kind: 'colleague', id, shape: 'casework', name: 'Hanne Friis', roles: ['coordinator'], language: 'en' }
}
const as = <T>(actor: Actor, person: Person, what: (work: Work) => Promise<T>) => act(actor, what, { about: person.publicId })
const refused = async (what: Promise<unknown>) => what.then(() => 'done', (fault: { code: string }) => fault.code)
const unitNow = async (person: Person) => (await (await asSuperuser()).query<{ name: string }>('select u.name from participants p join units u on u.id = p.unit_id where p.id = $1', [person.id])).rows[0]!.name

test('it leaves somebody with the unit that has them until the next one says, on the day, that it does', async () => {
  const jonas = await aParticipant()
  const [hanne, old] = [await coordinatorOf('Havn probation office'), await coordinatorOf('Fjordvik prison')]
  expect(await refused(as(hanne, jonas, thePerson))).toBe('not-found')
  const transfer = await announce(jonas)
  expect([await unitNow(jonas), await refused(as(hanne, jonas, thePerson)), await refused(as(old, jonas, thePerson))]).toEqual(['Fjordvik prison', 'not-found', 'done'])
  expect((await as(hanne, jonas, arriving))[0]).toMatchObject({ transfer, from_unit: 'Fjordvik prison', to_unit: 'Havn probation office', reason: 'Nearer to the family', authority: 'Prison service', announced_by: 'Lena Berg' })
  expect(await refused(as(hanne, jonas, (work) => takeOverPerson(work, transfer)))).toBe('transfer-not-yet')
  await at('2026-12-01T09:00:00Z')
  await as(hanne, jonas, (work) => takeOverPerson(work, transfer))
  expect([await unitNow(jonas), await refused(as(hanne, jonas, thePerson)), await refused(as(old, jonas, thePerson))]).toEqual(['Havn probation office', 'done', 'not-found'])
  expect(await refused(as(hanne, jonas, (work) => takeOverPerson(work, transfer)))).toBe('transfer-taken')
})

test('it shows who comes to the coordinator of the next unit alone, and lets nobody else take them over', async () => {
  const jonas = await aParticipant()
  const [elsewhere, old] = [await coordinatorOf('Nordholm remand'), await coordinatorOf('Fjordvik prison')]
  const transfer = await announce(jonas, { movesOn: '2026-11-23' })
  for (const actor of [elsewhere, old]) {
    expect(await as(actor, jonas, arriving)).toEqual([])
    expect(await refused(as(actor, jonas, (work) => takeOverPerson(work, transfer)))).toBe('not-found')
  }
  for (const first of ['Lena', 'Mia', 'Noor'] as const) expect(await refused(by(first, jonas, (work) => takeOverPerson(work, transfer))), first).toBe('not-found')
  expect(await unitNow(jonas)).toBe('Fjordvik prison')
  expect(await become('Viktor', arriving).then((rows) => rows.length, (fault: { code: string }) => fault.code)).toBe('42501')
})

test('it ends with the move whoever was to end, and nobody else; who has ended sees nothing of them any more', async () => {
  const jonas = await aParticipant({ team: ['Amira', 'Mia', 'Lena'] })
  const [hanne, noor] = [await coordinatorOf('Havn probation office'), await colleagueId('Noor')]
  const transfer = await announce(jonas, { movesOn: '2026-11-23', on: ['Lena', 'Mia'] })
  await become('Kai', (work) => assign(work, { colleagueId: noor, participantId: jonas.id, role: 'assessor' }))
  expect((await by('Amira', jonas, thePerson)).participant_id).toBe(jonas.id)
  await as(hanne, jonas, (work) => takeOverPerson(work, transfer))
  expect((await as(hanne, jonas, (work) => teamOf(work, jonas.id))).map(({ name }) => name).sort()).toEqual(['Lena Berg', 'Mia Juhl', 'Noor Aziz'])
  expect([await refused(by('Amira', jonas, thePerson)), await refused(by('Mia', jonas, thePerson))]).toEqual(['not-found', 'done'])
})

test('it is announced by case manager and coordinator, and by nobody else, also past the verb', async () => {
  for (const first of ['Lena', 'Kai'] as const) expect(await announce(await aParticipant(), { first }), first).toMatch(/^\w{16}/)
  const jonas = await aParticipant()
  for (const first of ['Amira', 'Mia', 'Noor'] as const) expect(await refused(announce(jonas, { first })), first).toBe('not-found')
  const [to, from] = [await unitId('Havn probation office'), await unitId('Fjordvik prison')]
  await expect(by('Amira', jonas, async (work) => work.db.insertInto('unit_transfers').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, from_unit_id: from, to_unit_id: to, moves_on: work.today,
    announced_by: work.actor.id, announced_at: work.now }).execute())).rejects.toThrow(/row-level security/)
})

test('it keeps the reason from a mentor, who reads where and when; the person reads all of their own and nobody else\'s', async () => {
  const [jonas, other] = [await aParticipant(), await aParticipant()]
  await announce(jonas)
  const read = async (first: First) => (await by(first, jonas, (work) => transfersOf(work, jonas.id)))[0]
  expect(await read('Mia')).toMatchObject({ to: 'Havn probation office', movesOn: '2026-12-01', reason: null, authority: null })
  expect(await read('Amira')).toMatchObject({ reason: 'Nearer to the family', authority: 'Prison service' })
  expect((await becomeParticipant(jonas.id, (work) => transfersOf(work, jonas.id)))[0]).toMatchObject({ to: 'Havn probation office', reason: 'Nearer to the family' })
  expect(await becomeParticipant(other.id, (work) => transfersOf(work, jonas.id))).toEqual([])
})

test('it refuses the same unit, nobody there, a slip of the day, a team that changed, somebody who has ended, and a second while one is open', async () => {
  const jonas = await aParticipant()
  expect(await refused(announce(jonas, { to: 'Fjordvik prison' }))).toBe('transfer-same-unit')
  expect(await refused(announce(jonas, { movesOn: '2026-08-01' }))).toBe('transfer-too-long-ago')
  expect(await refused(announce(jonas, { movesOn: '2062-12-01' }))).toBe('transfer-too-far-ahead')
  expect(await refused(by('Lena', jonas, (work) => announceTransfer(work, { to: 'nowhere', movesOn: day('2026-12-01'), reason: 'x', authority: 'y', team: [] })))).toBe('transfer-unit-unknown')
  const havn = await unitCalled('Havn probation office')
  expect(await refused(by('Lena', jonas, (work) => announceTransfer(work, { to: havn, movesOn: day('2026-12-01'), reason: 'x', authority: 'y', team: [] })))).toBe('transfer-team-changed')
  await put('units', { id: await freshId(), public_id: newPublicId(), name: 'Nobody there', kind: 'programme' })
  expect(await refused(announce(jonas, { to: 'Nobody there' }))).toBe('transfer-nobody-there')
  await announce(jonas)
  expect(await refused(announce(jonas, { to: 'Nordholm remand' }))).toBe('transfer-open-already')
  const gone = await aParticipant()
  await (await asSuperuser()).query(`update participants set state = 'ended' where id = $1`, [gone.id])
  expect(await refused(announce(gone))).toBe('transfer-ended')
})

test('it takes one of two announcements at the same moment', async () => {
  const jonas = await aParticipant()
  const both = await Promise.all([refused(announce(jonas)), refused(announce(jonas, { first: 'Kai', to: 'Nordholm remand' }))])
  expect(both.filter((one) => one === 'transfer-open-already')).toHaveLength(1)
  expect(await by('Lena', jonas, (work) => transfersOf(work, jonas.id))).toHaveLength(1)
})

test('it is called off by who may announce, once, and then leaves the way open for another; the history stays', async () => {
  const jonas = await aParticipant()
  const transfer = await announce(jonas)
  expect(await refused(by('Mia', jonas, (work) => callOffTransfer(work, transfer, 'No')))).toBe('not-found')
  await by('Kai', jonas, (work) => callOffTransfer(work, transfer, 'The place was given away.'))
  expect(await refused(by('Kai', jonas, (work) => callOffTransfer(work, transfer, 'Again')))).toBe('transfer-called-off')
  await at('2026-12-01T09:00:00Z')
  expect(await refused(by('Kai', jonas, (work) => takeOverPerson(work, transfer)))).toBe('transfer-called-off')
  await announce(jonas, { to: 'Nordholm remand' })
  expect((await by('Lena', jonas, (work) => transfersOf(work, jonas.id))).map(({ state, calledOffWhy }) => [state, calledOffWhy])).toEqual([['announced', ''], ['called-off', 'The place was given away.']])
})

test('it tells everybody on the team until they say that they know, the next unit until it has them, and the case manager when it is late', async () => {
  const jonas = await aParticipant()
  const hanne = await coordinatorOf('Havn probation office')
  const transfer = await announce(jonas)
  const due = async (first: First) => (await by(first, jonas, movesDue)).map(({ says }) => says)
  expect([await due('Mia'), await due('Amira'), await due('Lena')]).toEqual([['Goes over to Havn probation office'], ['Goes over to Havn probation office'], []])
  for (const _ of [1, 2]) await by('Mia', jonas, (work) => noteTransfer(work, transfer))
  expect(await due('Mia')).toEqual([])
  expect(await refused(by('Noor', jonas, (work) => noteTransfer(work, transfer)))).toBe('not-found')
  expect((await act(hanne, movesDue, {})).filter(({ about }) => about?.startsWith('Jonas Lind')).map(({ says, on }) => [says, on])).toContainEqual(['Comes to your unit', '2026-12-01'])
  expect(await due('Lena')).toEqual([])
  await at('2026-12-02T09:00:00Z')
  expect(await due('Lena')).toEqual(['Havn probation office has not said that it has them'])
  await as(hanne, jonas, (work) => takeOverPerson(work, transfer))
  expect(await due('Lena')).toEqual([])
})

test('it tells whoever was to know that it is called off, the next unit too, without why; and for two weeks alone', async () => {
  const jonas = await aParticipant()
  const hanne = await coordinatorOf('Havn probation office')
  const transfer = await announce(jonas)
  await by('Mia', jonas, (work) => noteTransfer(work, transfer))
  await at('2026-11-24T09:00:00Z')
  await by('Kai', jonas, (work) => callOffTransfer(work, transfer, 'Somebody else got the place.'))
  const due = async (first: First) => (await by(first, jonas, movesDue)).map(({ says }) => says)
  expect([await due('Mia'), await due('Amira'), await due('Kai')]).toEqual([['Does not go over to Havn probation office'], ['Does not go over to Havn probation office'], []])
  const told = async () => (await act(hanne, movesDue, {})).filter(({ href }) => href.includes(transfer)).map(({ says, on }) => [says, on])
  expect(await told()).toEqual([['Does not come to your unit', '2026-11-24']])
  expect((await as(hanne, jonas, arriving))[0]).toMatchObject({ reason: null, authority: null, names: [] })
  await at('2026-12-01T09:00:00Z')
  expect([await refused(as(hanne, jonas, (work) => takeOverPerson(work, transfer))), await unitNow(jonas)]).toEqual(['transfer-called-off', 'Fjordvik prison'])
  await at('2026-12-09T09:00:00Z')
  expect([await told(), await due('Mia'), await as(hanne, jonas, arriving)]).toEqual([[], [], []])
})

test('it goes on telling whoever has not said that they know when the next unit was quicker, and gives them the way to say it', async () => {
  const jonas = await aParticipant()
  const hanne = await coordinatorOf('Havn probation office')
  const transfer = await announce(jonas, { movesOn: '2026-11-23', on: ['Lena', 'Mia', 'Kai'] })
  await as(hanne, jonas, (work) => takeOverPerson(work, transfer))
  const due = async (first: First) => (await by(first, jonas, movesDue)).map(({ says }) => says)
  expect([await due('Mia'), await due('Lena')]).toEqual([['Has gone over to Havn probation office'], []])
  const page = async (first: First) => (await (await visit(first)).get(`/people/${jonas.publicId}/moves`)).text.includes('I know of it')
  expect([await page('Mia'), await page('Lena')]).toEqual([true, false])
  await by('Mia', jonas, (work) => noteTransfer(work, transfer))
  expect([await due('Mia'), await page('Mia')]).toEqual([[], false])
})

test('it leaves nobody on no day: where no coordinator went on, the coordinators of the unit they came to are asked for a team until there is one', async () => {
  const jonas = await aParticipant()
  const [hanne, old] = [await coordinatorOf('Havn probation office'), await coordinatorOf('Fjordvik prison')]
  const transfer = await announce(jonas, { movesOn: '2026-11-23', on: [] })
  await as(hanne, jonas, (work) => takeOverPerson(work, transfer))
  const alone = async (actor: Actor) => (await act(actor, movesDue, {})).filter(({ href }) => href === `/people/${jonas.publicId}/team`).map(({ says }) => says)
  expect([await alone(hanne), await alone(old)]).toEqual([['Nobody coordinates them yet'], []])
  await as(hanne, jonas, (work) => assign(work, { colleagueId: hanne.id, participantId: jonas.id, role: 'coordinator' }))
  expect(await alone(hanne)).toEqual([])
})

test('it lets no meeting disappear: what was planned in the old place for after the move needs one, until it is moved or the transfer is called off', async () => {
  const jonas: Planned = await aPlan()
  const plan = (on: string) => by('Amira', jonas, (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place: 'Room 4' }))
  for (const on of ['2026-11-30', '2026-12-01', '2026-12-08']) await plan(on)
  await at('2026-11-24T09:00:00Z')
  const transfer = await announce(jonas, { on: ['Lena', 'Amira'] })
  await at('2026-11-25T09:00:00Z')
  await plan('2026-12-15')
  const left = async (first: First) => (await by(first, jonas, (work) => meetingsLeftBehind(work, jonas.id))).map(({ starts_at: when }) => when.slice(0, 10))
  expect(await left('Lena')).toEqual(['2026-12-01', '2026-12-08'])
  expect((await by('Amira', jonas, movesDue)).find(({ says }) => says.startsWith('Needs a place'))?.because).toContain('2 meetings')
  expect((await by('Mia', jonas, movesDue)).some(({ says }) => says.startsWith('Needs a place'))).toBe(false)
  await by('Kai', jonas, (work) => callOffTransfer(work, transfer, 'Stays here'))
  expect(await left('Lena')).toEqual([])
})
