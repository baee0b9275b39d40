import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { aftercares, dangers, debriefAnswers, howSoons, kinds, measures, reviewFindings, toldHows } from './incident.ts'

/** Somebody who is not in the writer's list is named in words. */
export const other = 'other'

const crisis = {
  kind: field.choice('safety.field.kind', kinds),
  wordsSaid: field.text('safety.field.words-said', 1000),
  done: field.text('safety.field.done', 1000),
  handedTo: field.line('safety.field.handed-to').optional(),
  handedAt: field.time('safety.field.handed-at').optional(),
  on: field.day('safety.field.on'),
  time: field.time('safety.field.time'),
}
export const RecordIncident = z.object({ who: field.id('safety.field.who'), personWords: field.line('safety.field.person-words').optional(), ...crisis })
/** From the person's own page it is about them. */
export const RecordIncidentOf = z.object(crisis)

export const Acknowledge = z.object({ takesOver: field.text('safety.field.takes-over', 500) })

const told = {
  toldWhom: field.line('safety.field.told-whom', 120),
  on: field.day('safety.field.told-on'),
  time: field.time('safety.field.told-time'),
  toldHow: field.choice('safety.field.told-how', toldHows),
}
export const TellWing = z.object({
  measures: z.array(field.choice('safety.field.measures', measures)).min(1).max(measures.length).meta({ label: 'safety.field.measures' }),
  checkEvery: field.count('safety.field.check-every', 5, 240).optional(),
  apartFrom: field.line('safety.field.apart-from', 120).optional(),
  until: field.day('safety.field.until'),
  untilTime: field.time('safety.field.until-time'),
  ...told,
})
export const WarnPerson = z.object({
  threatened: field.line('safety.field.threatened', 120),
  danger: field.choice('safety.field.danger', dangers),
  howSoon: field.choice('safety.field.how-soon', howSoons),
  ...told,
})
export const SignWarning = z.object({ agrees: field.choice('safety.field.agrees', ['yes', 'no']), words: field.text('safety.field.signature-words', 500).optional() })
export const Aftercare = z.object({ what: field.choice('safety.field.aftercare', aftercares), on: field.day('safety.field.aftercare-on') })
export const Debrief = z.object({ answer: field.choice('safety.field.debrief', debriefAnswers) })

export const AddToDuty = z.object({ colleague: field.id('safety.field.colleague'), minutes: field.count('safety.field.minutes', 1, 120), shown: field.tick('safety.field.shown') })

const words = (label: string) => field.text(label, 600).optional()
export const ChangeCard = z.object({
  numbers: z.array(z.object({
    label: field.line('safety.field.number-label', 80).optional(), number: field.line('safety.field.number', 40).optional(), note: field.line('safety.field.number-note', 120).optional(),
    forEverybody: field.tick('safety.field.number-everybody'),
  })).max(20).meta({ label: 'safety.field.numbers' }),
  onSelfHarm: words('safety.kind.self-harm'), onThreat: words('safety.kind.threat'), onChild: words('safety.kind.child'), onAgainst: words('safety.kind.against'),
  forEverybody: words('safety.field.for-everybody'), onDutyHere: words('safety.field.on-duty-here'), outingDays: field.count('safety.field.outing-days', 1, 365).default(30),
})

export const ReviewOpening = z.object({ found: field.choice('safety.field.review-found', reviewFindings), words: field.text('safety.field.review-words', 1000).optional() })

export type Crisis = z.output<typeof RecordIncidentOf>
export type Recording = z.output<typeof RecordIncident>
export type WingTelling = z.output<typeof TellWing>
export type Warning = z.output<typeof WarnPerson>
export type CardWords = z.output<typeof ChangeCard>
