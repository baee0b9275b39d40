import { beforeAll, beforeEach, expect, test } from 'vitest'
import { become, colleagueId, offerProgrammes, testHouse, testMoment, visit, visitAsParticipant } from '../../../database/testing/index.ts'
import { aHeldSession, ullaSupervisesAmira, type HeldSession } from '../../../database/testing/an-observed-session.ts'
import type { First } from '../../../database/seeds/cast.ts'
import { addMinutes } from '../../platform/day.ts'
import type { Answer } from '../fidelity.ts'
import { observedAndUnrated, ratingsAbout, sessionsToObserve, sessionsToRate, sittingIn } from '../fidelity.queries.ts'
import { lockRating, nameObserver, whatIsAsked } from '../fidelity.verbs.ts'
import { agreementOver } from '../how-far-they-agree.ts'
import { observationsOfMine, withdrawnAbout } from './observing.queries.ts'
import { withdrawObservation } from './withdraw.ts'

beforeAll(offerProgrammes)
beforeAll(ullaSupervisesAmira)
beforeEach(() => later(0))

async function later(minutes: number): Promise<void> {
  (await testHouse()).clock.now = addMinutes(testMoment, minutes)
}

const collects = { does: 'collect', shows: 'integrity_rating' } as const
const publicIdOf = async (first: First) => {
  const id = await colleagueId(first)
  return become('Kai', async (work) => (await work.db.selectFrom('colleagues').select('public_id').where('id', '=', id).executeTakeFirstOrThrow()).public_id)
}

async function named(first: First, one: HeldSession): Promise<string> {
  const observer = await publicIdOf('Otto')
  await become(first, (work) => nameObserver(work, one.session, { observer, reason: 'Her first sessions.', saidYes: true }), collects)
  return (await become(first, observationsOfMine)).find(({ participant_id: id, withdrawn_at: at }) => id === one.id && at === null)!.observation
}

const rates = (first: First, one: HeldSession, code: Answer) => become(first, async (work) => {
  const { items } = await whatIsAsked(work, one.session)
  await lockRating(work, one.session, { codes: items.map(({ id }) => ({ item: id, code })) })
}, { ...collects, about: one.publicId })

const withdraws = (first: First, id: string, why = 'It was the wrong session.') => become(first, (work) => withdrawObservation(work, id, { why }), { ...collects, does: 'alter' })

/** What the observation opened to Otto. */
const openToOtto = (one: HeldSession) => become('Otto', async (work) => [
  (await work.db.selectFrom('identity_names').select('participant_id').where('participant_id', '=', one.id).execute()).length,
  (await work.db.selectFrom('session_contents').select('participant_id').where('participant_id', '=', one.id).execute()).length,
  (await sessionsToRate(work)).filter(({ session }) => session === one.session).length])

test('the observer takes an observation back before its end: what it opened is closed at once, and the history stays', async () => {
  const one = await aHeldSession()
  const observation = await named('Ulla', one)
  expect(await openToOtto(one)).toEqual([1, 1, 1])
  await later(30)
  await withdraws('Otto', observation)
  expect(await openToOtto(one)).toEqual([0, 0, 0])
  expect((await become('Otto', observationsOfMine)).find(({ participant_id: id }) => id === one.id)).toMatchObject({ withdrawn_why: 'It was the wrong session.', is_mine: true })
  await expect(withdraws('Otto', observation)).rejects.toMatchObject({ code: 'integrity-not-to-withdraw' })
  const awaits = await become('Amira', async (work) => [...await observedAndUnrated(work), ...await sittingIn(work)].filter(({ session }) => session === one.session))
  expect(awaits).toEqual([])
  const id = await colleagueId('Amira')
  for (const first of ['Amira', 'Ulla'] as const) expect((await become(first, (work) => withdrawnAbout(work, id))).map(({ participant_id: of, withdrawn_why: why }) => of === one.id && why), first).toContain('It was the wrong session.')
})

test('it can be named anew after that', async () => {
  const one = await aHeldSession()
  await withdraws('Otto', await named('Ulla', one))
  await later(5)
  await named('Ulla', one)
  expect(await openToOtto(one)).toEqual([1, 1, 1])
  expect((await become('Ulla', sessionsToObserve)).find(({ session }) => session === one.session)?.observers).toEqual(['Otto Lindgren'])
})

test('after its end too, with what was rated kept, marked and not counted', async () => {
  const one = await aHeldSession()
  const observation = await named('Ulla', one)
  for (const first of ['Otto', 'Amira'] as const) await rates(first, one, 'fully')
  const amira = await colleagueId('Amira')
  const seen = (first: First) => become(first, async (work) => {
    const ratings = (await ratingsAbout(work, amira)).filter(({ participant_id: id }) => id === one.id)
    return { ratings: ratings.length, out: ratings.filter(({ is_withdrawn: isOut }) => isOut).length, counted: agreementOver(ratings)[0]!.sessions }
  })
  expect(await seen('Ulla')).toEqual({ ratings: 2, out: 0, counted: 1 })
  await later(20 * 24 * 60)
  await withdraws('Otto', observation, 'I came for the last ten minutes only.')
  for (const first of ['Ulla', 'Amira'] as const) expect(await seen(first), first).toEqual({ ratings: 2, out: 1, counted: 0 })
  expect((await (await visit('Amira')).get('/integrity')).text).toContain('taken back, not counted')
})

test('whoever named the observer takes it back only before anything is rated, and nobody else ever', async () => {
  const [one, rated] = [await aHeldSession(), await aHeldSession()]
  const [observation, later] = [await named('Kai', one), await named('Ulla', rated)]
  for (const first of ['Amira', 'Mia', 'Ulla', 'Noor', 'Petra'] as const) await expect(withdraws(first, observation), first).rejects.toMatchObject({ code: 'not-found' })
  await withdraws('Kai', observation)
  await rates('Otto', rated, 'absent')
  await expect(withdraws('Ulla', later)).rejects.toMatchObject({ code: 'integrity-not-to-withdraw' })
  await withdraws('Otto', later)
})

test('the form asks for a reason, keeps to whom it belongs, and leads back', async () => {
  const one = await aHeldSession()
  const at = `/observations/${await named('Ulla', one)}/withdrawal`
  const [otto, ulla, amira] = [await visit('Otto'), await visit('Ulla'), await visit('Amira')]
  expect((await otto.get('/integrity')).text).toContain(`href="${at}"`)
  expect((await ulla.get('/observers')).text).toContain(`href="${at}"`)
  expect((await ulla.get(at)).text).not.toContain('Jonas Lind')
  expect((await amira.get(at)).status).toBe(404)
  expect((await otto.send(at, { why: '' })).status).toBe(422)
  const done = await otto.send(at, { why: 'It fell out.' })
  expect([done.status, done.location]).toEqual([303, expect.stringContaining('/integrity')])
  expect((await otto.get('/integrity')).text).toContain('It fell out.')
})

test('the person reads in their own space why somebody sits in, in the words of the form, and that a no has no consequence', async () => {
  const one = await aHeldSession()
  const own = await visitAsParticipant(one)
  expect((await own.get('/own')).text).not.toContain('/own/observers')
  const observation = await named('Ulla', one)
  expect((await own.get('/own')).text).toContain('/own/observers')
  const page = (await own.get('/own/observers')).text
  expect(page).toContain('Her first sessions.')
  expect(page).toContain('Nothing follows from it')
  expect(page).not.toContain('>over<')
  await later(2)
  await withdraws('Otto', observation)
  expect((await own.get('/own/observers')).text).toContain('over')
  const other = await visitAsParticipant(await aHeldSession())
  expect((await other.get('/own/observers')).text).not.toContain('Her first sessions.')
})
