import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { findings } from './looking-again/looking-again.ts'
import { households } from './monitoring.ts'
import { handedItems, linkAnswers } from './transition.ts'

/** "colleague:…" or "place:…": one list of everybody outside. */
export const NameOwner = z.object({ owner: field.id('transition.field.owner') })
/** `owner`: whom the page showed. */
export const Acknowledge = z.object({ owner: field.id('transition.field.owner').optional(), words: field.text('transition.field.acknowledged', 1000).optional() })
export const AnswerLink = z.object({ place: field.id('transition.field.place'), answer: field.choice('transition.field.answer', linkAnswers), words: field.text('transition.field.words', 1000).optional() })
export const Arrange = z.object({ who: field.id('transition.field.who'), fromOn: field.day('transition.field.from-on'),
  everyWeeks: field.count('transition.field.every-weeks', 1, 26), meetings: field.count('transition.field.meetings', 1, 52) })
export const HandOver = z.object({ to: field.id('transition.field.to'), items: z.array(field.choice('transition.field.items', handedItems)).min(1).max(handedItems.length).meta({ label: 'transition.field.items' }),
  statesNeededFor: field.line('transition.field.states-needed', 500).optional(), words: field.text('transition.field.handed-words', 2000).optional() })
export const SetLeadTime = z.object({ days: field.count('transition.field.days', 7, 730), rule: field.line('transition.field.rule', 500) })

export const RecordOrder = z.object({ support: field.id('monitoring.field.support'), says: field.text('monitoring.field.says', 2000), authority: field.line('monitoring.field.authority'),
  fromOn: field.day('monitoring.field.from-on'), untilOn: field.day('monitoring.field.until-on'),
  household: field.choice('monitoring.field.household', households), householdSays: field.text('monitoring.field.household-says', 1000).optional(), reviewOn: field.day('monitoring.field.review-on').optional() })
/** What somebody finds who looks at an order again. */
export const LookAgain = z.object({ finding: field.choice('monitoring.field.finding', findings), words: field.text('monitoring.field.finding-why', 2000), ownWords: field.text('monitoring.field.own-words', 2000).optional(), nextOn: field.day('monitoring.field.next-on') })
export const EndOrder = z.object({ why: field.text('monitoring.field.why', 500) })

export type LookingAgain = z.output<typeof LookAgain>
export type Ordering = z.output<typeof RecordOrder>
export type Acknowledging = z.output<typeof Acknowledge>
export type Answering = z.output<typeof AnswerLink>
export type Arranging = z.output<typeof Arrange>
export type HandingOver = z.output<typeof HandOver>
