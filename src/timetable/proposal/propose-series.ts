import { openSolver, type Solver } from '../../../statistics/index.ts'
import { myRoleFor, teamOf } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { addDays, addMonths, daysBetween, day, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { openPlan } from '../../plans/index.ts'
import { partsOf, programmeOf } from '../../programmes/index.ts'
import { deliveredUnder, mayMeetAs } from '../../sessions/index.ts'
import type { SeriesAsked } from '../timetable.input.ts'
import { needsByWeek, rhythmIn, type Rhythm } from './dose-weeks.ts'
import { isOutside, obstaclesTo, roomsFor, type Surroundings } from './obstacles.ts'
import { propose } from './propose.ts'
import { clockOf, surroundingsOf } from './surroundings.ts'
import { whyShort, type Short } from './what-mends.ts'

export type Proposed = { on: Day, time: string, room: { publicId: string, name: string } | undefined, isRegular: boolean, /** After release, where the work goes on: its place is outside. */ isOutside: boolean }

/** What is proposed, with what it rests on. Where the plan gives no rhythm, nothing is proposed until somebody says one. */
export type Proposal = {
  rhythm: Rhythm, asked: { from: Day, weeks: number, aWeek: number | undefined, minutes: number, secondId: number | undefined }
  left: number | undefined, releaseOn: Day | null, goesOn: boolean, meetings: Proposed[], short: Short[]
}

/** Proposes a series of meetings with the person, and writes nothing. */
export async function proposeSeries(work: Work, sent: SeriesAsked): Promise<Proposal> {
  const { rhythm, left, usual } = await doseOf(work)
  const asked = { from: sent.from ?? addDays(work.today, 1), weeks: sent.weeks, aWeek: sent.aWeek ?? usual, minutes: sent.minutes ?? rhythm.minutes, secondId: await secondOf(work, sent.second) }
  if (asked.from < work.today) throw refuse('series-from-the-past')
  const monday = mondayOf(asked.from)
  const around = await surroundingsOf(work, { ...asked, monday })
  const needs = asked.aWeek === undefined ? [] : needsByWeek({ weeks: asked.weeks, aWeek: asked.aWeek, taperFrom: sent.taperFrom, most: left })
  const meetings = await placed(around, { monday, weeks: asked.weeks, minutes: asked.minutes, needs })
  const short = needs.flatMap((wanted, week) => {
    const count = meetings.filter(({ on }) => Math.floor(daysBetween(monday, on) / 7) === week).length
    return count < wanted ? [whyShort(around, { monday: addDays(monday, week * 7), minutes: asked.minutes, wanted, placed: count })] : []
  })
  return { rhythm, asked, left, releaseOn: around.releaseOn, goesOn: around.goesOn, meetings, short }
}

/** Why nothing can be proposed yet, for whoever meets the person; for others there is no such page. */
export async function whyNoSeries(work: Work): Promise<'paused' | 'no-plan' | undefined> {
  const [person, role] = [await thePerson(work), await myRoleFor(work, work.about)]
  if (!mayMeetAs(role)) throw refuse('not-found')
  if (person.state === 'paused') return 'paused'
  return await openPlan(work, work.about) ? undefined : 'no-plan'
}

/** The pattern of the plan in the month of today, the rhythm agreed with this person, and how many are left where the programme counts them. */
async function doseOf(work: Work): Promise<{ rhythm: Rhythm, left: number | undefined, usual: number | undefined }> {
  const [person, role, plan] = [await thePerson(work), await myRoleFor(work, work.about), await openPlan(work, work.about)]
  if (!mayMeetAs(role)) throw refuse('not-found')
  if (person.state === 'paused') throw refuse('series-paused')
  if (!plan) throw refuse('series-no-plan')
  const definition = await programmeOf(work, plan.programme, plan.version)
  const month = monthsSince(plan.begins_on, work.today)
  const rhythms = definition ? partsOf(definition.dose).map((dose) => rhythmIn(dose, month)) : []
  const rhythm = rhythms.find(({ aWeek }) => aWeek !== undefined) ?? rhythms[0] ?? { aWeek: undefined, minutes: 60, count: undefined }
  const [delivered] = await deliveredUnder(work, [plan.id])
  const left = rhythm.count === undefined ? undefined : Math.max(0, rhythm.count - (delivered?.held ?? 0) - (delivered?.planned.length ?? 0))
  return { rhythm, left, usual: plan.sessions_a_week === null ? rhythm.aWeek : Number(plan.sessions_a_week) }
}

function monthsSince(from: Day, today: Day): number {
  let months = 0
  while (addMonths(from, months + 1) <= today) months += 1
  return months
}

async function secondOf(work: Work, publicId: string | undefined): Promise<number | undefined> {
  if (publicId === undefined) return undefined
  const found = (await facilitatorsBeside(work)).find(({ colleague_public_id: one }) => one === publicId)
  if (!found) throw refuse('session-second-not-there')
  return found.colleague_id
}

/** The other facilitators of the person, who can come along. */
export async function facilitatorsBeside(work: Work) {
  return (await teamOf(work, work.about)).filter(({ role, colleague_id: id }) => role === 'facilitator' && id !== work.actor.id)
}

type Placing = { monday: Day, weeks: number, minutes: number, needs: readonly number[] }

async function placed(around: Surroundings, { monday, weeks, minutes, needs }: Placing): Promise<Proposed[]> {
  const meeting = (week: number, weekday: number, from: number) => ({ on: addDays(monday, week * 7 + weekday), weekday: weekday + 1, from, until: from + minutes })
  const isOpen = (week: number, weekday: number, start: number) => start + minutes <= 24 * 60 && obstaclesTo(around, meeting(week, weekday, start)).length === 0
  const found = propose({ weeks, wanted: [{ minutes, place: null, needs, isOpen }], travel: () => 0 }, await theSolver())
  const free = found.map(({ week, weekday, start }) => roomsFor(around, meeting(week, weekday, start)))
  const times = (publicId: string) => free.filter((rooms) => rooms.some((room) => room.publicId === publicId)).length
  return found.map(({ week, weekday, start, isRegular }, place) => ({
    on: meeting(week, weekday, start).on, time: clockOf(start), isRegular, isOutside: isOutside(around, addDays(monday, week * 7 + weekday)), room: free[place]!.toSorted((one, other) => times(other.publicId) - times(one.publicId) || one.name.localeCompare(other.name))[0] }))
}

let opened: Promise<Solver> | undefined

/** Opened with the first question, as it takes some megabytes; a question that takes longer than ten seconds fails rather than answering worse. */
function theSolver(): Promise<Solver> {
  return (opened ??= openSolver(10))
}

/** Weeks are counted from a Monday. */
export function mondayOf(on: Day): Day {
  return addDays(on, -(((daysBetween(day('2026-11-23'), on) % 7) + 7) % 7))
}
