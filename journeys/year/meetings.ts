import { dayAt, timeAt, type Day } from '../../src/platform/day.ts'
import type { Cause } from '../../src/sessions/session.ts'
import { mySessionsToDo } from '../../src/sessions/sessions.queries.ts'
import { callOff, recordPlanned, theSession } from '../../src/sessions/sessions.verbs.ts'
import { confirmSeries } from '../../src/timetable/proposal/confirm-series.ts'
import { proposeSeries } from '../../src/timetable/proposal/propose-series.ts'
import { as, type Person, type Who } from './days.ts'

/** What the story did itself, to hold against what the service says of it. */
export type Happened = { person: number, on: Day, by: string, minutes: number, went: 'held' | Cause }
export const happened: Happened[] = []

export type Went = (person: number, on: Day, nth: number) => 'held' | Cause

/** Everybody writes down what has been planned up to now, one by one, in the form of the page. Resolves with what was refused. */
export async function writeDown(workers: readonly Who[], people: readonly Person[], went: Went): Promise<string[]> {
  const refusals: string[] = []
  for (const who of workers) {
    const open = (await as(who, async (work) => (await mySessionsToDo(work)).filter(({ starts_at: at, author_id: author }) => at <= work.now && author === work.actor.id)))
    for (const one of open) refusals.push(...await writeOne(who, people.find(({ id }) => id === one.participant_id)!, one.public_id, went))
  }
  return refusals
}

async function writeOne(who: Who, person: Person, session: string, went: Went): Promise<string[]> {
  return as(who, async (work) => {
    const { starts_at: at, minutes, place } = await theSession(work, session)
    const on = dayAt(at, work.timeZone)
    const what = went(person.id, on, happened.filter((one) => one.person === person.id).length)
    const sent = { on, time: timeAt(at, work.timeZone), minutes, place }
    await recordPlanned(work, session, what === 'held' ? { ...sent, state: 'held', done: 'What happened since, and what to try until next time.' } : { ...sent, state: 'missed', cause: what })
    happened.push({ person: person.id, on, by: work.actor.name, minutes, went: what })
    return []
  }, person).catch((fault: { code?: string, message: string }) => [`${session}: ${fault.code ?? fault.message}`])
}

type Wish = { weeks?: number, aWeek?: number, minutes?: number, second?: string, from?: Day }

/** A series as it is proposed, taken as it is. Resolves with how many were planned, and the weeks that fell short with what stood in the way. */
export async function takeProposal(who: Who, person: Person, { weeks = 13, ...wish }: Wish = {}) {
  return as(who, async (work) => {
    const { meetings, short, asked, left } = await proposeSeries(work, { weeks, ...wish })
    const chosen = meetings.map(({ on, time, room }) => [on, time, room?.publicId].filter(Boolean).join(' '))
    const planned = chosen.length === 0 ? 0 : await confirmSeries(work, { meetings: chosen, minutes: asked.minutes, second: wish.second, place: 'the office' })
    return { planned, left, meetings, inTheWay: [...new Set(short.flatMap(({ inTheWay }) => inTheWay))] }
  }, person)
}

/** Calls off what is planned between two days, both included. Resolves with how many. */
export async function callOffBetween(who: Who, person: Person, { from, until, cause }: { from: Day, until: Day, cause: Cause }): Promise<number> {
  return as(who, async (work) => {
    const sessions = (await mySessionsToDo(work)).filter(({ starts_at: at, participant_id: id }) => id === person.id && dayAt(at, work.timeZone) >= from && dayAt(at, work.timeZone) <= until)
    for (const { public_id: session } of sessions) await callOff(work, session, { cause })
    return sessions.length
  }, person)
}
