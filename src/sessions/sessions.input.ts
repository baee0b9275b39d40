import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { allCauses, mostAround, ways } from './session.ts'
import { unitReasons } from './units/unit-differences.ts'

const when = { on: field.day('session.field.on'), time: field.time('session.field.time'), minutes: field.count('session.field.minutes', 5, 720), place: field.line('session.field.place').default('') }
const placeIsNoName = field.tick('session.field.place-is-no-name').optional()
const units = z.array(field.id('session.field.units')).max(40).default([]).meta({ label: 'session.field.units' })
const why = z.array(z.object({ unit: field.id('session.field.units'), reason: field.choice('session.field.reason', unitReasons).optional(), words: field.line('session.field.reason-word', 500).optional() })).max(120).default([]).meta({ label: 'session.field.reason' })
const cause = (label: string) => field.choice(label, allCauses)

/** What it takes to plan a session; the same on the page and in the interface. */
export const PlanSession = z.object({ ...when, units, onHoliday: field.tick('session.field.on-holiday').default(false), placeIsNoName, catchesUp: field.id('session.field.catches-up').optional() })

/** What it takes to move one: where to, and whose cause it was; those that follow may move as far. */
export const MoveSession = z.object({
  ...when, cause: cause('session.field.cause'), causeNote: field.line('session.field.cause-note').optional(), following: field.tick('session.field.following').default(false), onHoliday: field.tick('session.field.on-holiday').default(false), placeIsNoName })

/** What it takes to record one: five fields, and what may be added. */
export const RecordSession = z.object({
  ...when, state: field.choice('session.field.state', ['held', 'missed']), cause: cause('session.field.cause').optional(), causeNote: field.line('session.field.cause-note').optional(),
  done: field.text('session.field.done').optional(), units, why,
  ownWords: field.text('session.field.own-words').optional(), homePractice: field.text('session.field.home-practice', 2000).optional(), nextStep: field.text('session.field.next-step', 2000).optional(),
  preparationMinutes: field.count('session.field.preparation', 0, mostAround.preparation).optional(), travelMinutes: field.count('session.field.travel', 0, mostAround.travel).optional(),
  way: field.choice('session.field.way', ways).optional(), limitReminded: field.tick('session.field.limit-reminded').default(false), note: field.text('session.field.note').optional(), isDraft: field.tick('session.field.is-draft').default(false),
})

/** What it takes to say reasons otherwise: those of the record, each for its unit. */
export const CorrectReasons = RecordSession.pick({ why: true })

/** What it takes to call one off: whose cause it was. */
export const CallOff = z.object({ cause: cause('session.field.cause'), causeNote: field.line('session.field.cause-note').optional() })

/** What it takes to take one over: those of its series that nobody has either may come along. */
export const TakeOver = z.object({ following: field.tick('session.field.take-following').default(false) })

/** A note as a draft, or signed and from then on fixed; and what is added to a signed one. */
// As long as the longest note that comes in by file: its writer has to be able to sign it.
export const WriteNote = z.object({ note: field.text('session.field.note', 20_000), isDraft: field.tick('session.field.is-draft').default(false) })
export const AddToNote = z.object({ addition: field.text('session.field.addition') })

/** Saved in the wrong person's record: why it is struck, and whose it is, where the writer works with both. */
export const StrikeSession = z.object({ reason: field.text('session.field.strike-why', 500), moveTo: field.id('session.field.move-to').optional() })
