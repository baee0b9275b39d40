import { addMonths, dayAt, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** For whom advice is written; no other role ever reads any. */
export const readerRoles = ['facilitator', 'assessor', 'case_manager'] as const
/** How the person came to know of it: nothing is advised behind their back. */
export const toldHows = ['together', 'told'] as const
/** What a safety plan asks, in its order. */
export const planParts = ['signs', 'ownSteps', 'whomToCall', 'safePlace'] as const

export type ReaderRole = (typeof readerRoles)[number]
export type ToldHow = (typeof toldHows)[number]
export type PlanPart = (typeof planParts)[number]

/** What advice and safety plans have in common: written once, replaced, ended or taken back, and looked at again by a day. */
export type Standing = {
  publicId: string
  authorId: number
  author: string | null
  writtenAt: Instant
  reviewOn: Day
  replacedAt: Instant | null
  ended: { on: Day, why: string, by: string | null } | undefined
}

export type Advice = Standing & { participantId: number, words: string, readers: ReaderRole[], told: ToldHow }
export type SafetyPlan = Standing & { participantId: number } & Record<PlanPart, string>

/** Advice that nobody looks at for longer than this is about somebody who has changed meanwhile. */
const longestMonths = 12

export function isInForce({ replacedAt, ended }: Pick<Standing, 'replacedAt' | 'ended'>): boolean {
  return replacedAt === null && ended === undefined
}

/** A slip of the pen: by whoever wrote it, on the same day, while it holds. */
export function mayTakeBack(one: Standing, actorId: number, { today, timeZone }: { today: Day, timeZone: string }): boolean {
  return isInForce(one) && one.authorId === actorId && dayAt(one.writtenAt, timeZone) === today
}

/** When it is looked at again: a day to come, within the year. */
export function checkReview(reviewOn: Day, today: Day): void {
  if (reviewOn <= today) throw refuse('health-review-past')
  if (reviewOn > addMonths(today, longestMonths)) throw refuse('health-review-late')
}

/** Something has to stand there; a part of which the person had nothing to say stays empty. */
export function checkPlan(parts: Partial<Record<PlanPart, string | undefined>>): Record<PlanPart, string> {
  const whole = { signs: parts.signs ?? '', ownSteps: parts.ownSteps ?? '', whomToCall: parts.whomToCall ?? '', safePlace: parts.safePlace ?? '' }
  if (planParts.every((part) => whole[part] === '')) throw refuse('health-plan-empty')
  return whole
}
