import { beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, instant, testHouse, testMoment, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { assign, endAssignment, teamOf } from '../access/index.ts'
import type { First } from '../../database/seeds/cast.ts'
import { addToDirectory, closeInDirectory } from '../community/index.ts'
import { recordRelease } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { recordRecall } from './recall/recall.verbs.ts'
import { transitionsDue } from './transitions.desk.tsx'
import { handOversOf, knownReleases, leadTime, linksOf, maintenanceOf, ownersOf } from './transitions.queries.ts'
import { acknowledgeOwner, answerLink, arrangeMaintenance, handOver, nameOwner, setLeadTime, takeOver } from './transitions.verbs.ts'

beforeEach(async () => { (await testHouse()).clock.now = testMoment })

type Person = { id: number, publicId: string }
const at = async (moment: string) => { (await testHouse()).clock.now = instant(moment) }
const by = <T>(first: First, person: Person, what: (work: Work) => Promise<T>) => become(first, what, { about: person.publicId })
const releaseOn = (person: Person, on: string, reason = 'Term shortened by the court') => by('Lena', person, (work) => recordRelease(work, { releaseOn: day(on), reason, authority: 'Fjordvik District Court' }))
const dueOf = async (person: Person, first: First) => (await by(first, person, transitionsDue)).map(({ says }) => says)
const publicIdOf = (first: First) => become(first, async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', work.actor.id).executeTakeFirstOrThrow()).public_id)
const nameLena = async (person: Person) => { const owner = `colleague:${await publicIdOf('Lena')}`; await by('Amira', person, (work) => nameOwner(work, owner)) }
const aPlace = () => become('Kai', (work) => addToDirectory(work, { kind: 'work', name: 'Norland Timber', area: 'Østby', offers: 'Trial work.', reach: '+45 70 10 00 21' }))

test('it opens by itself for coordinator and facilitator, below lead time with the court as its cause, and for nobody else', async () => {
  const tora = await aParticipant()
  await releaseOn(tora, '2027-09-01', 'Two thirds served')
  expect(await dueOf(tora, 'Amira')).toEqual([])
  await at('2026-11-24T09:00:00Z')
  await releaseOn(tora, '2026-12-28')
  const [due] = await by('Amira', tora, transitionsDue)
  expect(due).toMatchObject({ says: 'Name an owner outside', on: '2026-11-24' })
  expect(due!.because).toContain('Below lead time, cause: Term shortened by the court, Fjordvik District Court.')
  expect([await dueOf(tora, 'Kai'), await dueOf(tora, 'Mia'), await dueOf(tora, 'Lena')]).toEqual([['Name an owner outside'], [], []])
})

test('it is made no younger by a later confirmation of the same day', async () => {
  const tora = await aParticipant()
  await releaseOn(tora, '2027-01-10')
  await at('2026-12-01T09:00:00Z')
  await releaseOn(tora, '2027-01-10', 'Confirmed')
  expect((await by('Amira', tora, (work) => knownReleases(work, [tora.id]))).get(tora.id)).toMatchObject({ knownOn: '2026-11-23', reason: 'Term shortened by the court' })
})

test('it takes a colleague of probation as owner, who finds it on their day until they say that they know', async () => {
  const tora = await aParticipant()
  await releaseOn(tora, '2026-12-28')
  await nameLena(tora)
  expect(await dueOf(tora, 'Lena')).toEqual(['You are named as owner outside'])
  expect(await dueOf(tora, 'Amira')).toEqual([])
  await at('2026-12-01T09:00:00Z')
  expect(await dueOf(tora, 'Amira')).toEqual(['Lena Berg has not said that they know'])
  await expect(by('Amira', tora, (work) => acknowledgeOwner(work))).rejects.toMatchObject({ code: 'not-found' })
  await by('Lena', tora, (work) => acknowledgeOwner(work))
  expect([await dueOf(tora, 'Lena'), await dueOf(tora, 'Amira')]).toEqual([[], []])
  await expect(by('Lena', tora, (work) => acknowledgeOwner(work))).rejects.toMatchObject({ code: 'owner-acknowledged' })
})

test('it asks for somebody else outside when whoever was named has left the team or has closed, and tells the person of nobody', async () => {
  const [tora, nils, place] = [await aParticipant(), await aParticipant(), await aPlace()]
  for (const person of [tora, nils]) await releaseOn(person, '2026-12-28')
  await nameLena(tora)
  await by('Lena', tora, (work) => acknowledgeOwner(work))
  await by('Amira', nils, (work) => nameOwner(work, `place:${place}`))
  await by('Amira', nils, (work) => acknowledgeOwner(work, { words: 'The foreman.' }))
  await at('2026-12-01T09:00:00Z')
  const lena = await colleagueId('Lena')
  await become('Kai', async (work) => endAssignment(work, (await teamOf(work, tora.id)).find((one) => one.colleague_id === lena)!.public_id), { about: tora.publicId })
  await become('Kai', (work) => closeInDirectory(work, place, 'The firm has moved.'))
  for (const [person, name] of [[tora, 'Lena Berg'], [nils, 'Norland Timber']] as const) {
    expect(await by('Amira', person, transitionsDue), name).toMatchObject([{ says: 'Name an owner outside', because: `${name} was named, and is there no more.` }])
    expect((await (await visit('Amira')).get(`/people/${person.publicId}/outside`)).text).toContain(`${name} was named, and is there no more.`)
  }
  const own = (await (await visitAsParticipant(tora)).get('/own/outside')).text
  expect([own.includes('Nobody is named yet.'), own.includes('Lena Berg')]).toEqual([true, false])
})

test('it does not take whoever knew of one way out to know of the next: after a recall and a new day somebody is asked for anew', async () => {
  const tora = await aParticipant()
  await releaseOn(tora, '2026-12-01')
  await nameLena(tora)
  await by('Lena', tora, (work) => acknowledgeOwner(work))
  await at('2026-12-10T09:00:00Z')
  await by('Lena', tora, (work) => recordRecall(work, { recalledOn: day('2026-12-09'), authority: 'Parole board', reason: 'Moved.' }))
  await at('2026-12-11T09:00:00Z')
  await releaseOn(tora, '2027-02-01', 'Parole anew')
  expect((await by('Amira', tora, transitionsDue)).filter(({ says }) => says === 'Name an owner outside')).toMatchObject([{ because: 'Lena Berg was named for an earlier way out.' }])
  await nameLena(tora)
  expect(await dueOf(tora, 'Amira')).not.toContain('Name an owner outside')
})

test('it keeps what was heard of one place for no other that was named meanwhile', async () => {
  const [tora, place] = [await aParticipant(), await aPlace()]
  await by('Kai', tora, (work) => nameOwner(work, `place:${place}`))
  const [shown] = await by('Amira', tora, (work) => ownersOf(work, [tora.id]))
  await at('2026-11-24T09:00:00Z')
  const other = await become('Kai', (work) => addToDirectory(work, { kind: 'housing', name: 'Harbour house', area: 'Østby', offers: 'A room.', reach: '+45 70 10 00 22' }))
  await by('Kai', tora, (work) => nameOwner(work, `place:${other}`))
  const amira = await visit('Amira')
  const late = await amira.send(`/people/${tora.publicId}/outside/owner/acknowledgement`, { owner: shown!.publicId, words: 'The foreman.' })
  expect(late.status).toBe(409)
  for (const words of ['Harbour house has been named since you opened this', 'The foreman.']) expect(late.text).toContain(words)
  expect((await by('Amira', tora, (work) => ownersOf(work, [tora.id]))).map(({ words }) => words)).toEqual(['', ''])
})

test('it takes nobody who works inside, nobody off the team, and no naming by who may not arrange', async () => {
  const tora = await aParticipant()
  const ids = { mia: await publicIdOf('Mia'), cleo: await publicIdOf('Cleo'), lena: await publicIdOf('Lena') }
  for (const id of [ids.mia, ids.cleo]) await expect(by('Amira', tora, (work) => nameOwner(work, `colleague:${id}`))).rejects.toMatchObject({ code: 'owner-not-outside' })
  for (const first of ['Lena', 'Mia'] as const) await expect(by(first, tora, (work) => nameOwner(work, `colleague:${ids.lena}`)), first).rejects.toMatchObject({ code: 'not-found' })
})

test('it refuses in the database that anybody acknowledges for a colleague, or arranges without the right', async () => {
  const tora = await aParticipant()
  await nameLena(tora)
  const [owner] = await by('Amira', tora, (work) => ownersOf(work, [tora.id]))
  await expect(by('Amira', tora, async (work) => work.db.insertInto('transition_acknowledgements').values({ id: await work.newId(), owner_id: owner!.id, by_id: work.actor.id, acknowledged_at: work.now }).execute())).rejects.toThrow(/row-level security/)
  await expect(by('Lena', tora, async (work) => work.db.insertInto('transition_owners').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: tora.id, colleague_id: work.actor.id, acknowledge_by: work.today, named_by: work.actor.id, named_at: work.now }).execute())).rejects.toThrow(/row-level security/)
})

test('it takes a place as owner, for which whoever arranges writes down with whom they spoke', async () => {
  const [tora, place] = [await aParticipant(), await aPlace()]
  await releaseOn(tora, '2026-12-28')
  await by('Kai', tora, (work) => nameOwner(work, `place:${place}`))
  expect(await dueOf(tora, 'Amira')).toEqual(['Norland Timber has not said that they know'])
  await expect(by('Mia', tora, (work) => acknowledgeOwner(work, { words: 'The foreman.' }))).rejects.toMatchObject({ code: 'not-found' })
  await by('Amira', tora, (work) => acknowledgeOwner(work, { words: 'The foreman.' }))
  expect((await by('Mia', tora, (work) => ownersOf(work, [tora.id])))[0]).toMatchObject({ name: 'Norland Timber', words: 'The foreman.' })
})

test('it keeps what the person says of a place, agreed or not, with what they said before; the person reads it', async () => {
  const [tora, place] = [await aParticipant(), await aPlace()]
  await by('Amira', tora, (work) => answerLink(work, { place, answer: 'not-agreed', words: 'Too far.' }))
  await at('2026-11-24T09:00:00Z')
  await by('Amira', tora, (work) => answerLink(work, { place, answer: 'agreed' }))
  expect((await becomeParticipant(tora.id, (work) => linksOf(work, tora.id))).map(({ answer, words }) => [answer, words])).toEqual([['agreed', ''], ['not-agreed', 'Too far.']])
  const other = await aParticipant()
  expect(await becomeParticipant(other.id, (work) => linksOf(work, tora.id))).toEqual([])
  await expect(by('Amira', tora, (work) => answerLink(work, { place: 'nowhere', answer: 'agreed' }))).rejects.toMatchObject({ code: 'link-place-unknown' })
  await expect(by('Mia', tora, (work) => answerLink(work, { place, answer: 'agreed' }))).rejects.toMatchObject({ code: 'not-found' })
})

test('it arranges meetings after the end with somebody of the team, not in the past', async () => {
  const tora = await aParticipant()
  const who = await publicIdOf('Mia')
  const wish = { who, fromOn: day('2027-01-05'), everyWeeks: 2, meetings: 6 }
  await by('Amira', tora, (work) => arrangeMaintenance(work, wish))
  expect(await by('Mia', tora, (work) => maintenanceOf(work, tora.id))).toMatchObject([{ name: 'Mia Juhl', fromOn: '2027-01-05', everyWeeks: 2, meetings: 6 }])
  await expect(by('Amira', tora, (work) => arrangeMaintenance(work, { ...wish, fromOn: day('2026-11-22') }))).rejects.toMatchObject({ code: 'maintenance-in-the-past' })
  const cleo = await publicIdOf('Cleo')
  await expect(by('Amira', tora, (work) => arrangeMaintenance(work, { ...wish, who: cleo }))).rejects.toMatchObject({ code: 'maintenance-not-on-team' })
})

test('it hands over what is named to the next worker, who alone says that they have it', async () => {
  const tora = await aParticipant()
  const noor = await colleagueId('Noor')
  await become('Kai', (work) => assign(work, { colleagueId: noor, participantId: tora.id, role: 'assessor' }))
  const to = await publicIdOf('Noor')
  await by('Amira', tora, (work) => handOver(work, { to, items: ['meetings', 'agreements'], words: 'Mornings are best.' }))
  expect(await dueOf(tora, 'Noor')).toEqual(['Handed over to you'])
  const [handed] = await by('Noor', tora, (work) => handOversOf(work, tora.id))
  await expect(by('Kai', tora, (work) => takeOver(work, handed!.publicId))).rejects.toMatchObject({ code: 'not-found' })
  await at('2026-12-01T09:00:00Z')
  expect(await dueOf(tora, 'Amira')).toContain('What you handed over is not taken yet')
  await by('Noor', tora, (work) => takeOver(work, handed!.publicId))
  expect([await dueOf(tora, 'Noor'), await dueOf(tora, 'Amira')]).toEqual([[], []])
  await expect(by('Noor', tora, (work) => takeOver(work, handed!.publicId))).rejects.toMatchObject({ code: 'hand-over-taken' })
})

test('it tells the coordinator that nobody has taken what was handed over, once whoever handed it has left; the person reads all of it', async () => {
  const tora = await aParticipant()
  const to = await publicIdOf('Mia')
  await by('Amira', tora, (work) => handOver(work, { to, items: ['meetings', 'goals'], words: 'Mornings are best.' }))
  const amira = await colleagueId('Amira')
  await become('Kai', async (work) => endAssignment(work, (await teamOf(work, tora.id)).find((one) => one.colleague_id === amira)!.public_id), { about: tora.publicId })
  expect(await dueOf(tora, 'Kai')).toEqual([])
  await at('2026-12-01T09:00:00Z')
  expect([await dueOf(tora, 'Kai'), await dueOf(tora, 'Lena')]).toEqual([['What was handed over is not taken yet'], []])
  const own = (await (await visitAsParticipant(tora)).get('/own/outside')).text
  for (const words of ['Amira Haddad to Mia Juhl', 'Goals as agreed', 'Mornings are best.']) expect(own).toContain(words)
})

test('it puts an arranged meeting after the end on the day of whoever holds it, as long as none is planned', async () => {
  const tora = await aParticipant()
  const who = await publicIdOf('Mia')
  await by('Amira', tora, (work) => arrangeMaintenance(work, { who, fromOn: day('2026-12-10'), everyWeeks: 2, meetings: 3 }))
  expect(await dueOf(tora, 'Mia')).toEqual([])
  await (await asSuperuser()).query(`update participants set state = 'ended' where id = $1`, [tora.id])
  expect(await dueOf(tora, 'Mia')).toEqual([])
  await at('2026-11-27T09:00:00Z')
  expect([await dueOf(tora, 'Mia'), await dueOf(tora, 'Amira')]).toEqual([['Plan a meeting after the end'], []])
  await at('2027-01-08T09:00:00Z')
  expect(await dueOf(tora, 'Mia')).toEqual([])
})

test('it lets no state of the person travel without what it is needed for, by the verb and by the database', async () => {
  const tora = await aParticipant()
  const [to, mia] = [await publicIdOf('Mia'), await colleagueId('Mia')]
  await expect(by('Amira', tora, (work) => handOver(work, { to, items: ['states'] }))).rejects.toMatchObject({ code: 'hand-over-states-without-need' })
  await expect(by('Amira', tora, (work) => handOver(work, { to, items: ['goals'], statesNeededFor: 'To know her.' }))).rejects.toMatchObject({ code: 'hand-over-states-without-need' })
  await expect(by('Amira', tora, async (work) => work.db.insertInto('transition_hand_overs').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: tora.id, to_id: mia, items: ['states'],
    acknowledge_by: work.today, handed_by: work.actor.id, handed_at: work.now }).execute())).rejects.toThrow(/states_only_if_needed/)
  await by('Amira', tora, (work) => handOver(work, { to, items: ['states', 'goals'], statesNeededFor: 'Mia goes on with the same part.' }))
  await expect(by('Amira', tora, async (work) => handOver(work, { to: await publicIdOf('Amira'), items: ['goals'] }))).rejects.toMatchObject({ code: 'hand-over-to-nobody' })
})

test('it counts with the lead time of the service once an administrator has written it down with its rule', async () => {
  expect(await become('Ravi', leadTime)).toEqual({ days: 90, rule: null })
  await expect(become('Kai', (work) => setLeadTime(work, { days: 30, rule: 'Mine' }))).rejects.toThrow(/permission denied/)
  await become('Ravi', (work) => setLeadTime(work, { days: 120, rule: 'Instruction 12, section 3' }))
  expect(await become('Amira', leadTime)).toMatchObject({ days: 120, rule: 'Instruction 12, section 3' })
})
