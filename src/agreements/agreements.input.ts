import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { endings, nextSteps, outcomes, purposes } from './agreement.ts'

/** What pages and calls take, one schema for both. The address brings the person and the agreement. */
const clause = z.object({ text: field.text('agreement.field.clause', 2000) })
const clauses = z.array(clause).min(1).max(30).meta({ label: 'agreement.field.clauses' })
const parties = z.array(field.id('agreement.field.parties')).min(1).max(10).meta({ label: 'agreement.field.parties' })
const ownWords = field.text('agreement.field.own-words', 2000).optional()
const version = field.count('agreement.field.version', 1, 10_000)
const revision = field.count('agreement.field.revision', 1, 1_000_000)
const endReason = field.text('agreement.field.end-reason', 2000)
const endWord = field.choice('agreement.field.end-word', endings)

export const ProposeAgreement = z.object({
  purpose: field.choice('agreement.field.purpose', purposes),
  programme: field.id('agreement.field.programme').optional(),
  parties,
  clauses,
})

export const AnswerAgreement = z.object({ version, answer: field.choice('agreement.field.answer', ['signed', 'refused']), ownWords })

/** The person's answer, given on paper at a desk and recorded by another party. */
export const RecordAnswer = AnswerAgreement.extend({ on: field.day('agreement.field.answered-on'), seenBy: field.line('agreement.field.seen-by') })

export const CorrectAgreement = z.object({ revision, reason: field.text('agreement.field.reason', 2000), parties, clauses })

export const ReviewAgreement = z.object({
  revision,
  heldOn: field.day('agreement.field.held-on'),
  outcomes: z.array(z.object({
    place: field.count('agreement.field.place', 1, 30),
    outcome: field.choice('agreement.field.outcome', outcomes),
    reason: field.text('agreement.field.outcome-reason', 2000).optional(),
    carry: field.tick('agreement.field.carry').optional(),
  })).min(1).max(30),
  note: field.text('agreement.field.note').optional(),
  next: field.choice('agreement.field.next', nextSteps),
  added: z.array(clause).max(30).meta({ label: 'agreement.field.added' }).optional(),
  endWord: endWord.optional(),
  endReason: endReason.optional(),
})

export const EndAgreement = z.object({ revision, word: endWord, reason: endReason })

type Of<S extends z.ZodType> = z.output<S> & { agreementId: string }
export type Proposal = z.output<typeof ProposeAgreement>
export type Answering = Of<typeof AnswerAgreement>
export type Recording = Of<typeof RecordAnswer>
export type Correction = Of<typeof CorrectAgreement>
export type Reviewing = Of<typeof ReviewAgreement>
export type EndingOf = Of<typeof EndAgreement>
