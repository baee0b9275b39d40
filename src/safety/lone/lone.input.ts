import { z } from 'zod'
import { field } from '../../platform/doors/index.ts'

/** Where, until when, and who looks out. There is no field for whom somebody meets. */
export const Announce = z.object({
  place: field.line('safety.lone.field.place'), on: field.day('safety.lone.field.on'), time: field.time('safety.lone.field.time'), backTime: field.time('safety.lone.field.back'),
  reach: field.line('safety.lone.field.reach', 60), lookout: field.id('safety.lone.field.lookout') })

/** From a session of one's own: when it is, and nothing of whose it is. */
export const Before = z.object({ on: field.day('safety.lone.field.on').optional(), time: field.time('safety.lone.field.time').optional(), backTime: field.time('safety.lone.field.back').optional() })

export const AnswerOverdue = z.object({ done: field.text('safety.lone.field.done', 500) })

export type Announcing = z.output<typeof Announce>
export type Beginning = z.output<typeof Before>
