import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { answers } from './eligibility.ts'

export const AnswerRule = z.object({
  answer: field.choice('eligibility.field.answer', answers), words: field.text('eligibility.field.words', 2000).optional(),
  saidBy: field.line('eligibility.field.said-by'), seenOn: field.day('eligibility.field.seen-on') })
export type Answering = z.output<typeof AnswerRule>

export const GoOn = z.object({ words: field.text('eligibility.field.reason', 2000), decidedBy: field.line('eligibility.field.decided-by').optional() })
export type GoingOn = z.output<typeof GoOn>

/** Programmes side by side, each of its own in the address. */
export const LookAt = z.object({ programmes: z.array(z.string().max(400)).max(50).optional() })
