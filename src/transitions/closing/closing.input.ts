import { z } from 'zod'
import { field } from '../../platform/doors/index.ts'
import { answers, ownAnswers } from './closing.ts'

const said = (label: string) => field.text(label, 4000)

/** A sentence for every part: where there was nothing, that is said too. */
export const WriteClosing = z.object({
  programme: said('closing.field.programme'), dose: said('closing.field.dose'), units: said('closing.field.units'), goals: said('closing.field.goals'), agreements: said('closing.field.agreements'),
  after: said('closing.field.after'), places: said('closing.field.places'), follows: said('closing.field.follows'), plain: said('closing.field.plain'),
  /** How many versions there were when the form was shown. */
  versions: field.count('closing.field.versions', 0, 1000),
})
export type WriteClosing = z.output<typeof WriteClosing>

const words = field.text('closing.field.words', 4000).optional()
export const AnswerClosing = z.object({ answer: field.choice('closing.field.answer', answers), words })
export const OwnAnswerClosing = z.object({ answer: field.choice('closing.field.own-answer', ownAnswers), words })
