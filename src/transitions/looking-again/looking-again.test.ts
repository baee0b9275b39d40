import { beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, instant, testHouse, testMoment, visit } from '../../../database/testing/index.ts'
import { freshId, put } from '../../../database/testing/superuser.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { teamOf } from '../../access/index.ts'
import { day } from '../../platform/day.ts'
import { newPublicId } from '../../platform/open-work.ts'
import type { Work } from '../../platform/work.ts'
import { ordersOf } from '../monitoring.queries.ts'
import { endOrder, recordOrder } from '../monitoring.verbs.ts'
import { transitionsDue } from '../transitions.desk.tsx'
import { arrangeMaintenance, handOver } from '../transitions.verbs.ts'
import { handOversOf, maintenanceOf } from '../transitions.queries.ts'
import { checkLook, firstLook, latestLook } from './looking-again.ts'
import { lookAgain, looksAt } from './looking-again.verbs.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId, does: 'collect' })
const due = async (first: First, person: Person) => (await by(first, person, transitionsDue)).filter(({ says }) => says === 'Is this monitoring still needed?').map(({ on }) => on)
const found = { finding: 'ease' as const, words: 'Home by eleven would do: he works late.', ownWords: 'I lose the job with it.', nextOn: day('2027-03-20') }
const terms = { fromOn: day('2026-12-01'), untilOn: day('2027-12-01'), says: 'Home by nine.', authority: 'District court', household: 'alone' as const }

async function monitored(more: object = {}): Promise<Person & { order: string }> {
  const person = await aParticipant()
  const support = (await by('Lena', person, (work) => teamOf(work, person.id))).find(({ name }) => name.startsWith('Mia'))!.public_id
  await by('Lena', person, (work) => recordOrder(work, { ...terms, support, ...more }))
  return { ...person, order: (await by('Lena', person, (work) => ordersOf(work, person.id)))[0]!.publicId }
}

test('it is looked at within three months, never after its end, and next on a day that lies ahead', () => {
  const today = day('2026-11-23')
  expect(firstLook(terms, today)).toBe('2027-03-01')
  expect(firstLook({ fromOn: day('2026-10-01'), untilOn: day('2026-12-24') }, today)).toBe('2026-12-24')
  expect(() => checkLook(latestLook(today), { today, from: today })).not.toThrow()
  expect(() => checkLook(today, { today, from: today })).toThrow('monitoring-look-past')
  expect(() => checkLook(day('2027-02-24'), { today, from: today })).toThrow('monitoring-look-too-far')
})

test('it stands on the day of the case manager from its day on, and of nobody else, until it was looked at again or has ended', async () => {
  const nils = await monitored()
  await at('2027-02-28T09:00:00Z')
  expect(await due('Lena', nils)).toEqual([])
  await at('2027-03-01T09:00:00Z')
  expect(await due('Lena', nils)).toEqual(['2027-03-01'])
  for (const first of ['Kai', 'Amira', 'Mia'] as const) expect(await due(first, nils), first).toEqual([])
  await by('Lena', nils, (work) => lookAgain(work, nils.order, found))
  expect(await due('Lena', nils)).toEqual([])
  await at('2027-03-21T09:00:00Z')
  expect(await due('Lena', nils)).toEqual(['2027-03-20'])
  await by('Lena', nils, (work) => endOrder(work, nils.order, 'The court lifted it.'))
  expect(await due('Lena', nils)).toEqual([])
})

test('it asks of an order from before it was asked, three months after that began', async () => {
  const nils = await aParticipant()
  const support = (await by('Lena', nils, (work) => teamOf(work, nils.id))).find(({ name }) => name.startsWith('Mia'))!.id
  await put('monitoring_orders', { id: await freshId(), public_id: newPublicId(), participant_id: nils.id, support_id: support, from_on: '2026-06-01', until_on: '2027-06-01', says: 'A band', authority: 'Court', recorded_by: await colleagueId('Lena'), recorded_at: '2026-06-01T09:00:00Z' })
  expect(await due('Lena', nils)).toEqual(['2026-09-01'])
})

test('it is written by the case manager alone, of an order that runs, by the verb and by the database; read by the facilitator and the person', async () => {
  const nils = await monitored()
  for (const first of ['Amira', 'Mia', 'Kai'] as const) await expect(by(first, nils, (work) => lookAgain(work, nils.order, found)), first).rejects.toMatchObject({ code: 'not-found' })
  await by('Lena', nils, (work) => lookAgain(work, nils.order, { ...found, nextOn: day('2027-02-20') }))
  for (const [reader, count] of [['Amira', 1], ['Lena', 1], ['Mia', 0], ['Kai', 0]] as const) expect(await by(reader, nils, (work) => looksAt(work, nils.id)), reader).toHaveLength(count)
  expect(await becomeParticipant(nils.id, (work) => looksAt(work, nils.id))).toMatchObject([{ finding: 'ease', ownWords: 'I lose the job with it.' }])
  const orderId = (await by('Lena', nils, (work) => ordersOf(work, nils.id)))[0]!.id
  const write = (first: First, reviewedBy?: number, nextOn = '2026-12-24') => by(first, nils, async (work) => work.db.insertInto('monitoring_reviews').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: nils.id, order_id: orderId, finding: 'needed', words: 'x',
    next_on: day(nextOn), reviewed_by: reviewedBy ?? work.actor.id, reviewed_at: work.now }).execute())
  await expect(write('Amira')).rejects.toThrow(/row-level security/)
  await expect(write('Lena', await colleagueId('Amira'))).rejects.toThrow(/row-level security/)
  await expect(write('Lena', undefined, '2027-02-24')).rejects.toThrow(/row-level security/)
  await write('Lena', undefined, '2027-02-23')
  await by('Lena', nils, (work) => endOrder(work, nils.order, 'Lifted.'))
  await expect(write('Lena')).rejects.toThrow(/row-level security/)
})

test('it says on the page by when, keeps what was typed, and shows what was found', async () => {
  const nils = await monitored()
  const lena = await visit('Lena')
  const here = `/people/${nils.publicId}/monitoring`
  const before = (await lena.get(here)).text
  expect(before).toMatch(/To be looked at again by<\/dt><dd>1 March 2027/)
  // Nothing was found yet: no empty list to hear; and of several orders each link says which.
  expect(before).not.toContain('class="timeline"')
  expect(before).toMatch(/Look at this order again<span class="ds-sr-only"> 1 December 2026 to 1 December 2027[^<]*District court<\/span>/)
  const far = await lena.send(`${here}/${nils.order}/reviews`, { ...found, nextOn: '2027-12-01' })
  expect([far.status, far.text.includes('Home by eleven would do')]).toEqual([422, true])
  expect((await lena.send(`${here}/${nils.order}/reviews`, { ...found, nextOn: '2027-02-20' })).status).toBe(303)
  const page = (await lena.get(here)).text
  for (const words of ['the authority should be asked to ease it', 'I lose the job with it.']) expect(page).toContain(words)
  expect(page).toMatch(/To be looked at again by<\/dt><dd>20 February 2027/)
  expect((await (await visit('Amira')).get(`${here}/${nils.order}/reviews`)).status).toBe(404)
})

test('it proposes no look after the end of the order, and never says that it is looked at when it has ended', async () => {
  const nils = await monitored({ untilOn: day('2027-01-10') })
  await at('2026-12-02T09:00:00Z')
  const [lena, here] = [await visit('Lena'), `/people/${nils.publicId}/monitoring`]
  expect((await lena.get(`${here}/${nils.order}/reviews`)).text).toMatch(/name="nextOn" value="2027-01-10" min="2026-12-03" max="2027-01-10"/)
  await by('Lena', nils, (work) => lookAgain(work, nils.order, { ...found, nextOn: day('2027-02-20') }))
  expect((await lena.get(here)).text).toMatch(/To be looked at again by<\/dt><dd>10 January 2027/)
})

test('it takes once what is sent from several windows: an order, meetings after the end, a hand-over', async () => {
  const nils = await monitored()
  const lenas = (await by('Lena', nils, (work) => teamOf(work, nils.id)))
  const [mia, lena] = ['Mia', 'Lena'].map((first) => lenas.find(({ name }) => name.startsWith(first))!)
  await expect(by('Lena', nils, (work) => recordOrder(work, { ...terms, support: mia!.public_id }))).rejects.toMatchObject({ code: 'monitoring-recorded' })
  await by('Lena', nils, (work) => recordOrder(work, { ...terms, support: mia!.public_id, says: 'Home by ten.' }))
  expect(await by('Lena', nils, (work) => ordersOf(work, nils.id))).toHaveLength(2)
  for (const meetings of [6, 6, 8]) await by('Kai', nils, (work) => arrangeMaintenance(work, { who: mia!.colleague_public_id, fromOn: day('2026-12-01'), everyWeeks: 2, meetings }))
  expect(await by('Kai', nils, (work) => maintenanceOf(work, nils.id))).toHaveLength(2)
  for (const words of ['The keys.', 'The keys.', 'The keys, both.']) await by('Kai', nils, (work) => handOver(work, { to: lena!.colleague_public_id, items: ['goals'], words }))
  expect(await by('Kai', nils, (work) => handOversOf(work, nils.id))).toHaveLength(2)
})
