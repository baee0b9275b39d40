import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { become, colleagueId, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { aHeldSession, ullaSupervisesAmira, type HeldSession } from '../../database/testing/an-observed-session.ts'
import type { First } from '../../database/seeds/cast.ts'
import { theColleague } from '../people/index.ts'
import { addMinutes } from '../platform/day.ts'
import type { Answer } from './fidelity.ts'
import { ratingsAbout, ratingsOfSession, sessionsToObserve, sessionsToRate } from './fidelity.queries.ts'
import { lockRating, nameObserver, whatIsAsked } from './fidelity.verbs.ts'

beforeAll(offerProgrammes)
beforeAll(ullaSupervisesAmira)

const collects = { does: 'collect', shows: 'integrity_rating' } as const

async function names(first: First, one: HeldSession, { observer = 'Otto' as First, saidYes = true } = {}) {
  const id = await publicIdOf(observer)
  return become(first, (work) => nameObserver(work, one.session, { observer: id, reason: 'Her first sessions.', saidYes }), collects)
}

async function publicIdOf(first: First): Promise<string> {
  const id = await colleagueId(first)
  return become('Kai', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow()).public_id)
}

const rates = (first: First, one: HeldSession, code: Answer) => become(first, async (work) => {
  const { items } = await whatIsAsked(work, one.session)
  await lockRating(work, one.session, { codes: items.map(({ id }) => ({ item: id, code })), restsOnAdherence: 'He summed it up himself.' })
}, { ...collects, about: one.publicId })

const seenBy = async (first: First, one: HeldSession) => {
  const amira = await colleagueId('Amira')
  return become(first, async (work) => (await ratingsAbout(work, amira)).filter(({ participant_id: id }) => id === one.id).map(({ author_id: author }) => author === amira ? 'own' : 'observed').sort())
}

test('it is blind for the facilitator, the observer and the supervisor until both are locked', async () => {
  const one = await aHeldSession()
  await names('Ulla', one)
  await rates('Otto', one, 'partly')
  expect([await seenBy('Amira', one), await seenBy('Otto', one), await seenBy('Ulla', one)]).toEqual([[], ['observed'], []])
  await rates('Amira', one, 'fully')
  expect([await seenBy('Amira', one), await seenBy('Otto', one), await seenBy('Ulla', one)]).toEqual([['observed', 'own'], ['observed'], ['observed', 'own']])
  for (const first of ['Kai', 'Noor', 'Mia', 'Lena', 'Petra'] as const) expect(await seenBy(first, one), first).toEqual([])
})

test('it shows a facilitator their own rating alone while nobody else rated it', async () => {
  const one = await aHeldSession()
  await rates('Amira', one, 'fully')
  expect([await seenBy('Amira', one), await seenBy('Ulla', one)]).toEqual([['own'], []])
})

test('it opens a session to rate to nobody who neither held it nor was named for it', async () => {
  const one = await aHeldSession()
  for (const first of ['Otto', 'Ulla', 'Mia', 'Kai'] as const) await expect(rates(first, one, 'fully'), first).rejects.toMatchObject({ code: 'not-found' })
  await names('Kai', one)
  await rates('Otto', one, 'fully')
})

test('it keeps what is locked', async () => {
  const one = await aHeldSession()
  await rates('Amira', one, 'fully')
  await expect(rates('Amira', one, 'partly')).rejects.toMatchObject({ code: 'integrity-rated-already' })
  await expect(become('Amira', (work) => sql`update integrity_ratings set codes = '{0}'`.execute(work.db), collects)).rejects.toThrow(/permission denied/)
})

test('it names nobody without the person\'s yes, twice, or to rate themselves', async () => {
  const one = await aHeldSession()
  await expect(names('Ulla', one, { saidYes: false })).rejects.toMatchObject({ code: 'integrity-not-asked' })
  await names('Ulla', one)
  await expect(names('Kai', one)).rejects.toMatchObject({ code: 'integrity-named-already' })
  await expect(names('Ulla', one, { observer: 'Amira' })).rejects.toMatchObject({ code: 'integrity-not-to-observe' })
})

test('it lets no colleague name who neither supervises nor coordinates, and tells a supervisor no name', async () => {
  const one = await aHeldSession()
  for (const first of ['Amira', 'Noor', 'Petra', 'Otto'] as const) await expect(names(first, one), first).rejects.toMatchObject({ code: 'integrity-not-to-observe' })
  const shown = (first: First) => become(first, async (work) => (await sessionsToObserve(work)).find(({ session }) => session === one.session))
  expect(await shown('Ulla')).toMatchObject({ facilitator: 'Amira Haddad', name: null })
  expect((await shown('Kai'))?.name).toMatch(/^Jonas Lind/)
})

test('it opens the name and the sessions of the person to the observer for a fortnight, and nothing after', async () => {
  const one = await aHeldSession()
  const known = () => become('Otto', async (work) => ({
    name: (await work.db.selectFrom('identity_names').select('participant_id').where('participant_id', '=', one.id).execute()).length,
    done: (await work.db.selectFrom('session_contents').select('participant_id').where('participant_id', '=', one.id).execute()).length,
    toRate: (await sessionsToRate(work)).filter(({ session }) => session === one.session).length }))
  expect(await known()).toEqual({ name: 0, done: 0, toRate: 0 })
  await names('Ulla', one)
  expect(await known()).toEqual({ name: 1, done: 1, toRate: 1 })
  const { clock } = await testHouse()
  clock.now = addMinutes(testMoment, 15 * 24 * 60)
  expect(await known()).toEqual({ name: 0, done: 0, toRate: 0 })
  clock.now = testMoment
})

test('it takes no named reading that goes with no observation', async () => {
  const one = await aHeldSession()
  const otto = await colleagueId('Otto')
  const reads = (first: First) => become(first, (work) => sql`insert into named_readings (id, public_id, reader_id, participant_id, record, role, reason, from_at, until_at, made_by)
    values (nextval('ids'), ${work.newPublicId()}, ${otto}, ${one.id}, 'session_content', 'observer', 'Because', ${work.now}, ${addMinutes(work.now, 60)}, ${work.actor.id})`.execute(work.db), collects)
  for (const first of ['Kai', 'Ulla'] as const) await expect(reads(first), first).rejects.toThrow(/row-level security/)
})

test('it asks what the programme brings, in the version of the plan', async () => {
  const one = await aHeldSession({ programme: 'entre' })
  const items = await become('Amira', (work) => whatIsAsked(work, one.session), { about: one.publicId })
  expect(items.items.map(({ id, name }) => name || id)).toEqual(['opening', 'Cognitive behavioural therapy', 'Problem solving', 'Risk, need and responsivity', 'stance', 'departures', 'closing',
    'together', 'understanding', 'example', 'reluctance', 'fitting', 'boundaries', 'safety'])
})

test('it gives both ratings of a session to its facilitator, by its address', async () => {
  const one = await aHeldSession()
  await names('Ulla', one)
  for (const first of ['Otto', 'Amira'] as const) await rates(first, one, 'fully')
  expect(await become('Amira', (work) => ratingsOfSession(work, one.session), { about: one.publicId })).toHaveLength(2)
  expect(await become('Mia', (work) => ratingsOfSession(work, one.session), { about: one.publicId })).toEqual([])
  await expect(become('Amira', (work) => theColleague(work, 'nobody'))).rejects.toMatchObject({ code: 'not-found' })
})
