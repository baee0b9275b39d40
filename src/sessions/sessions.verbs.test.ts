import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, colleagueId, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { colleaguePublicId } from '../../database/testing/an-agreement.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { appoint, assign, endAssignment, teamOf } from '../access/index.ts'
import { proposeAgreement, signAgreement } from '../agreements/index.ts'
import { recordConsent, setState, withdraw } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import { newPublicId } from '../platform/open-work.ts'
import { makePlan } from '../plans/index.ts'
import { callOffAhead, lastSessions, notesOf, withoutAnybody } from './sessions.queries.ts'
import type { RecordSession } from './session.ts'
import { callOff, planSession, recordPlanned, recordSession, takeOver } from './sessions.verbs.ts'

beforeAll(offerProgrammes)

const held: RecordSession = { on: day('2026-11-23'), time: '09:00', minutes: 60, place: 'room B2', state: 'held', done: 'We looked for a flat.', ownWords: 'I want to do it myself.', note: 'Calm today.' }

async function someoneTakingPart() {
  const jonas = await aParticipant({ team: ['Kai', 'Amira', 'Mia', 'Lena', 'Noor'] })
  const about = { about: jonas.publicId }
  await become('Kai', async (work) => {
    await recordConsent(work, jonas.id, { purpose: 'programme', answer: 'yes', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') })
    await makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') })
  }, about)
  return { ...jonas, about }
}

test('it keeps Mia\'s session and note for her and Jonas, and shows the case manager that it was held and no more', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => recordSession(work, held), jonas.about)
  const read = async (first: 'Mia' | 'Lena' | 'Amira' | 'Noor') => become(first, async (work) => {
    const [session] = await lastSessions(work, jonas.id, 5)
    return { state: session?.state, done: session?.done ?? null, notes: session ? (await notesOf(work, session.id)).length : 0 }
  }, jonas.about)
  expect(await read('Mia')).toEqual({ state: 'held', done: 'We looked for a flat.', notes: 1 })
  expect(await read('Lena')).toEqual({ state: 'held', done: null, notes: 0 })
  expect(await read('Amira')).toEqual({ state: 'held', done: 'We looked for a flat.', notes: 0 })
  expect(await read('Noor')).toEqual({ state: 'held', done: 'We looked for a flat.', notes: 0 })
  const own = await becomeParticipant(jonas.id, async (work) => (await lastSessions(work, jonas.id, 5)).map((session) => session.own_words), jonas.about)
  expect(own).toEqual(['I want to do it myself.'])
})

test('it shows Mia none of the sessions that Amira holds', async () => {
  const jonas = await someoneTakingPart()
  await become('Amira', (work) => recordSession(work, held), jonas.about)
  expect(await become('Mia', (work) => lastSessions(work, jonas.id, 5), jonas.about)).toEqual([])
})

test('it ends Mia\'s sight at once when her assignment ends', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => recordSession(work, held), jonas.about)
  const mia = await colleagueId('Mia')
  await become('Kai', async (work) => endAssignment(work, (await teamOf(work, jonas.id)).find((one) => one.colleague_id === mia)!.public_id), jonas.about)
  expect(await become('Mia', (work) => lastSessions(work, jonas.id, 5), jonas.about)).toEqual([])
  await expect(become('Mia', (work) => recordSession(work, held), jonas.about)).rejects.toThrow('not-found')
})

test('it refuses a session on a paused person, in the future, before the yes, or by somebody who does not meet them', async () => {
  const jonas = await someoneTakingPart()
  await expect(become('Mia', (work) => recordSession(work, { ...held, time: '23:00' }), jonas.about)).rejects.toThrow('session-in-the-future')
  await expect(become('Lena', (work) => recordSession(work, held), jonas.about)).rejects.toThrow('session-not-yours')
  await become('Kai', (work) => setState(work, 'paused'), jonas.about)
  await expect(become('Mia', (work) => recordSession(work, held), jonas.about)).rejects.toThrow('session-while-paused')
  const other = await aParticipant({ team: ['Kai', 'Mia'] })
  await expect(become('Mia', (work) => recordSession(work, held), { about: other.publicId })).rejects.toThrow('session-before-the-plan')
})

test('it refuses a time that the clock skips, a missed session without a cause, a held one without a word', async () => {
  const jonas = await someoneTakingPart()
  await expect(become('Mia', (work) => recordSession(work, { ...held, on: day('2026-03-29'), time: '02:30' }), jonas.about)).rejects.toThrow('session-no-such-time')
  await expect(become('Mia', (work) => recordSession(work, { ...held, state: 'missed' }), jonas.about)).rejects.toThrow('session-needs-a-cause')
  await expect(become('Mia', (work) => recordSession(work, { ...held, done: undefined }), jonas.about)).rejects.toThrow('session-needs-what-was-done')
})

test('it keeps what a meeting took its colleague beside its length, held or missed, and adds it to no length', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => recordSession(work, { ...held, preparationMinutes: 20, travelMinutes: 0 }), jonas.about)
  const planned = await become('Mia', (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 45, place: 'room B2' }), jonas.about)
  const { clock } = await testHouse()
  clock.now = instant('2026-11-24T12:00:00Z')
  await become('Mia', (work) => recordPlanned(work, planned, { ...held, on: day('2026-11-24'), time: '10:00', minutes: 45, state: 'missed', cause: 'lockdown', done: undefined, ownWords: undefined, travelMinutes: 90 }), jonas.about)
  const kept = await become('Kai', async (work) => (await lastSessions(work, jonas.id, 5)).map(({ minutes, preparation_minutes: before, travel_minutes: way }) => [minutes, before, way]), jonas.about)
  clock.now = testMoment
  expect(kept).toEqual([[45, null, 90], [60, 20, 0]])
})

test('it records a planned session once', async () => {
  const jonas = await someoneTakingPart()
  const id = await become('Mia', (work) => planSession(work, { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }), jonas.about)
  const missed: RecordSession = { ...held, state: 'missed', cause: 'no-escort', done: undefined, ownWords: undefined }
  await become('Mia', (work) => recordPlanned(work, id, missed), jonas.about)
  await expect(become('Mia', (work) => recordPlanned(work, id, missed), jonas.about)).rejects.toThrow('session-recorded-already')
})

const ahead = { on: day('2026-11-24'), time: '10:00', minutes: 60, place: 'room B2' }
const statesOf = (person: { id: number, about: { about: string } }) =>
  become('Kai', async (work) => (await lastSessions(work, person.id, 5)).map(({ state }) => state).sort(), person.about)

test('it calls off what lies ahead when the person says stop, whoever planned it and whoever writes it down, and leaves what was held', async () => {
  const jonas = await someoneTakingPart()
  await become('Amira', (work) => recordSession(work, held), jonas.about)
  await become('Amira', (work) => planSession(work, ahead), jonas.about)
  await become('Mia', (work) => planSession(work, { ...ahead, time: '14:00' }), jonas.about)
  await become('Lena', (work) => callOffAhead(work, jonas.id), jonas.about)
  expect(await statesOf(jonas)).toEqual(['called-off', 'called-off', 'held'])
})

test('it lets the person themself call off what lies ahead, and nobody who is not of the team', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => planSession(work, ahead), jonas.about)
  await become('Hedda', (work) => callOffAhead(work, jonas.id), jonas.about)
  await become('Cleo', (work) => callOffAhead(work, jonas.id))
  expect(await statesOf(jonas)).toEqual(['planned'])
  await becomeParticipant(jonas.id, (work) => callOffAhead(work, jonas.id))
  expect(await statesOf(jonas)).toEqual(['called-off'])
})

test('it plans nothing after a stop, and still takes the record of what was held before it', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => withdraw(work, jonas.id, { purpose: 'programme' }), jonas.about)
  await expect(become('Mia', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-after-a-stop')
  await expect(become('Amira', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-no-consent')
  await expect(become('Mia', (work) => recordSession(work, held), jonas.about)).resolves.toBeTypeOf('string')
})

test('it still takes the record of what was held before a yes was followed by a no, and nothing after it', async () => {
  const jonas = await someoneTakingPart()
  await become('Kai', (work) => recordConsent(work, jonas.id, { purpose: 'programme', answer: 'no', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-23') }), jonas.about)
  await expect(become('Amira', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-no-consent')
  await expect(become('Amira', (work) => recordSession(work, held), jonas.about)).resolves.toBeTypeOf('string')
  const never = await aParticipant({ team: ['Kai', 'Amira'] })
  await become('Kai', (work) => recordConsent(work, never.id, { purpose: 'programme', answer: 'no', noticeVersion: '1', language: 'en', way: 'spoken', answeredOn: day('2026-11-20') }), { about: never.publicId })
  await expect(become('Kai', (work) => makePlan(work, { programme: 'back-on-track', beginsOn: day('2026-11-20') }), { about: never.publicId })).rejects.toThrow('plan-no-consent')
  await expect(become('Amira', (work) => recordSession(work, held), { about: never.publicId })).rejects.toThrow('session-before-the-plan')
})

test('it calls off a session of one\'s own with its cause, once, and no colleague\'s', async () => {
  const jonas = await someoneTakingPart()
  const id = await become('Amira', (work) => planSession(work, ahead), jonas.about)
  await expect(become('Lena', (work) => callOff(work, id, { cause: 'court' }), jonas.about)).rejects.toThrow('session-not-yours')
  await become('Amira', (work) => callOff(work, id, { cause: 'court' }), jonas.about)
  await expect(become('Amira', (work) => callOff(work, id, { cause: 'court' }), jonas.about)).rejects.toThrow('session-called-off-already')
  await expect(become('Amira', (work) => recordPlanned(work, id, held), jonas.about)).rejects.toThrow('session-called-off')
})

test('it loses no word by a wrong tick: what was written of a meeting is not kept of a missed one, and so is refused', async () => {
  const jonas = await someoneTakingPart()
  const missed: RecordSession = { ...held, state: 'missed', cause: 'court', done: undefined, ownWords: undefined }
  for (const written of [{ done: 'We met.' }, { ownWords: 'Well.' }, { homePractice: 'Ring.' }, { nextStep: 'The flat.' }]) {
    await expect(become('Mia', (work) => recordSession(work, { ...missed, ...written }), jonas.about)).rejects.toThrow('session-missed-with-content')
  }
  await become('Mia', (work) => recordSession(work, missed), jonas.about)
})

test('it lets nobody record, call off or rewrite what a colleague planned, though they meet the person and see it: by the verb and by the database', async () => {
  const jonas = await someoneTakingPart()
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Cleo'), participantId: jonas.id, role: 'circle_coordinator' }), jonas.about)
  const planned = await become('Amira', (work) => planSession(work, { ...ahead, on: day('2026-11-23'), time: '11:00' }), jonas.about)
  const { clock } = await testHouse()
  const other = await become('Amira', (work) => planSession(work, ahead), jonas.about)
  await expect(become('Cleo', (work) => callOff(work, other, { cause: 'room' }), jonas.about)).rejects.toThrow('session-of-another')
  clock.now = instant('2026-11-23T12:00:00Z')
  await expect(become('Cleo', (work) => recordPlanned(work, planned, { ...held, time: '11:00', done: undefined, ownWords: undefined }), jonas.about)).rejects.toThrow('session-of-another')
  await become('Amira', (work) => recordPlanned(work, planned, { ...held, time: '11:00' }), jonas.about)
  clock.now = testMoment
  const rewritten = await become('Cleo', (work) => work.db.updateTable('sessions').set({ minutes: 5 }).where('public_id', 'in', [planned, other]).executeTakeFirst(), jonas.about)
  expect(rewritten.numUpdatedRows).toBe(0n)
  const inAnothersName = become('Cleo', async (work) => work.db.insertInto('sessions').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, author_id: await colleagueId('Amira'), starts_at: work.now, minutes: 60, place: '', state: 'held', recorded_at: work.now }).execute(), jonas.about)
  await expect(inAnothersName).rejects.toThrow('row-level security')
})

test('it lets the database change only what is planned: what was recorded is struck by its writer and otherwise stays, whose it is and what it rests on for good', async () => {
  const [jonas, other] = [await someoneTakingPart(), await someoneTakingPart()]
  const [planned, called] = [await become('Amira', (work) => planSession(work, ahead), jonas.about), await become('Amira', (work) => planSession(work, { ...ahead, time: '15:00' }), jonas.about)]
  const recorded = await become('Amira', (work) => recordSession(work, held), jonas.about)
  await become('Amira', (work) => callOff(work, called, { cause: 'court' }), jonas.about)
  const set = async (session: string, to: object) => (await become('Amira', (work) => work.db.updateTable('sessions').set(to).where('public_id', '=', session).executeTakeFirst(), jonas.about)).numUpdatedRows
  for (const session of [planned, recorded]) {
    for (const [column, to] of Object.entries({ participant_id: other.id, author_id: await colleagueId('Mia'), plan_id: null, agreement_id: null, second_id: null, after_the_end: true, public_id: 'another' })) {
      await expect(set(session, { [column]: to }), column).rejects.toThrow('permission denied')
    }
  }
  for (const session of [recorded, called]) {
    for (const to of [{ state: 'planned', cause: null }, { state: 'missed', cause: 'court' }, { minutes: 5 }, { starts_at: instant('2026-11-23T06:00:00Z') }]) await expect(set(session, to)).rejects.toThrow('row-level security')
  }
  await expect(set(called, { state: 'struck', struck_why: 'Never was.', cause: null })).rejects.toThrow('row-level security')
  await expect(set(planned, { state: 'struck', struck_why: 'Never was.' })).rejects.toThrow('row-level security')
  expect([await set(planned, { minutes: 45 }), await set(recorded, { state: 'struck', struck_why: 'Another person.' })]).toEqual([1n, 1n])
  expect(await set(recorded, { state: 'held', struck_why: null })).toBe(0n)
  // How a session stands is told to whoever holds it, and to nobody who only knows its number.
  const { rows } = await (await asSuperuser()).query<{ id: number }>('select id from sessions where public_id = $1', [planned])
  const stands = (first: 'Amira' | 'Noor') => become(first, async (work) => (await sql<{ state: string | null }>`select session_stands(${rows[0]!.id}) as state`.execute(work.db)).rows[0]!.state, jonas.about)
  expect([await stands('Amira'), await stands('Noor')]).toEqual(['planned', null])
})

type Straight = { first?: 'Amira' | 'Mia' | 'Cleo', state?: string, startsAt?: string, recordedAt?: string, agreementId?: number }

/** A session written past the verb, as whoever reached the database with a colleague's own role could. */
function straight(jonas: { id: number, about: { about: string } }, { first = 'Amira', state = 'held', startsAt = '2026-11-23T08:00:00Z', recordedAt, agreementId }: Straight) {
  return become(first, async (work) => work.db.insertInto('sessions').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, author_id: work.actor.id, starts_at: instant(startsAt), minutes: 60, place: '', state,
    ...state === 'missed' && { cause: 'court' }, recorded_at: recordedAt === undefined ? work.now : instant(recordedAt), agreement_id: agreementId ?? null }).execute(), jonas.about)
}

test('it lets the database take no meeting that was held tomorrow, planned for yesterday, or written down at another moment', async () => {
  const jonas = await someoneTakingPart()
  for (const wrong of [{ startsAt: '2026-11-23T09:01:00Z' }, { state: 'missed', startsAt: '2026-11-24T09:00:00Z' }, { state: 'planned' }, { state: 'called-off' }, { state: 'struck' },
    { recordedAt: '2026-11-20T09:00:00Z' }, { recordedAt: '2026-11-24T09:00:00Z' }]) await expect(straight(jonas, wrong), JSON.stringify(wrong)).rejects.toThrow('row-level security')
  for (const right of [{}, { state: 'missed', startsAt: '2026-11-23T09:00:00Z' }, { state: 'planned', startsAt: '2026-11-24T11:00:00Z' }]) await straight(jonas, right)
  // Nor does it become so afterwards.
  const planned = await become('Amira', (work) => planSession(work, ahead), jonas.about)
  const recorded = await become('Amira', (work) => recordSession(work, { ...held, time: '08:00' }), jonas.about)
  const set = (session: string, to: object) => become('Amira', async (work) => (await work.db.updateTable('sessions').set(to).where('public_id', '=', session).executeTakeFirst()).numUpdatedRows, jonas.about)
  for (const to of [{ state: 'held' }, { state: 'held', starts_at: instant('2026-11-19T09:00:00Z') }, { starts_at: instant('2026-11-20T12:00:00Z') }, { minutes: 45, recorded_at: instant('2026-11-20T12:00:00Z') }]) {
    await expect(set(planned, to), JSON.stringify(to)).rejects.toThrow('row-level security')
  }
  for (const to of [{ minutes: 5 }, { starts_at: instant('2026-11-21T09:00:00Z') }, { recorded_at: instant('2026-11-21T09:00:00Z') }]) {
    await expect(set(recorded, { state: 'struck', struck_why: 'Another person.', ...to }), JSON.stringify(to)).rejects.toThrow('row-level security')
  }
  expect(await set(planned, { state: 'held', starts_at: instant('2026-11-23T08:30:00Z') })).toBe(1n)
})

test('it lets the database take a meeting only within the person\'s yes: not before the first, not after a stop; a circle meets, and a mentor under an agreement that all have signed', async () => {
  const jonas = await someoneTakingPart()
  await become('Kai', async (work) => assign(work, { colleagueId: await colleagueId('Cleo'), participantId: jonas.id, role: 'circle_coordinator' }), jonas.about)
  for (const first of ['Amira', 'Mia'] as const) await expect(straight(jonas, { first, startsAt: '2026-11-19T09:00:00Z' }), first).rejects.toThrow('row-level security')
  await straight(jonas, { startsAt: '2026-11-20T09:00:00Z' })
  await straight(jonas, { first: 'Cleo', startsAt: '2026-11-19T09:00:00Z' })
  const { clock } = await testHouse()
  const agreed = async (partyFirst: 'Mia') => {
    const agreementId = await become(partyFirst, async (work) => proposeAgreement(work, { purpose: 'practical', clauses: [{ text: 'Looks for a flat together.' }], parties: [await colleaguePublicId(work, partyFirst)] }), jonas.about)
    await become(partyFirst, (work) => signAgreement(work, { agreementId, version: 1 }), jonas.about)
    return agreementId
  }
  await becomeParticipant(jonas.id, (work) => withdraw(work, jonas.id, { purpose: 'programme' }))
  clock.now = instant('2026-11-23T10:00:00Z')
  await straight(jonas, { startsAt: '2026-11-23T08:59:00Z' })
  for (const first of ['Amira', 'Mia'] as const) await expect(straight(jonas, { first, startsAt: '2026-11-23T09:00:00Z' }), first).rejects.toThrow('row-level security')
  const agreementId = await agreed('Mia')
  // Signed by one of the two is not agreed.
  await expect(straight(jonas, { first: 'Mia', startsAt: '2026-11-23T09:30:00Z' })).rejects.toThrow('row-level security')
  await becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId, version: 1 }))
  await straight(jonas, { first: 'Mia', startsAt: '2026-11-23T09:30:00Z' })
  await expect(straight(jonas, { first: 'Amira', startsAt: '2026-11-23T09:30:00Z' })).rejects.toThrow('row-level security')
  clock.now = testMoment
  // Whether somebody said yes is told by it to nobody but who meets them.
  const asks = (first: 'Amira' | 'Noor' | 'Ivo') => become(first, async (work) => (await sql<{ may: boolean }>`select may_be_met(${jonas.id}, 'held', '2026-11-20T09:00:00Z') as may`.execute(work.db)).rows[0]!.may)
  expect([await asks('Amira'), await asks('Noor'), await asks('Ivo')]).toEqual([true, false, false])
})

test('it lets the database write of a session nothing that names another person', async () => {
  const [jonas, other] = [await someoneTakingPart(), await someoneTakingPart()]
  await become('Amira', (work) => recordSession(work, held), other.about)
  const [theirs] = await become('Amira', (work) => lastSessions(work, other.id, 1), other.about)
  const crossed = become('Amira', async (work) => work.db.insertInto('facilitator_notes').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: theirs!.id, participant_id: jonas.id, author_id: work.actor.id, note: 'Crossed', written_at: work.now }).execute(), jonas.about)
  await expect(crossed).rejects.toThrow('facilitator_notes_of_one_person')
  // It makes up for no meeting of another person and rests on no agreement of theirs, and nobody learns by it which numbers stand there.
  const resting = (on: object) => become('Amira', async (work) => work.db.insertInto('sessions').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: jonas.id, author_id: work.actor.id, starts_at: instant('2026-12-07T09:00:00Z'), minutes: 60, place: '', state: 'planned', recorded_at: work.now, ...on }).execute(), jonas.about)
  await put('agreements', { id: await freshId(), public_id: newPublicId(), participant_id: other.id, purpose: 'practical', review_months: 3, proposed_on: '2026-11-20' })
  const { rows: [theirAgreement] } = await (await asSuperuser()).query<{ id: number }>('select id from agreements where participant_id = $1', [other.id])
  for (const id of [theirs!.id, 1]) await expect(resting({ catches_up_id: id })).rejects.toThrow('sessions_make_up_for_one_of_theirs')
  for (const id of [theirAgreement!.id, 1]) await expect(resting({ agreement_id: id })).rejects.toThrow('sessions_under_an_agreement_of_theirs')
})

test('it takes no second session of the same person in the same minute, recorded or planned', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => recordSession(work, held), jonas.about)
  await expect(become('Mia', (work) => recordSession(work, { ...held, state: 'missed', cause: 'court', done: undefined, ownWords: undefined }), jonas.about)).rejects.toThrow('session-same-minute')
  await become('Mia', (work) => planSession(work, ahead), jonas.about)
  await expect(become('Mia', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-same-minute')
  const both = await Promise.allSettled([1, 2].map(() => become('Mia', (work) => planSession(work, { ...ahead, time: '15:00' }), jonas.about)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('it takes no session from before the day of the yes', async () => {
  const jonas = await someoneTakingPart()
  await expect(become('Mia', (work) => recordSession(work, { ...held, on: day('2026-11-19') }), jonas.about)).rejects.toThrow('session-before-the-yes')
  await expect(become('Mia', (work) => recordSession(work, { ...held, on: day('2026-11-20') }), jonas.about)).resolves.toBeTypeOf('string')
})

test('it lets a mentor go on under an agreement for practical help after a stop, and says so where there is none', async () => {
  const jonas = await someoneTakingPart()
  await become('Mia', (work) => withdraw(work, jonas.id, { purpose: 'programme' }), jonas.about)
  await expect(become('Mia', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-after-a-stop')
  const agreement = await become('Mia', async (work) => proposeAgreement(work, { purpose: 'practical', clauses: [{ text: 'Help with a flat.' }], parties: [await colleaguePublicId(work, 'Mia')] }), jonas.about)
  await expect(become('Mia', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-after-a-stop')
  await become('Mia', (work) => signAgreement(work, { agreementId: agreement, version: 1 }), jonas.about)
  await becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId: agreement, version: 1 }))
  await become('Mia', (work) => planSession(work, ahead), jonas.about)
  await expect(become('Amira', (work) => planSession(work, ahead), jonas.about)).rejects.toThrow('session-no-consent')
  const [planned] = await become('Mia', (work) => lastSessions(work, jonas.id, 1), jonas.about)
  expect([planned?.state, planned?.agreement_id !== null]).toEqual(['planned', true])
  await become('Kai', (work) => callOffAhead(work, jonas.id), jonas.about)
  expect(await statesOf(jonas)).toEqual(['planned'])
})

test('it leaves no session to nobody when a mentor is changed for good: the next mentor takes it over, once', async () => {
  const jonas = await someoneTakingPart()
  const id = await become('Mia', (work) => planSession(work, ahead), jonas.about)
  const nobodys = (first: 'Mia' | 'Amira' | 'Kai' | 'Petra') => become(first, async (work) => (await withoutAnybody(work)).map(({ session, is_mine_to_take: mine }) => [session, mine]), jonas.about)
  expect([await nobodys('Kai'), await nobodys('Amira')]).toEqual([[], []])
  await replaceMentor(jonas)
  expect([await nobodys('Kai'), await nobodys('Amira'), await nobodys('Petra')]).toEqual([[[id, false]], [], [[id, true]]])
  await expect(become('Kai', (work) => takeOver(work, id), jonas.about)).rejects.toThrow('session-taken-already')
  await become('Petra', (work) => takeOver(work, id), jonas.about)
  await expect(become('Petra', (work) => takeOver(work, id), jonas.about)).rejects.toThrow('session-taken-already')
  expect([await nobodys('Kai'), (await become('Petra', (work) => lastSessions(work, jonas.id, 1), jonas.about)).length]).toEqual([[], 1])
})

async function replaceMentor(jonas: { id: number, about: { about: string } }): Promise<void> {
  const [mia, petra] = [await colleagueId('Mia'), await colleagueId('Petra')]
  await become('Ravi', (work) => appoint(work, { colleagueId: petra, role: 'mentor' }))
  await become('Kai', async (work) => {
    await endAssignment(work, (await teamOf(work, jonas.id)).find((one) => one.colleague_id === mia)!.public_id)
    await assign(work, { colleagueId: petra, participantId: jonas.id, role: 'mentor' })
  }, jonas.about)
}
