import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { findings } from './restrictions/restriction.ts'
import { adviceStates, answers, erasable, erasureDecisions, legalStatuses, purposes, ways } from './participant.ts'

export const ChangeParticulars = z.object({
  name: field.line('person.field.name'), meetsAt: field.line('person.field.meets-at', 500).optional(), number: field.line('person.field.number', 60).optional(),
  bornOn: field.day('person.field.born-on').optional(), address: field.text('person.field.address', 1000).optional(), contacts: field.text('person.field.contacts', 2000).optional(),
})
export type Particulars = z.output<typeof ChangeParticulars>

export const RecordStatus = z.object({
  status: field.choice('person.field.status', legalStatuses), fromOn: field.day('person.field.from-on'), untilOn: field.day('person.field.until-on').optional(),
  says: field.line('person.field.says', 500).optional(), source: field.line('person.field.source', 500), authority: field.line('person.field.authority', 500),
})
export type StatusRecorded = z.output<typeof RecordStatus>

export const EndStatus = z.object({ untilOn: field.day('person.field.until-on') })

export const RecordRelease = z.object({
  releaseOn: field.day('person.field.release-on').optional(), reason: field.line('person.field.release-reason', 500), authority: field.line('person.field.authority', 500),
  restrictions: field.text('person.field.restrictions', 2000).optional(), restrictionsReviewOn: field.day('restriction.field.review-on').optional(), offenceWords: field.text('person.field.offence-words', 2000).optional(),
})
export type ReleaseRecorded = z.output<typeof RecordRelease>

/** What somebody finds who looks at restrictions on contact again. */
export const LookAgain = z.object({ finding: field.choice('restriction.field.finding', findings), words: field.text('restriction.field.words', 2000), ownWords: field.text('restriction.field.own-words', 2000).optional(), nextOn: field.day('restriction.field.next-on') })
export type LookingAgain = z.output<typeof LookAgain>

export const AnswerRelease = z.object({ words: field.text('person.field.release-words', 2000).optional() })

export const SayNeeds = z.object({
  languages: field.line('person.field.languages').optional(), needsInterpreter: field.tick('person.field.interpreter').default(false),
  literacy: field.line('person.field.literacy', 500).optional(), mobility: field.line('person.field.mobility', 500).optional(),
})
export type Needs = z.output<typeof SayNeeds>

export const RecordAnswer = z.object({
  purpose: field.choice('person.field.purpose', purposes), answer: field.choice('person.field.answer', answers), way: field.choice('person.field.way', ways),
  language: field.line('person.field.language', 20).refine(isLanguage, { message: 'form.not-offered' }), answeredOn: field.day('person.field.answered-on'),
})

/** Which text is shown before somebody answers. */
export const ChooseNotice = z.object({ purpose: field.choice('person.field.purpose', purposes).optional(), language: field.line('person.field.language', 20).optional() })

export const noticeKinds = [...purposes, 'asking'] as const
export const WriteNotice = z.object({
  kind: field.choice('notice.field.kind', noticeKinds), language: field.line('notice.field.language', 20).refine(isLanguage, { message: 'form.not-offered' }),
  written: field.text('notice.field.written', 10_000), easyRead: field.text('notice.field.easy', 4000), spoken: field.text('notice.field.spoken', 10_000).optional(),
})
export type NoticeWritten = z.output<typeof WriteNotice>

export const RecordAdvice = z.object({ advice: field.choice('person.field.advice', adviceStates), leftOut: field.line('person.field.left-out', 200).optional(), advisedOn: field.day('person.field.advised-on') })

export const AskErasure = z.object({ ownWords: field.text('person.field.own-words', 4000).optional() })
export const DecideErasure = z.object({ item: field.choice('erasure.field.item', erasable), decision: field.choice('erasure.field.decision', erasureDecisions), grounds: field.text('erasure.field.grounds', 2000) })

export const SayTimes = z.object({
  weekday: field.choice('times.field.weekday', ['every', '1', '2', '3', '4', '5', '6', '7']).default('every'), fromTime: field.time('times.field.from'), untilTime: field.time('times.field.until'),
  fromOn: field.day('times.field.from-on').optional(), untilOn: field.day('times.field.until-on').optional(), what: field.line('times.field.what').optional(),
})
export type TimesSaid = z.output<typeof SayTimes>
export const ShareTimes = z.object({ facilitator: field.tick('times.share.facilitator').default(false), mentor: field.tick('times.share.mentor').default(false) })

/** "da", "pt-BR": what a machine can name in words. */
function isLanguage(text: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(text)
}

export const Withdraw = z.object({ purpose: field.choice('person.field.purpose', purposes), ownWords: field.text('person.field.own-words', 4000).optional() })
export type Withdrawn = z.output<typeof Withdraw>

export const ChangeState = z.object({ change: field.choice('person.field.change', ['pause', 'resume']), reason: field.text('person.field.reason', 2000) })
