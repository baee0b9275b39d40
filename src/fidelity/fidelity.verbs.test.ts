import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { act, become, colleagueId, offerProgrammes, testHouse, testMoment, visit } from '../../database/testing/index.ts'
import { aHeldSession, ullaSupervisesAmira, type HeldSession } from '../../database/testing/an-observed-session.ts'
import { aColleague } from '../../database/testing/scopes.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { theColleague } from '../people/index.ts'
import { addMinutes, day } from '../platform/day.ts'
import { caretaker } from '../platform/jobs/index.ts'
import { callOff, moveSession, planSession } from '../sessions/index.ts'
import type { Answer } from './fidelity.ts'
import { ratingsAbout, ratingsOfSession, sessionsToObserve, sessionsToRate } from './fidelity.queries.ts'
import { lockRating, nameObserver, whatIsAsked } from './fidelity.verbs.ts'
import { quarterUntil, workByWeek } from './given/given.queries.ts'
import { followSessions } from './observing/follow-sessions.ts'
import { observationsOfMine } from './observing/observing.queries.ts'
import { withdrawObservation } from './observing/withdraw.ts'

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
  await expect(names('Ulla', one, { observer: 'Amira' })).rejects.toMatchObject({ code: 'integrity-not-to-observe' })
  await names('Ulla', one)
  await expect(names('Kai', one)).rejects.toMatchObject({ code: 'integrity-named-already' })
})

test('it names one observer for a session, whoever they are, and none where one has rated it', async () => {
  const [one, rated] = [await aHeldSession(), await aHeldSession()]
  await names('Ulla', one)
  const another = await anObserver()
  const namesAnother = (first: First, of: HeldSession) => become(first, (work) => nameObserver(work, of.session, { observer: another, reason: 'A second pair of eyes.', saidYes: true }), collects)
  await expect(namesAnother('Kai', one)).rejects.toMatchObject({ code: 'integrity-named-already', values: { names: 'Otto Lindgren' } })
  await expect(become('Kai', (work) => sql`select * from name_observer(${one.session}, ${another}, 'x')`.execute(work.db).then(({ rows }) => rows), collects)).resolves.toEqual([])
  await names('Ulla', rated)
  await rates('Otto', rated, 'fully')
  const { observation } = (await become('Otto', observationsOfMine)).find(({ participant_id: id }) => id === rated.id)!
  await become('Otto', (work) => withdrawObservation(work, observation, { why: 'I came late.' }), { ...collects, does: 'alter' })
  await expect(namesAnother('Ulla', rated)).rejects.toMatchObject({ code: 'integrity-observed-already' })
  const page = (await (await visit('Ulla')).get('/observers')).text
  for (const { session } of [one, rated]) expect(page).not.toContain(`href="/observers/${session}"`)
})

test('it follows its session: what was opened ends where it does not take place, and moves where it moves', async () => {
  const one = await aHeldSession()
  const plans = (on: string) => become('Amira', (work) => planSession(work, { on: day(on), time: '10:00', minutes: 60, place: '' }), { about: one.publicId, does: 'collect' })
  const [off, moved] = [{ ...one, session: await plans('2026-11-24') }, { ...one, session: await plans('2026-11-25') }]
  const until = () => become('Otto', async (work) => (await observationsOfMine(work)).filter(({ participant_id: id }) => id === one.id).map(({ until_at: at }) => at.slice(0, 10)).toSorted())
  const reads = () => become('Otto', async (work) => (await work.db.selectFrom('session_contents').select('participant_id').where('participant_id', '=', one.id).execute()).length)
  const follow = () => act(caretaker(), (work) => followSessions.run(work, []), { does: 'alter' })
  const { clock } = await testHouse()
  await names('Ulla', moved)
  await follow()
  expect(await until()).toEqual(['2026-12-09'])
  await become('Amira', (work) => moveSession(work, moved.session, { on: day('2026-12-16'), time: '10:00', minutes: 60, place: '', cause: 'staff-away', following: false, onHoliday: false }), { about: one.publicId, does: 'alter' })
  await follow()
  expect(await until()).toEqual(['2026-12-30'])
  clock.now = addMinutes(testMoment, 20 * 24 * 60)
  expect(await reads()).toBe(1)
  clock.now = testMoment
  await become('Amira', (work) => callOff(work, moved.session, { cause: 'staff-away' }), { about: one.publicId, does: 'alter' })
  clock.now = addMinutes(testMoment, 5)
  await names('Ulla', off)
  await follow()
  expect(await reads()).toBe(1)
  await become('Amira', (work) => callOff(work, off.session, { cause: 'staff-away' }), { about: one.publicId, does: 'alter' })
  clock.now = addMinutes(testMoment, 10)
  await follow()
  expect(await reads()).toBe(0)
  await follow()
  expect((await until()).every((on) => on === '2026-11-23')).toBe(true)
  await expect(become('Ulla', (work) => sql`select follow_sessions()`.execute(work.db), collects)).rejects.toThrow(/permission denied/)
  clock.now = testMoment
})

test('it closes what was decided to be kept apart: to rate, to read and in what somebody gave', async () => {
  const one = await aHeldSession()
  await names('Ulla', one)
  for (const first of ['Otto', 'Amira'] as const) await rates(first, one, 'fully')
  const amira = await colleagueId('Amira')
  const seen = (first: First) => become(first, async (work) => [
    (await ratingsAbout(work, amira)).filter(({ participant_id: id }) => id === one.id).length, (await sessionsToRate(work)).filter(({ session }) => session === one.session).length,
    (await workByWeek(work, amira, quarterUntil(work.today))).at(-1)?.held])
  const before = [await seen('Amira'), await seen('Ulla'), await seen('Otto')]
  const request = await freshId()
  await put('erasure_requests', { id: request, public_id: `er${request}`, participant_id: one.id, cause: 'asked', asked_on: '2026-11-23', answer_by: '2026-12-23', asked_by_kind: 'participant', asked_by: one.id })
  await put('erasure_decisions', { id: await freshId(), public_id: `ed${request}`, request_id: request, item: 'sessions', decision: 'restrict', grounds: 'Asked for.', decided_by: await colleagueId('Kai'), decided_at: '2026-11-23T08:59:00Z' })
  const held = before[0]![2]!
  expect(before).toEqual([[2, 1, held], [2, 0, held], [1, 1, undefined]])
  expect([await seen('Amira'), await seen('Ulla'), await seen('Otto')]).toEqual([[0, 0, held - 1], [0, 0, held - 1], [0, 0, undefined]])
})

async function anObserver(): Promise<string> {
  const id = await aColleague()
  await put('appointments', { id: await freshId(), public_id: `o${id}`, colleague_id: id, role: 'observer', from_at: '2026-11-01T09:00:00Z' })
  const { rows } = await (await asSuperuser()).query<{ public_id: string }>('select public_id from colleagues where id = $1', [id])
  return rows[0]!.public_id
}

test('it lets no colleague name who neither supervises nor coordinates, and tells a supervisor no name', async () => {
  const one = await aHeldSession()
  for (const first of ['Amira', 'Noor', 'Petra', 'Otto'] as const) await expect(names(first, one), first).rejects.toMatchObject({ code: 'integrity-not-to-observe' })
  const shown = (first: First) => become(first, async (work) => (await sessionsToObserve(work)).find(({ session }) => session === one.session))
  expect(await shown('Ulla')).toMatchObject({ facilitator: 'Amira Haddad', name: null })
  expect((await shown('Kai'))?.name).toMatch(/^Jonas Lind/)
  // A coordinator of the unit who is not on the team knows who lives there, and not when they are met.
  await (await asSuperuser()).query(`update assignments set until_at = $1 where participant_id = $2 and role = 'coordinator'`, [testMoment, one.id])
  expect(await shown('Kai')).toMatchObject({ facilitator: 'Amira Haddad', name: null })
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
  expect(items.items.map(({ id, name }) => name || id)).toEqual(['opening', 'Cognitive behavioural therapy', 'Problem solving', 'Themes and treatment strategies', 'Risk, need and responsivity', 'stance', 'departures', 'closing',
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
