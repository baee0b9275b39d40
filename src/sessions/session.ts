import { addDays, daysBetween, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { UnitWhy } from './units/unit-differences.ts'

/** Whose cause a missed session has. The service's causes are the service's, never the person's. */
export const causes = {
  service: ['no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer'],
  person: ['person-declined', 'person-absent'],
  neither: ['illness', 'court', 'other'],
} as const

export type Cause = (typeof causes)[keyof typeof causes][number]

/** Why something was called off that nobody chooses: what it rested on ended. Nobody's cause. */
export const endOfThePlan = 'plan-ended' as const

export const allCauses = [...causes.service, ...causes.neither, ...causes.person] as const

export type Whose = keyof typeof causes

export function whoseCause(cause: Cause): Whose {
  if (causes.service.some((one) => one === cause)) return 'service'
  return causes.person.some((one) => one === cause) ? 'person' : 'neither'
}

export type When = { on: Day, time: string, minutes: number, place: string }

export type PlanSession = When & {
  units?: readonly string[] | undefined, /** Whoever plans knows that it is a holiday. */ onHoliday?: boolean | undefined
  /** Whoever plans knows that a word of the place is no name. */ placeIsNoName?: boolean | undefined
  /** The missed session that this one makes up for. */
  catchesUp?: string | undefined
}

export type MoveSession = When & CallOff & { /** Those planned together with it that come after it move as far. */ following?: boolean | undefined, onHoliday?: boolean | undefined, placeIsNoName?: boolean | undefined }

export type CallOff = { cause: Cause, causeNote?: string | undefined }

/** What a meeting took beside its own length: time of the colleague, never dose of the person. Nothing where nothing was said. */
export type TimeAround = { preparationMinutes?: number | undefined, travelMinutes?: number | undefined }

/** Half a day to prepare, a day on the way: more is a slip of the hand. */
export const mostAround = { preparation: 480, travel: 720 }

export type RecordSession = PlanSession & TimeAround & {
  state: 'held' | 'missed'
  cause?: Cause | undefined
  causeNote?: string | undefined
  done?: string | undefined
  way?: Way | undefined
  /** Why a unit went another way than planned, each for itself. */
  why?: readonly UnitWhy[] | undefined
  ownWords?: string | undefined
  homePractice?: string | undefined
  nextStep?: string | undefined
  limitReminded?: boolean | undefined
  note?: string | undefined
  isDraft?: boolean | undefined
}

/** How one met. Nothing said: it was one to one, as usual. */
export const ways = ['alone', 'group', 'phone', 'video', 'family'] as const

export type Way = (typeof ways)[number]

/** Who meets the person, and so plans and records. Of a circle only that it met is written here. */
export const meetingRoles = ['facilitator', 'mentor', 'circle_coordinator'] as const

export function mayMeetAs(role: string | null | undefined): boolean {
  return meetingRoles.some((one) => one === role)
}

/** What may be written of a session: held or missed only once it has begun, planned only while it lies ahead. */
export function checkMoment(state: 'planned' | 'held' | 'missed', startsAt: Instant, now: Instant): void {
  if (state === 'planned' && startsAt <= now) throw refuse('session-planned-in-the-past')
  if (state !== 'planned' && startsAt > now) throw refuse('session-in-the-future')
}

/** How far the person was when a meeting began: what was held before a pause is written down during it too, else the record would be lost. */
export function stateThen(state: string, pausedAt: Instant | null, startsAt: Instant): string {
  return state === 'paused' && pausedAt !== null && startsAt < pausedAt ? 'active' : state
}

/** Whoever is paused or has not begun has no sessions; the reason is said, and the way to change it. */
export function checkTakingPart(state: string): void {
  if (state === 'paused') throw refuse('session-while-paused')
  if (state === 'ended') throw refuse('session-on-a-closed-person')
  if (state !== 'active') throw refuse('session-before-the-plan')
}

/** On a holiday of the service the house may be closed and nobody there to fetch the person: it is planned only by whoever says that they know. */
export function checkHoliday({ on, onHoliday = false }: Pick<PlanSession, 'on' | 'onHoliday'>, holidays: readonly string[]): void {
  if (holidays.includes(on) && !onHoliday) throw refuse('session-on-a-holiday')
}

export type Shift = { days: number, minutes: number }

/** How far a session is moved on the wall calendar: the same shift for those that follow keeps their time of day, also where summer time begins between them. */
export function shiftBetween(from: { on: Day, time: string }, to: { on: Day, time: string }): Shift {
  return { days: daysBetween(from.on, to.on), minutes: minuteOf(to.time) - minuteOf(from.time) }
}

export function shifted({ on, time }: { on: Day, time: string }, { days, minutes }: Shift): { on: Day, time: string } {
  const minute = minuteOf(time) + minutes
  const over = Math.floor(minute / minutesADay)
  return { on: addDays(on, days + over), time: timeOf(minute - over * minutesADay) }
}

const minutesADay = 24 * 60

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function timeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** How many days after the meeting it was written down: a record made later says so. */
export function daysLate(heldOn: Day, writtenOn: Day): number {
  return Math.max(0, daysBetween(heldOn, writtenOn))
}
