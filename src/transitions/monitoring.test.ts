import { beforeEach, expect, test } from 'vitest'
import { aParticipant, become, colleagueId, instant, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { assign, endAssignment, teamOf } from '../access/index.ts'
import { day } from '../platform/day.ts'
import { newPublicId } from '../platform/open-work.ts'
import type { Work } from '../platform/work.ts'
import { ordersOf } from './monitoring.queries.ts'
import { endOrder, recordOrder } from './monitoring.verbs.ts'
import { transitionsDue } from './transitions.desk.tsx'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const assignmentOf = async (person: Person, first: First) => { const id = await colleagueId(first); return (await by('Lena', person, (work) => teamOf(work, person.id))).find((one) => one.colleague_id === id)! }
const order = (support: string) => ({ support, fromOn: day('2026-12-01'), untilOn: day('2027-03-01'), says: 'A band at the ankle, home by nine.', authority: 'Fjordvik District Court', household: 'agreed' as const, householdSays: 'His sister hears the device at night.' })
const raised = async (person: Person, first: First) => (await by(first, person, transitionsDue)).map(({ says }) => says)

test('it is taken up beside a living support contact, read by case manager and facilitator and by nobody else', async () => {
  const nils = await aParticipant()
  const mia = await assignmentOf(nils, 'Mia')
  await by('Lena', nils, (work) => recordOrder(work, order(mia.public_id)))
  for (const first of ['Lena', 'Amira'] as const) expect(await by(first, nils, (work) => ordersOf(work, nils.id)), first).toMatchObject([{ beside: 'Mia Juhl', authority: 'Fjordvik District Court' }])
  for (const first of ['Kai', 'Mia'] as const) expect(await by(first, nils, (work) => ordersOf(work, nils.id)), first).toEqual([])
  await expect(by('Amira', nils, (work) => recordOrder(work, order(mia.public_id)))).rejects.toMatchObject({ code: 'not-found' })
})

test('it is refused alone by the verb, and a case manager or coordinator is no support', async () => {
  const nils = await aParticipant({ team: ['Kai', 'Lena'] })
  const lena = await assignmentOf(nils, 'Lena')
  await expect(by('Lena', nils, (work) => recordOrder(work, order(lena.public_id)))).rejects.toMatchObject({ code: 'monitoring-alone' })
  const withMia = await aParticipant()
  const own = await assignmentOf(withMia, 'Lena')
  await expect(by('Lena', withMia, (work) => recordOrder(work, order(own.public_id)))).rejects.toMatchObject({ code: 'monitoring-beside-nobody' })
})

test('it is refused alone by the database: with no support, one that has ended, the case manager, or another person\'s', async () => {
  const [nils, other] = [await aParticipant(), await aParticipant()]
  const [mia, lena, another] = [await assignmentOf(nils, 'Mia'), await assignmentOf(nils, 'Lena'), await assignmentOf(other, 'Mia')]
  const put = (supportId: number | null) => by('Lena', nils, async (work) => work.db.insertInto('monitoring_orders').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, support_id: supportId as number,
    from_on: work.today, until_on: work.today, says: 'A band', authority: 'Court', recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await expect(put(null)).rejects.toThrow(/support_id|row-level security/)
  await expect(put(lena.id)).rejects.toThrow(/row-level security/)
  await expect(put(another.id)).rejects.toThrow(/row-level security/)
  await at('2026-11-24T09:00:00Z')
  await become('Kai', (work) => endAssignment(work, mia.public_id))
  await expect(put(mia.id)).rejects.toThrow(/row-level security/)
})

test('it is raised to the case manager alone when the last support ends, and not while one is left', async () => {
  const nils = await aParticipant()
  const [mia, amira] = [await assignmentOf(nils, 'Mia'), await assignmentOf(nils, 'Amira')]
  await by('Lena', nils, (work) => recordOrder(work, order(mia.public_id)))
  await at('2026-12-02T09:00:00Z')
  await become('Kai', (work) => endAssignment(work, mia.public_id))
  expect(await raised(nils, 'Lena')).toEqual([])
  await at('2026-12-03T09:00:00Z')
  await become('Kai', (work) => endAssignment(work, amira.public_id))
  const [due] = await by('Lena', nils, transitionsDue)
  expect(due).toMatchObject({ on: '2026-12-03', says: 'Monitoring without anybody beside it' })
  expect(await raised(nils, 'Kai')).not.toContain('Monitoring without anybody beside it')
  const [running] = await by('Lena', nils, (work) => ordersOf(work, nils.id))
  await by('Lena', nils, (work) => endOrder(work, running!.publicId, 'The court lifted it.'))
  expect(await raised(nils, 'Lena')).toEqual([])
  await expect(by('Lena', nils, (work) => endOrder(work, running!.publicId, 'Again.'))).rejects.toMatchObject({ code: 'not-found' })
})

/** A mentor of this person alone, whose appointment can end. */
async function aMentorOf(person: Person): Promise<{ id: number, assignment: string }> {
  const [id, publicId] = [await freshId(), newPublicId()]
  await put('colleagues', { id, public_id: publicId, name: `Nora Holm ${id}`, title: 'Mentor' })
  await put('appointments', { id: await freshId(), public_id: newPublicId(), colleague_id: id, role: 'mentor', from_at: '2026-11-01T09:00:00Z' })
  return { id, assignment: await become('Kai', (work) => assign(work, { colleagueId: id, participantId: person.id, role: 'mentor' })) }
}

test('it counts nobody as living who is appointed no more: it is raised, and refused anew by the verb and by the database', async () => {
  const nils = await aParticipant({ team: ['Kai', 'Lena'] })
  const nora = await aMentorOf(nils)
  await by('Lena', nils, (work) => recordOrder(work, order(nora.assignment)))
  expect(await raised(nils, 'Lena')).toEqual([])
  await (await asSuperuser()).query(`update appointments set until_at = '2026-11-30T16:00:00Z' where colleague_id = $1`, [nora.id])
  await at('2026-12-02T09:00:00Z')
  expect(await by('Lena', nils, transitionsDue)).toMatchObject([{ on: '2026-11-30', says: 'Monitoring without anybody beside it' }])
  await expect(by('Lena', nils, (work) => recordOrder(work, order(nora.assignment)))).rejects.toMatchObject({ code: 'monitoring-alone' })
  const support = (await by('Lena', nils, (work) => teamOf(work, nils.id))).find(({ public_id: id }) => id === nora.assignment)!.id
  await expect(by('Lena', nils, async (work) => work.db.insertInto('monitoring_orders').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, support_id: support, household: 'alone',
    from_on: work.today, until_on: work.today, says: 'A band', authority: 'Court', recorded_by: work.actor.id, recorded_at: work.now }).execute())).rejects.toThrow(/row-level security/)
})

test('it asks what it means for those who live there, and takes no order that is over', async () => {
  const nils = await aParticipant()
  const { public_id: mia } = await assignmentOf(nils, 'Mia')
  await expect(by('Lena', nils, (work) => recordOrder(work, { ...order(mia), householdSays: undefined }))).rejects.toMatchObject({ code: 'monitoring-household-unsaid' })
  await expect(by('Lena', nils, (work) => recordOrder(work, { ...order(mia), fromOn: day('2026-10-01'), untilOn: day('2026-11-22') }))).rejects.toMatchObject({ code: 'monitoring-over' })
  await by('Lena', nils, (work) => recordOrder(work, { ...order(mia), household: 'not-agreed' }))
  expect(await by('Amira', nils, (work) => ordersOf(work, nils.id))).toMatchObject([{ household: 'not-agreed', householdSays: 'His sister hears the device at night.' }])
  await by('Lena', nils, (work) => recordOrder(work, { ...order(mia), household: 'alone', householdSays: undefined }))
})

test('it says on the page why there is no form, and ends no order before it begins', async () => {
  const [alone, nils] = [await aParticipant({ team: ['Kai', 'Lena'] }), await aParticipant()]
  const lena = await visit('Lena')
  expect((await lena.get(`/people/${alone.publicId}/monitoring`)).text).toContain('Nobody who supports this person is on the team')
  const { public_id: support } = await assignmentOf(nils, 'Mia')
  const again = await lena.send(`/people/${nils.publicId}/monitoring`, { ...order(support), untilOn: '2026-11-01' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('home by nine')
  const sent = await lena.send(`/people/${nils.publicId}/monitoring`, order(support))
  expect(sent.status).toBe(303)
  expect((await (await visit('Mia')).get(`/people/${nils.publicId}/monitoring`)).status).toBe(404)
})
