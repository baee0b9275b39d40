import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { readerRoles, toldHows } from './advice.ts'

/** What pages and calls take. The address brings the person and the advice. */
const reviewOn = field.day('health.field.review-on')
const part = (label: string) => field.text(label, 1000).optional()

export const WriteAdvice = z.object({
  words: field.text('health.field.words', 1000),
  readers: z.array(field.choice('health.field.readers', readerRoles)).min(1).max(readerRoles.length).meta({ label: 'health.field.readers' }),
  told: field.choice('health.field.told', toldHows),
  reviewOn,
})

/** `replaces`: the plan that the writer had before them, if there was one. */
export const WriteSafetyPlan = z.object({
  signs: part('health.field.signs'), ownSteps: part('health.field.own-steps'), whomToCall: part('health.field.whom-to-call'), safePlace: part('health.field.safe-place'),
  reviewOn, replaces: field.id('health.field.replaces').optional(),
})

export const EndIt = z.object({ why: field.text('health.field.why', 500) })

const reader = (role: (typeof readerRoles)[number]) => field.tick(`health.agree.${role}`).default(false)
/** `shown`: the roles that were ticked when the form was shown, so that one which lay open for a while changes only what was changed on it. */
export const AgreeReaders = z.object({ facilitator: reader('facilitator'), assessor: reader('assessor'), case_manager: reader('case_manager'), shown: field.line('health.own.share.who').optional() })

export type WritingAdvice = z.output<typeof WriteAdvice>
export type WritingPlan = z.output<typeof WriteSafetyPlan>
