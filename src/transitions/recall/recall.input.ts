import { z } from 'zod'
import { field } from '../../platform/doors/index.ts'

export const RecordRecall = z.object({
  recalledOn: field.day('recall.field.recalled-on'), releasedOn: field.day('recall.field.released-on').optional(), authority: field.line('recall.field.authority'), reason: field.text('recall.field.reason', 2000), ownWords: field.text('recall.field.own-words', 2000).optional(),
})
export const AnswerRecall = z.object({ words: field.text('recall.field.own-words', 2000) })
export const AnswerOwnRecall = z.object({ recall: field.id('recall.title'), words: field.text('recall.field.words', 2000) })
export const ReEnter = z.object({ reason: field.text('recall.field.back', 2000) })
