import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { reasonsNotSaid, sayers } from './measure.ts'

/** What pages and calls take, one schema for both. The address brings the person. */
const missing = field.choice('measure.field.missing', reasonsNotSaid).optional()
const ownWords = field.text('measure.field.own-words', 2000).optional()
const on = field.day('measure.field.on')
const tenth = field.count('measure.field.value', 0, 10)

export const RateGoals = z.object({
  on,
  saidBy: field.choice('measure.field.said-by', sayers),
  ratings: z.array(z.object({ goal: field.id('measure.field.goal'), level: field.count('measure.field.level', -2, 2).optional(), missing, ownWords })).min(1).max(30).meta({ label: 'measure.field.level' }),
})

export const AskRuler = z.object({ on, question: field.line('measure.field.question', 300), value: tenth.optional(), missing, ownWords })

/** The person answers for themselves, today. */
export const AnswerRuler = z.object({ question: field.line('measure.field.question', 300), value: tenth, ownWords })
export const SayHowItWas = z.object({ value: tenth.optional(), ownWords })

export type Rating = z.output<typeof RateGoals>
export type RulerAnswer = z.output<typeof AskRuler>
export type OwnWord = z.output<typeof SayHowItWas>
