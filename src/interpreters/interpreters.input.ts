import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { genders, hows } from './interpreter.ts'

const codes = (label: string) => z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/)).max(40).default([]).meta({ label })
const yesOrNo = (label: string) => field.choice(label, ['yes', 'no'])

export const AddInterpreter = z.object({
  name: field.line('interpreters.field.name', 120), agency: field.line('interpreters.field.agency').optional(), reach: field.line('interpreters.field.reach'),
  languages: codes('interpreters.field.languages'), gender: field.choice('interpreters.field.gender', genders).optional() })
export const CloseInterpreter = z.object({ why: field.line('interpreters.field.why', 500) })
export const SayLanguages = z.object({ languages: codes('interpreters.field.spoken') })

const who = {
  interpreter: field.id('interpreters.field.interpreter'), language: z.string().min(2).max(35).meta({ label: 'interpreters.field.language' }), how: field.choice('interpreters.field.how', hows),
  isRelative: yesOrNo('interpreters.ask.relative'), isPrisoner: yesOrNo('interpreters.ask.prisoner'), isSecurity: yesOrNo('interpreters.ask.security'),
}

/** For a session: all four questions. */
export const BookForSession = z.object({ session: field.id('interpreters.field.session'), ...who, isOfTheWing: yesOrNo('interpreters.ask.wing') })
/** For the wing, at a time of its own. */
export const BookForWing = z.object({ on: field.day('interpreters.field.on'), time: field.time('interpreters.field.time'), minutes: field.count('interpreters.field.minutes', 5, 720), ...who })

export const Cancel = z.object({ why: field.line('interpreters.field.why', 500) })
export const Refuse = z.object({ interpreter: field.id('interpreters.field.interpreter') })
/** Offered, and held or not wanted. There is no field for what was said. */
export const Debrief = z.object({ answer: field.choice('interpreters.field.debrief', ['held', 'not-wanted']), on: field.day('interpreters.field.debrief-on') })

export type Adding = z.output<typeof AddInterpreter>
export type Booking = z.output<typeof BookForSession>
export type WingBooking = z.output<typeof BookForWing>
export type Debriefing = z.output<typeof Debrief>
