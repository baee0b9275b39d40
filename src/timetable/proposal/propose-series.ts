import { openSolver, type Solver } from '../../../statistics/index.ts'
import { myRoleFor, teamOf } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { addDays, addMonths, daysBetween, day, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { openPlan, stagesBegun } from '../../plans/index.ts'
import { partsOf, programmeOf } from '../../programmes/index.ts'
import { deliveredUnder, mayMeetAs } from '../../sessions/index.ts'
import type { SeriesAsked } from '../timetable.input.ts'
import { countTo, needsByWeek, patternIn, rhythmIn, type Rhythm } from './dose-weeks.ts'
import { isOutside, obstaclesTo, roomsFor, type GoesOn, type Surroundings } from './obstacles.ts'
import { propose } from './propose.ts'
import { clockOf, surroundingsOf } from './surroundings.ts'
import { whyShort, type Short } from './what-mends.ts'

export type Proposed = { on: Day, time: string, room: { publicId: string, name: string } | undefined, isRegular: boolean, /** After release, where the work goes on: its place is outside. */ isOutside: boolean }

/** What is proposed, with what it rests on. Where the plan gives no rhythm, nothing is proposed until somebody says one. */
export type Proposal = {
  rhythm: Rhythm, /** Where the programme sets another rhythm from a week on; nothing where it then sets none. */ changes: { monday: Day, aWeek: number | undefined }[]
  asked: { from: Day, weeks: number, aWeek: number | undefined, minutes: number, secondId: number | undefined }
  left: number | undefined, releaseOn: Day | null, goesOn: GoesOn | undefined, meetings: Proposed[], short: Short[]
}

/** Proposes a series of meetings with the person, and writes nothing. */
export async function proposeSeries(work: Work, sent: SeriesAsked): Promise<Proposal> {
  const from = sent.from ?? addDays(work.today, 1)
  const why = whyNoSuchDay(work, from)
  if (why) throw refuse(why === 'past' ? 'series-from-the-past' : 'series-too-far')
  const monday = mondayOf(from)
  const { rhythm, left, weekly, agreed } = await doseOf(work, { monday, weeks: sent.weeks })
  const usual = agreed ?? weekly[0]
  const asked = { from, weeks: sent.weeks, aWeek: sent.aWeek ?? usual, minutes: sent.minutes ?? rhythm.minutes, secondId: await secondOf(work, sent.second) }
  const around = await surroundingsOf(work, { ...asked, monday, isOpen: left === undefined })
  const changes = sent.aWeek === undefined && agreed === undefined ? changesIn(weekly, monday) : []
  const needs = asked.aWeek === undefined ? [] : needsByWeek({ weeks: asked.weeks, aWeek: changes.length > 0 ? weekly : asked.aWeek, taperFrom: sent.taperFrom, most: left })
  const meetings = await placed(around, { monday, weeks: asked.weeks, minutes: asked.minutes, needs })
  const short = needs.flatMap((wanted, week) => {
    const count = meetings.filter(({ on }) => Math.floor(daysBetween(monday, on) / 7) === week).length
    return count < wanted ? [whyShort(around, { monday: addDays(monday, week * 7), minutes: asked.minutes, wanted, placed: count })] : []
  })
  return { rhythm, changes, asked, left, releaseOn: around.releaseOn, goesOn: around.goesOn, meetings, short }
}

/** Why a series cannot begin on a day: it is over, or further ahead than anybody plans. */
export function whyNoSuchDay(work: Work, from: Day): 'past' | 'too-far' | undefined {
  if (from < work.today) return 'past'
  return from > addMonths(work.today, monthsAhead) ? 'too-far' : undefined
}

/** Why nothing can be proposed yet, for whoever meets the person; for others there is no such page. */
export async function whyNoSeries(work: Work): Promise<'paused' | 'no-plan' | undefined> {
  const [person, role] = [await thePerson(work), await myRoleFor(work, work.about)]
  if (!mayMeetAs(role)) throw refuse('not-found')
  if (person.state === 'paused') return 'paused'
  return await openPlan(work, work.about) ? undefined : 'no-plan'
}

type DoseOfPlan = { rhythm: Rhythm, left: number | undefined, /** What the programme says for each week. */ weekly: (number | undefined)[], agreed: number | undefined }

/** The pattern of the stage in which the plan stands, week by week; the rhythm agreed with this person; and how many are left where the programme counts them. */
async function doseOf(work: Work, { monday, weeks }: { monday: Day, weeks: number }): Promise<DoseOfPlan> {
  const [person, role, plan] = [await thePerson(work), await myRoleFor(work, work.about), await openPlan(work, work.about)]
  if (!mayMeetAs(role)) throw refuse('not-found')
  if (person.state === 'paused') throw refuse('series-paused')
  if (!plan) throw refuse('series-no-plan')
  const [definition, stages, [delivered]] = [await programmeOf(work, plan.programme, plan.version), await stagesBegun(work, plan.id), await deliveredUnder(work, [plan.id])]
  const patterns = definition ? partsOf(definition.dose) : []
  const pattern = patternIn(patterns, stages.find(({ beginsOn }) => beginsOn <= work.today)?.stage, monthsSince(plan.begins_on, work.today))
  const rhythmOn = (on: Day): Rhythm => (pattern ? rhythmIn(pattern, monthsSince(plan.begins_on, on)) : { aWeek: undefined, minutes: 60, count: undefined })
  const count = pattern && countTo(patterns, pattern)
  const left = count === undefined ? undefined : Math.max(0, count - (delivered?.held ?? 0) - (delivered?.planned.length ?? 0))
  return { rhythm: rhythmOn(work.today), left, weekly: Array.from({ length: weeks }, (_, week) => rhythmOn(addDays(monday, week * 7)).aWeek), agreed: plan.sessions_a_week === null ? undefined : Number(plan.sessions_a_week) }
}

/** Nobody plans sessions of a person further ahead than this. */
const monthsAhead = 24

function changesIn(weekly: readonly (number | undefined)[], monday: Day): Proposal['changes'] {
  return weekly.flatMap((aWeek, week) => (week > 0 && aWeek !== weekly[week - 1] ? [{ monday: addDays(monday, week * 7), aWeek }] : []))
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
