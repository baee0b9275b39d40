import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { allCauses } from './session.ts'

const when = { on: field.day('session.field.on'), time: field.time('session.field.time'), minutes: field.count('session.field.minutes', 5, 720), place: field.line('session.field.place').default('') }

/** What it takes to plan a session; the same on the page and in the interface. */
export const PlanSession = z.object(when)

/** What it takes to record one: five fields, and what may be added. */
export const RecordSession = z.object({
  ...when, state: field.choice('session.field.state', ['held', 'missed']), cause: field.choice('session.field.cause', allCauses).optional(),
  causeNote: field.line('session.field.cause-note').optional(), done: field.text('session.field.done').optional(), ownWords: field.text('session.field.own-words').optional(),
  nextStep: field.text('session.field.next-step', 2000).optional(), note: field.text('session.field.note').optional(),
})

/** What it takes to call one off: whose cause it was. */
export const CallOff = z.object({ cause: field.choice('session.field.cause', allCauses), causeNote: field.line('session.field.cause-note').optional() })
