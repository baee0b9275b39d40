import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { causes, commentAnswers, decisions, items, ownCommentAnswers, recipientKinds, tellings } from './disclosure.ts'

/** What pages and calls take. The address brings the person and the statement. */
export const RecordStatement = z.object({
  kind: field.choice('sharing.field.kind', recipientKinds), authority: field.line('sharing.field.authority'), recipientFunction: field.line('sharing.field.function'), reference: field.line('sharing.field.reference').optional(),
  askedBy: field.line('sharing.field.asked-by', 300), askedOn: field.day('sharing.field.asked-on'), answerBy: field.day('sharing.field.answer-by').optional(),
  purpose: field.text('sharing.field.purpose', 2000), necessity: field.text('sharing.field.necessity', 2000).optional(), items: z.array(field.choice('sharing.field.items', items)).min(1).meta({ label: 'sharing.field.items' }) })

export const AskKind = z.object({ kind: z.enum(recipientKinds).optional().catch(undefined) })

export const RefuseStatement = z.object({ reason: field.text('sharing.field.reason', 4000) })

export const RecordComment = z.object({ answer: field.choice('sharing.field.answer', commentAnswers), words: field.text('sharing.field.words', 4000).optional() })
export const OwnComment = z.object({ answer: field.choice('sharing.field.own-answer', ownCommentAnswers), words: field.text('sharing.field.own-words', 4000).optional() })

export const PreparePackage = z.object({ language: field.id('sharing.field.language'), agreedWords: field.text('sharing.field.agreed-words', 1000).optional() })

export const DecidePackage = z.object({ number: field.id('sharing.receipt.number'), decision: field.choice('sharing.field.decision', decisions), decisionWords: field.text('sharing.field.decision-words', 2000) })

export const HandOver = z.object({ way: field.line('sharing.field.way', 300) })

export const RecallPackage = z.object({ recallReason: field.text('sharing.field.recall-reason', 2000) })

export const NoteError = z.object({ wrong: field.text('sharing.field.wrong', 2000) })

export const DecideTelling = z.object({ cause: field.choice('sharing.field.cause', causes), telling: field.choice('sharing.field.telling', tellings), tellingWords: field.text('sharing.field.telling-words', 2000) })

export const SetRule = z.object({
  kind: field.choice('sharing.field.kind', recipientKinds), asks: field.choice('sharing.field.asks', ['nothing', 'report', 'report-and-ending']), decision: field.line('sharing.field.rule-decision', 500),
  basis: field.line('sharing.field.basis', 1000), usableDays: field.count('sharing.field.usable-days', 1, 1825) })

export type RecordingStatement = z.output<typeof RecordStatement>
export type Commenting = { answer: z.output<typeof RecordComment>['answer'], words?: string | undefined }
export type Preparing = z.output<typeof PreparePackage>
export type Deciding = z.output<typeof DecidePackage>
export type DecidingTelling = z.output<typeof DecideTelling>
export type SettingRule = z.output<typeof SetRule>
