import { sql } from 'kysely'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aParticipant, become, becomeParticipant, instant, offerProgrammes, testHouse, testMoment } from '../../database/testing/index.ts'
import { aPlan } from '../../database/testing/a-plan.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import type { First } from '../../database/seeds/cast.ts'
import { pausePerson, resumePerson, sayNeeds } from '../participants/index.ts'
import { day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { callOff, moveSession, planSession, recordPlanned } from '../sessions/index.ts'
import { interpretersDue } from './interpreters.desk.tsx'
import type { Booking, WingBooking } from './interpreters.input.ts'
import { bookingsOf, openInterpreters, refusalsOf } from './interpreters.queries.ts'
import { addInterpreter, bookForSession, bookForWing, cancelBooking, closeInterpreter, languagesToBook, recordDebrief, refuseInterpreter, sayLanguages, takeRefusalBack } from './interpreters.verbs.ts'

beforeAll(offerProgrammes)
beforeEach(async () => { (await testHouse()).clock.now = testMoment })

let number = 0
async function anInterpreter(languages = ['ar']): Promise<string> {
  number += 1
  const name = `Sara ${number}`
  await become('Kai', (work) => addInterpreter(work, { name, reach: '+45 70 00 00 05', languages }))
  return (await become('Kai', openInterpreters)).find((one) => one.name === name)!.public_id
}

const none = { isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' } as const
const { isOfTheWing: _, ...noneForWing } = none

let minute = 0
/** Somebody who speaks Arabic, with a session of Amira's in two days, at a time of its own. */
async function someone({ asks = true }: { asks?: boolean } = {}) {
  const person = await aPlan({ programme: 'entre' })
  const about = { about: person.publicId }
  await become('Kai', (work) => sayNeeds(work, person.id, { languages: 'ar', needsInterpreter: asks }), about)
  minute += 1
  const when = { on: day('2026-11-25'), time: `${String(8 + Math.trunc(minute / 6)).padStart(2, '0')}:${String(minute % 6 * 10).padStart(2, '0')}`, minutes: 10, place: 'room B2' }
  const session = await become('Amira', (work) => planSession(work, when), about)
  return { ...person, about, when, session }
}

type Person = Awaited<ReturnType<typeof someone>>
const book = (person: Person, interpreter: string, own: Partial<Booking> = {}, first: First = 'Amira') =>
  become(first, (work) => bookForSession(work, { session: person.session, interpreter, language: 'ar', how: 'in-person', ...none, ...own }), person.about)
const bookWing = (person: Person, interpreter: string, own: Partial<WingBooking> = {}) =>
  become('Kai', (work) => bookForWing(work, { on: day('2026-12-01'), time: '10:00', minutes: 30, interpreter, language: 'ar', how: 'in-person', ...noneForWing, ...own }), person.about)
const bookings = (person: Person, first: First = 'Amira') => become(first, (work) => bookingsOf(work, person.id), person.about)
const due = (first: First, person: Person) => become(first, async (work) => (await interpretersDue(work)).map(({ says, because }) => `${says}: ${because}`), person.about)

test('it is booked by the facilitator and the coordinator, and by nobody else who meets the person', async () => {
  const [one, other, sara] = [await someone(), await someone(), await anInterpreter()]
  for (const first of ['Mia', 'Lena', 'Noor'] as const) await expect(book(one, sara, {}, first), first).rejects.toMatchObject({ code: 'not-found' })
  await book(one, sara)
  await book(other, sara, {}, 'Kai')
  expect((await bookings(one, 'Mia')).map(({ name, how, serves }) => [name, how, serves])).toEqual([[expect.stringContaining('Sara'), 'in-person', 'session']])
  await expect(become('Viktor', (work) => bookingsOf(work, one.id))).rejects.toThrow(/permission denied/)
  expect(await become('Cleo', (work) => bookingsOf(work, one.id))).toEqual([])
})

test('it is written past the verb by nobody who may not, and with no answer that blocks', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await book(one, sara)
  const copy = (by: string, relative: string, unit = 'unit_id') => (work: Work) => sql`insert into interpreter_bookings (id, public_id, participant_id, unit_id, interpreter_id, serves, how, language, from_at, until_at, is_relative, is_prisoner, is_security, booked_by, booked_at)
    select nextval('ids')::int, ${work.newPublicId()}, participant_id, ${sql.raw(unit)}, interpreter_id, 'wing', how, language, from_at + interval '9 days', until_at + interval '9 days', ${sql.raw(relative)}, false, false, ${sql.raw(by)}, booked_at from interpreter_bookings limit 1`.execute(work.db)
  await expect(become('Mia', copy('booked_by', 'false'), one.about)).rejects.toThrow(/row-level security|permission denied/)
  await expect(become('Amira', copy('booked_by', 'true'), one.about)).rejects.toThrow(/interpreter_bookings_independent|permission denied/)
  // Without its unit it would escape the question who interprets for the wing.
  await expect(become('Amira', copy('booked_by', 'false', 'null'), one.about)).rejects.toThrow(/row-level security/)
})

test('it is kept by the database for a session of the same person, and called off it stays so', async () => {
  const [one, other, sara] = [await someone(), await someone(), await anInterpreter()]
  await book(one, sara)
  const forged = become('Amira', (work) => sql`insert into interpreter_bookings (id, public_id, participant_id, unit_id, session_id, interpreter_id, serves, how, language, from_at, until_at, is_relative, is_prisoner, is_security, is_of_the_wing, booked_by, booked_at)
    select nextval('ids')::int, ${work.newPublicId()}, participant_id, unit_id, (select id from sessions where public_id = ${other.session}), interpreter_id, serves, how, language, from_at + interval '9 days', until_at + interval '9 days', false, false, false, false, booked_by, booked_at
    from interpreter_bookings where participant_id = ${one.id}`.execute(work.db))
  await expect(forged).rejects.toThrow(/row-level security/)
  const id = (await bookings(one))[0]!.public_id
  await become('Amira', (work) => cancelBooking(work, id, 'Ill.'), one.about)
  await become('Amira', (work) => sql`update interpreter_bookings set cancelled_at = null, cancelled_by = null, cancelled_by_kind = null where public_id = ${id}`.execute(work.db), one.about)
  expect((await bookings(one))[0]!.cancelled_at).not.toBeNull()
})

test('it finds whoever speaks the language that was written down as a word', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await (await asSuperuser()).query(`update access_needs set languages = '{Arabic,Klingonish}' where participant_id = $1`, [one.id])
  expect(await become('Amira', languagesToBook, one.about)).toEqual(['ar'])
  await become('Amira', (work) => sayLanguages(work, ['ar']))
  expect(await due('Amira', one)).toEqual([])
  await become('Amira', (work) => sayLanguages(work, []))
  await book(one, sara)
})

test('it says that one is in vain while the person is paused, and that one was taken out of the directory', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await book(one, sara)
  await become('Amira', (work) => pausePerson(work, 'Ill.'), one.about)
  expect((await due('Amira', one))[0]).toMatch(/^An interpreter is booked in vain: Sara \d+, and the person is paused/)
  await become('Amira', (work) => resumePerson(work, 'Well again.'), one.about)
  expect(await due('Amira', one)).toEqual([])
  await become('Kai', (work) => closeInterpreter(work, sara, 'A cousin works in security.'))
  expect((await due('Amira', one))[0]).toMatch(/^The interpreter is booked no more: Sara/)
  await become('Amira', async (work) => cancelBooking(work, (await bookingsOf(work, one.id))[0]!.public_id, 'No more.'), one.about)
  expect(await due('Amira', one)).toEqual(['No interpreter booked: speaks Arabic'])
})

test('it stops at each question about independence', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  for (const question of ['isRelative', 'isPrisoner', 'isSecurity', 'isOfTheWing'] as const) await expect(book(one, sara, { [question]: 'yes' }), question).rejects.toMatchObject({ field: question })
  for (const question of ['isRelative', 'isPrisoner', 'isSecurity'] as const) await expect(bookWing(one, sara, { [question]: 'yes' }), question).rejects.toMatchObject({ field: question })
  expect(await bookings(one)).toEqual([])
})

test('it is never the same one in sessions and on the wing: of one person, of one house, whichever was first', async () => {
  const [one, neighbour, sara, omar] = [await someone(), await someone(), await anInterpreter(), await anInterpreter()]
  await bookWing(one, sara)
  await expect(book(one, sara)).rejects.toMatchObject({ code: 'interpreter-both' })
  await expect(book(neighbour, sara)).rejects.toMatchObject({ code: 'interpreter-both' })
  await expect(book(one, sara, { how: 'telephone' })).rejects.toMatchObject({ code: 'interpreter-both' })
  await book(one, omar)
  await expect(bookWing(neighbour, omar, { time: '12:00' })).rejects.toMatchObject({ code: 'interpreter-of-sessions' })
})

test('it is one at a time: no two places, no second for a session, no double click; called off, another can be booked', async () => {
  const [one, sara, omar] = [await someone(), await anInterpreter(), await anInterpreter()]
  const other = await someone()
  await become('Amira', (work) => moveSession(work, other.session, { ...one.when, cause: 'room' }), other.about)
  await book(one, sara)
  await expect(book(other, sara)).rejects.toMatchObject({ code: 'interpreter-busy' })
  await expect(book(one, sara)).rejects.toMatchObject({ code: expect.stringMatching(/interpreter-(busy|booked-already)/) as string })
  await expect(book(one, omar)).rejects.toMatchObject({ code: 'interpreter-booked-already' })
  const id = (await bookings(one))[0]!.public_id
  await expect(become('Mia', (work) => cancelBooking(work, id, 'Ill.'), one.about)).rejects.toMatchObject({ code: 'not-found' })
  await become('Amira', (work) => cancelBooking(work, id, 'Ill.'), one.about)
  await expect(become('Amira', (work) => cancelBooking(work, id, 'Ill.'), one.about)).rejects.toMatchObject({ code: 'interpreter-cancelled' })
  await book(one, omar)
  await book(other, sara)
})

test('it refuses a forged session, one of somebody else, an interpreter who is closed or speaks something else', async () => {
  const [one, other, sara] = [await someone(), await someone(), await anInterpreter(['da'])]
  await expect(book(one, sara)).rejects.toMatchObject({ code: 'interpreter-other-language' })
  const omar = await anInterpreter()
  for (const session of ['forged', other.session]) await expect(book(one, omar, { session })).rejects.toMatchObject({ code: 'interpreter-no-session' })
  await expect(book(one, 'forged')).rejects.toMatchObject({ code: 'interpreter-unknown' })
  await expect(bookWing(one, omar, { on: day('2026-11-20') })).rejects.toMatchObject({ code: 'interpreter-past' })
  await become('Kai', (work) => closeInterpreter(work, omar, 'Moved away.'))
  await expect(book(one, omar)).rejects.toMatchObject({ code: 'interpreter-unknown' })
  await expect(become('Kai', (work) => closeInterpreter(work, omar, 'Again.'))).rejects.toMatchObject({ code: 'interpreter-closed' })
})

test('it lets the person refuse an interpreter without a reason: what is booked for sessions is called off, nobody books them again, until they take it back', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await expect(becomeParticipant(one.id, (work) => refuseInterpreter(work, one.id, sara))).rejects.toMatchObject({ code: 'interpreter-unknown' })
  await book(one, sara)
  await becomeParticipant(one.id, (work) => refuseInterpreter(work, one.id, sara))
  await expect(becomeParticipant(one.id, (work) => refuseInterpreter(work, one.id, sara))).rejects.toMatchObject({ code: 'interpreter-refused-already' })
  expect((await bookings(one)).map(({ cancelled_by_kind: kind, cancelled_why: why }) => [kind, why])).toEqual([['participant', '']])
  expect(await due('Amira', one)).toEqual(['No interpreter booked: speaks Arabic'])
  await expect(book(one, sara)).rejects.toMatchObject({ code: 'interpreter-not-wanted' })
  const [refusal] = await becomeParticipant(one.id, (work) => refusalsOf(work, one.id))
  const stranger = await aParticipant()
  await expect(becomeParticipant(stranger.id, (work) => takeRefusalBack(work, one.id, refusal!.public_id))).rejects.toMatchObject({ code: 'not-found' })
  await becomeParticipant(one.id, (work) => takeRefusalBack(work, one.id, refusal!.public_id))
  await book(one, sara)
})

test('it has no column for a reason of the person\'s, nor for what was said', async () => {
  const { rows } = await become('Amira', (work) => sql<{ name: string }>`select column_name as name from information_schema.columns where table_name in ('interpreter_refusals', 'interpreter_debriefs')`.execute(work.db))
  expect(rows.map(({ name }) => name).filter((name) => /why|reason|words|note|said$|content/.test(name))).toEqual([])
})

test('it says on My day that nobody is booked, where the person asks or no language is shared, and only to whoever meets them', async () => {
  const [asking, quiet] = [await someone(), await someone({ asks: false })]
  expect(await due('Amira', asking)).toEqual(['No interpreter booked: speaks Arabic'])
  expect(await due('Amira', quiet)).toEqual([])
  expect(await due('Mia', asking)).toEqual([])
  await become('Amira', (work) => sayLanguages(work, ['da', 'en']))
  expect(await due('Amira', quiet)).toEqual(['No interpreter booked: speaks Arabic'])
  await become('Amira', (work) => sayLanguages(work, ['da', 'ar']))
  expect([await due('Amira', quiet), await due('Amira', asking)]).toEqual([[], []])
  await become('Amira', (work) => sayLanguages(work, []))
  expect(await become('Mia', (work) => sql`select 1 from colleague_languages`.execute(work.db).then(({ rows }) => rows))).toEqual([])
})

test('it says that a booking no longer holds once the session was moved, and that one is in vain once it was called off', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await book(one, sara)
  expect(await due('Amira', one)).toEqual([])
  await become('Amira', (work) => moveSession(work, one.session, { ...one.when, on: day('2026-11-26'), cause: 'room' }), one.about)
  expect((await due('Amira', one))[0]).toContain('The interpreter is booked for another time')
  await become('Amira', (work) => callOff(work, one.session, { cause: 'room' }), one.about)
  expect((await due('Amira', one))[0]).toContain('An interpreter is booked in vain')
})

test('it offers the interpreter a talk after the session, once, and keeps that it was held and with whom', async () => {
  const [one, sara] = [await someone(), await anInterpreter()]
  await book(one, sara)
  const id = (await bookings(one))[0]!.public_id
  await expect(become('Amira', (work) => recordDebrief(work, id, { answer: 'held', on: day('2026-11-25') }), one.about)).rejects.toMatchObject({ code: 'interpreter-debrief-before' })
  ;(await testHouse()).clock.now = instant('2026-11-26T09:00:00Z')
  await become('Amira', (work) => recordPlanned(work, one.session, { ...one.when, state: 'held', done: 'We talked.' }), one.about)
  expect((await due('Amira', one))[0]).toContain('Offer the interpreter a talk')
  for (const on of ['2026-11-24', '2026-11-27']) await expect(become('Amira', (work) => recordDebrief(work, id, { answer: 'held', on: day(on) }), one.about), on).rejects.toMatchObject({ code: 'interpreter-debrief-before' })
  await expect(become('Mia', (work) => recordDebrief(work, id, { answer: 'held', on: day('2026-11-26') }), one.about)).rejects.toMatchObject({ code: 'not-found' })
  await become('Amira', (work) => recordDebrief(work, id, { answer: 'held', on: day('2026-11-26') }), one.about)
  await expect(become('Kai', (work) => recordDebrief(work, id, { answer: 'not-wanted', on: day('2026-11-26') }), one.about)).rejects.toMatchObject({ code: 'interpreter-debriefed' })
  expect((await bookings(one))[0]).toMatchObject({ answer: 'held', offered_by: 'Amira Haddad' })
  expect(await due('Amira', one)).toEqual([])
})

test('it is kept in a directory by coordinators alone, about nobody', async () => {
  const sent = { name: 'Lina', reach: '1', languages: ['ar'] }
  for (const first of ['Amira', 'Mia', 'Lena'] as const) await expect(become(first, (work) => addInterpreter(work, sent)), first).rejects.toMatchObject({ code: 'not-found' })
  await expect(become('Kai', (work) => addInterpreter(work, { ...sent, languages: [] }))).rejects.toMatchObject({ code: 'interpreter-no-language' })
  await expect(become('Amira', (work) => sql`insert into interpreters (id, public_id, name, reach, languages, told_by, told_at) values (1, 'x', 'L', '1', '{ar}', ${work.actor.id}, ${work.now})`.execute(work.db))).rejects.toThrow(/row-level security/)
  const { rows } = await become('Kai', (work) => sql<{ name: string }>`select column_name as name from information_schema.columns where table_name = 'interpreters'`.execute(work.db))
  expect(rows.filter(({ name }) => /participant|person|session|faith|belie|relig/.test(name))).toEqual([])
})
