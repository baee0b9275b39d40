import { dayAt, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** A goal's level, an answer on a ruler, the score of a questionnaire, the person's word on a session. */
export type Kind = 'goal' | 'ruler' | 'scale' | 'session'

/** The five levels of a goal, the highest first, as they are read. */
export const levels = [2, 1, 0, -1, -2] as const
export type Level = (typeof levels)[number]

/** Why nothing was said. None of these is a zero, and none is held against anybody. Legal: guilt is open or a lawyer advised so, and it was left out for that. */
export const reasonsNotSaid = ['not-asked', 'did-not-want', 'could-not-say', 'legal'] as const
/** Why a file has no value. */
export const reasonsInFile = ['empty-in-file', 'marked-in-file', 'item-missing'] as const
export type Missing = (typeof reasonsNotSaid)[number] | (typeof reasonsInFile)[number]

/** Who judged: the person, or a worker who says how they see it. Of a file nobody may know. */
export const sayers = ['person', 'worker'] as const
export type SaidBy = (typeof sayers)[number] | 'not-said'
export type Way = 'by-person' | 'with-person' | 'imported'

export type Measure = {
  publicId: string
  kind: Kind
  series: string
  question: string
  goalId: number | null
  goalPlace: number | null
  sessionId: number | null
  on: Day
  value: number | null
  missing: Missing | null
  lowest: number | null
  highest: number | null
  phase: string | null
  saidBy: SaidBy
  way: Way
  ownWords: string
  recordedBy: { kind: 'colleague' | 'participant', id: number, name: string | null }
  recordedAt: Instant
  revision: number
}

export const ruler = { lowest: 0, highest: 10 } as const

/** Either a value or a reason why there is none. Refuses 'measure-nothing-said', 'measure-both-said'. */
export function saidOrMissing(value: number | undefined, missing: Missing | undefined, field: string): { value: number | null, missing: Missing | null } {
  if (value === undefined && missing === undefined) throw refuse('measure-nothing-said', {}, field)
  if (value !== undefined && missing !== undefined) throw refuse('measure-both-said', {}, field)
  return { value: value ?? null, missing: missing ?? null }
}

/** What is said today or lately. Longer ago belongs into an import, where the paper is kept. */
export function checkDay(on: Day, today: Day): void {
  if (on > today) throw refuse('measure-day-ahead', {}, 'on')
}

/** On the day it was written its writer may still change it or take it back; later it stands, and the next one says more. */
export function mayChange({ recordedBy, recordedAt }: Pick<Measure, 'recordedBy' | 'recordedAt'>, by: { kind: string, id: number }, at: { today: Day, timeZone: string }): boolean {
  return recordedBy.kind === by.kind && recordedBy.id === by.id && dayAt(recordedAt, at.timeZone) === at.today
}
