import { papersToSign } from '../../agreements/index.ts'
import { roleName } from '../../access/index.ts'
import { myPeople, needsOf, particularsOf } from '../../participants/index.ts'
import { addDays, momentOf, type Day, type Instant } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { programmesOnOffer } from '../../programmes/index.ts'
import { sessionsBetween, sessionsWaiting, type PlannedSession } from '../../sessions/index.ts'
import { isRoom } from '../../timetable/index.ts'
import { neutralPlace } from './neutral.ts'
import { t } from './words.ts'

export type Appointment = {
  session: string
  at: Instant
  minutes: number
  /** Where, in words that say nothing else; nothing where the words said more. */
  place: string | undefined
  /** Where, for those who know nothing else of the meeting: a room of the service's list; nothing where it is none. */
  room: string | undefined
  person: string
  name: string
  number: string | null
  /** With whom, where it is somebody else than the reader. */
  with: string | null
  bring: string[]
}

/** What this helper has on a day: their own dates; for who plans for a team (a coordinator, a case manager), the dates of the people they hold that role for. */
export async function appointmentsOn(work: Work, on: Day): Promise<Appointment[]> {
  const [from, until] = [startOf(work, on), startOf(work, addDays(on, 1))]
  const mine = await sessionsOfMine(work, from, until)
  const papers = mine.length === 0 ? [] : await papersToSign(work)
  const found: Appointment[] = []
  for (const session of mine) found.push(await appointmentOf(work, session, papers))
  return found
}

/** One planned session of the person that this work is about. */
export async function oneAppointment(work: Work, publicId: string): Promise<Appointment | undefined> {
  const session = (await sessionsBetween(work, work.now, startOf(work, addDays(work.today, 800)))).find((one) => one.public_id === publicId)
  return session && appointmentOf(work, session, [])
}

/** How many meetings of that day wait for a pause to end: they stand on no sheet and no slip, and whoever looks for them is told. */
export async function waitingOn(work: Work, on: Day): Promise<number> {
  return (await ofMine(work, await sessionsWaiting(work, startOf(work, on), startOf(work, addDays(on, 1))))).length
}

async function sessionsOfMine(work: Work, from: Instant, until: Instant): Promise<PlannedSession[]> {
  return ofMine(work, await sessionsBetween(work, from, until))
}

async function ofMine<Session extends Pick<PlannedSession, 'participant_id' | 'author_id'>>(work: Work, sessions: readonly Session[]): Promise<Session[]> {
  const people = await myPeople(work)
  return sessions.filter((session) => {
    const role = people.find((one) => one.participant_id === session.participant_id)?.role
    return session.author_id === work.actor.id || (role !== undefined && plansForATeam.includes(role))
  })
}

const plansForATeam = ['coordinator', 'case_manager']

async function appointmentOf(work: Work, session: PlannedSession, papers: readonly number[]): Promise<Appointment> {
  const needs = await needsOf(work, session.participant_id)
  // On a sheet with initials alone the place must not say the name either.
  const place = neutralPlace(session.place || session.meets_at, [...givingAway(), ...session.name.split(/[\s-]+/).filter((part) => part.length > 2)])
  return {
    session: session.public_id, at: session.starts_at, minutes: session.minutes, person: session.person, name: session.name,
    place, room: place && await isRoom(work, place) ? place : undefined, number: (await particularsOf(work, session.participant_id))?.number ?? null,
    with: session.author_id === work.actor.id ? null : session.with,
    bring: [...(papers.includes(session.participant_id) ? [t('myday.bring.paper')] : []), ...(needs?.needs_interpreter ? [t('myday.bring.interpreter')] : [])],
  }
}

/** Words that say what somebody takes part in: every programme on offer, by title and by id, the roles of those who meet people, and words of the service's own language. */
export function givingAway(): string[] {
  const programmes = programmesOnOffer().flatMap(({ definition }) => [definition.title, definition.id])
  return [...programmes, ...rolesMeeting.map(roleName), ...t('myday.giving-away').split(',')]
}

const rolesMeeting = ['coordinator', 'assessor', 'facilitator', 'mentor', 'coach', 'clinical_supervisor', 'case_manager', 'circle_volunteer', 'circle_coordinator', 'faith_contributor']

/** Midnight where the service is, or the first moment after it where the clock skips midnight. */
function startOf(work: Work, on: Day): Instant {
  return momentOf(on, '00:00', work.timeZone) ?? momentOf(on, '01:00', work.timeZone) ?? work.now
}
