import { mayFor } from '../access/index.ts'
import { languagesIn, needsOf, thePerson } from '../participants/index.ts'
import { addMinutes, dayAt, momentOf, type Instant } from '../platform/day.ts'
import { orNothing, refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { theSession } from '../sessions/index.ts'
import { baseOf, isKnown, mustBeIndependent, type Answers } from './interpreter.ts'
import type { Adding, Booking, Debriefing, WingBooking } from './interpreters.input.ts'
import { bookingsOf, interpreterByPublicId, refusalsOf, type BookingRow } from './interpreters.queries.ts'

/** Books an interpreter for a session ahead. Independence is asked each time: people's lives change. */
export async function bookForSession(work: Work, { session: sessionId, ...sent }: Booking): Promise<void> {
  await mustBook(work)
  const session = await sessionToBook(work, sessionId)
  const interpreter = await whoInterprets(work, sent)
  await write(work, { ...sent, interpreterId: interpreter.id, name: interpreter.name, serves: 'session', sessionId: session.id, from: session.starts_at, until: addMinutes(session.starts_at, session.minutes) })
}

/** Books one for the wing: a reception, a hearing of the house. Never the same person as in sessions. */
export async function bookForWing(work: Work, { on, time, minutes, ...sent }: WingBooking): Promise<void> {
  await mustBook(work)
  const from = momentOf(on, time, work.timeZone)
  if (!from) throw refuse('interpreter-no-such-time', { time })
  if (from <= work.now) throw refuse('interpreter-past')
  const interpreter = await whoInterprets(work, sent)
  await write(work, { ...sent, interpreterId: interpreter.id, name: interpreter.name, serves: 'wing', sessionId: null, from, until: addMinutes(from, minutes) })
}

async function sessionToBook(work: Work, sessionId: string) {
  const session = await orNothing(theSession(work, sessionId))
  if (!session || session.participant_id !== work.about || session.state !== 'planned' || session.starts_at <= work.now) throw refuse('interpreter-no-session')
  return session
}

type Wanted = Partial<Answers> & { interpreter: string, language: string }

async function whoInterprets(work: Work, { interpreter: publicId, language, ...answers }: Wanted) {
  const found = await interpreterByPublicId(work, publicId)
  if (!found || found.closed_on !== null) throw refuse('interpreter-unknown')
  if (!found.languages.some((one) => baseOf(one) === baseOf(language))) throw refuse('interpreter-other-language', { name: found.name, languages: say.list(found.languages.map(say.language)) })
  if ((await refusalsOf(work, work.about)).some(({ interpreter_id: id }) => id === found.id)) throw refuse('interpreter-not-wanted', { name: found.name })
  mustBeIndependent(answers, found.name)
  return found
}

type Written = Partial<Answers> & { interpreterId: number, name: string, serves: 'session' | 'wing', sessionId: number | null, how: string, language: string, from: Instant, until: Instant }

async function write(work: Work, { interpreterId, name, serves, sessionId, how, language, from, until, ...answers }: Written): Promise<void> {
  const { unit_id: unitId } = await work.db.selectFrom('participants').select(['id as participant_id', 'unit_id']).where('id', '=', work.about).executeTakeFirstOrThrow()
  try {
    await work.db.insertInto('interpreter_bookings').values({
      id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, session_id: sessionId, interpreter_id: interpreterId, unit_id: unitId, serves, how, language, from_at: from, until_at: until,
      is_relative: answers.isRelative === 'yes', is_prisoner: answers.isPrisoner === 'yes', is_security: answers.isSecurity === 'yes', is_of_the_wing: serves === 'wing' ? null : answers.isOfTheWing === 'yes',
      booked_by: work.actor.id, booked_at: work.now }).execute()
  } catch (fault) {
    // The database looks at all bookings of the house, also those that this colleague may not see; it says that it cannot be, and not whose the other one is.
    if (violates(fault, 'interpreter_bookings_one_a_session')) throw refuse('interpreter-booked-already')
    if (violates(fault, 'interpreter_bookings_not_twice')) throw refuse('interpreter-busy', { name })
    if (violates(fault, 'interpreter_bookings_not_wing_and_session') || violates(fault, 'interpreter_bookings_not_both_in_a_unit'))
      throw refuse(serves === 'wing' ? 'interpreter-of-sessions' : 'interpreter-both', { name })
    throw fault
  }
}

export async function theBooking(work: Work, bookingId: string): Promise<BookingRow> {
  const found = (await bookingsOf(work, work.about)).find(({ public_id: id }) => id === bookingId)
  if (!found) throw refuse('not-found')
  return found
}

/** Calls a booking off, while it lies ahead. */
export async function cancelBooking(work: Work, bookingId: string, why: string): Promise<void> {
  await mustBook(work)
  const booking = await theBooking(work, bookingId)
  if (booking.cancelled_at !== null) throw refuse('interpreter-cancelled')
  if (booking.from_at <= work.now) throw refuse('interpreter-over')
  await cancel(work, [booking], why)
}

async function cancel(work: Work, bookings: readonly Pick<BookingRow, 'id'>[], why: string): Promise<void> {
  for (const { id } of bookings)
    await work.db.updateTable('interpreter_bookings').set({ cancelled_at: work.now, cancelled_by_kind: work.actor.kind, cancelled_by: work.actor.id, cancelled_why: why }).where('id', '=', id).where('cancelled_at', 'is', null).execute()
}

/** The person does not want this interpreter: written at once, with no reason asked, and what was booked with them is called off. Nothing else follows. */
export async function refuseInterpreter(work: Work, participantId: number, interpreterId: string): Promise<void> {
  const isOwn = work.actor.kind === 'participant'
  if (!isOwn) await mustBook(work)
  const interpreter = await interpreterByPublicId(work, interpreterId)
  if (!interpreter) throw refuse('interpreter-unknown')
  if ((await refusalsOf(work, participantId)).some(({ interpreter_id: id }) => id === interpreter.id)) throw refuse('interpreter-refused-already', { name: interpreter.name })
  await work.db.insertInto('interpreter_refusals').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, interpreter_id: interpreter.id, said_at: work.now, recorded_by_kind: work.actor.kind, recorded_by: work.actor.id }).execute()
  const ahead = (await bookingsOf(work, participantId)).filter((one) => one.interpreter_id === interpreter.id && one.cancelled_at === null && one.from_at > work.now && one.serves === 'session')
  await cancel(work, ahead, '')
}

/** They would have them again after all. */
export async function takeRefusalBack(work: Work, participantId: number, refusalId: string): Promise<void> {
  if (work.actor.kind !== 'participant') await mustBook(work)
  const taken = await work.db.updateTable('interpreter_refusals').set({ taken_back_at: work.now }).where('public_id', '=', refusalId).where('participant_id', '=', participantId).where('taken_back_at', 'is', null).executeTakeFirst()
  if (taken.numUpdatedRows !== 1n) throw refuse('not-found')
}

/** After a session the interpreter is offered a talk about how it was for them. That it was, and not what was said. */
export async function recordDebrief(work: Work, bookingId: string, { answer, on }: Debriefing): Promise<void> {
  await mustBook(work)
  const booking = await theBooking(work, bookingId)
  if (booking.cancelled_at !== null) throw refuse('interpreter-cancelled')
  if (booking.answer !== null) throw refuse('interpreter-debriefed')
  if (on < dayAt(booking.from_at, work.timeZone) || on > work.today || booking.until_at > work.now) throw refuse('interpreter-debrief-before')
  try {
    await work.db.insertInto('interpreter_debriefs').values({ id: await work.newId(), booking_id: booking.id, participant_id: work.about, answer, held_on: on, offered_by: work.actor.id, recorded_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'interpreter_debriefs_booking_id_key')) throw refuse('interpreter-debriefed')
    throw fault
  }
}

/** Who writes the person's access needs arranges it: the facilitator and the coordinator. */
export async function mustBook(work: Work): Promise<void> {
  await thePerson(work)
  if (!await mayFor(work, 'write', 'access_needs')) throw refuse('not-found')
}

/** What the person speaks, of which a booking is made in one. What was written down as a word is read anew; what is the name of no language is looked for by nobody. */
export async function languagesToBook(work: Work): Promise<string[]> {
  return languagesIn(((await needsOf(work, work.about))?.languages ?? []).join(', ')).filter(isKnown)
}

/** Coordinators keep the directory: they know who is asked, and who may come into the house. */
export function keepsDirectory(work: Work): boolean {
  return work.actor.shape === 'casework' && work.actor.roles.includes('coordinator')
}

export async function addInterpreter(work: Work, { name, agency = '', reach, languages, gender }: Adding): Promise<void> {
  if (!keepsDirectory(work)) throw refuse('not-found')
  if (languages.length === 0) throw refuse('interpreter-no-language')
  await work.db.insertInto('interpreters').values({ id: await work.newId(), public_id: work.newPublicId(), name, agency, reach, languages, gender: gender ?? null, told_by: work.actor.id, told_at: work.now }).execute()
}

/** Nobody books them any more; what was booked stays. */
export async function closeInterpreter(work: Work, interpreterId: string, why: string): Promise<void> {
  if (!keepsDirectory(work)) throw refuse('not-found')
  const found = await interpreterByPublicId(work, interpreterId)
  if (!found) throw refuse('not-found')
  const closed = await work.db.updateTable('interpreters').set({ closed_on: work.today, closed_why: why, closed_by: work.actor.id }).where('id', '=', found.id).where('closed_on', 'is', null).executeTakeFirst()
  if (closed.numUpdatedRows !== 1n) throw refuse('interpreter-closed')
}

/** Which languages a colleague speaks, said anew. */
export async function sayLanguages(work: Work, languages: readonly string[]): Promise<void> {
  await work.db.deleteFrom('colleague_languages').where('colleague_id', '=', work.actor.id).execute()
  for (const language of new Set(languages)) await work.db.insertInto('colleague_languages').values({ id: await work.newId(), colleague_id: work.actor.id, language }).execute()
}
