import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { kinds, outcomes, subjects } from './complaint.ts'

/** What pages take. The address brings the complaint. */
const said = {
  kind: field.choice('complaint.field.kind', kinds),
  subject: field.choice('complaint.field.subject', subjects).optional(),
  words: field.text('complaint.field.words'),
  reach: field.line('complaint.field.reach', 500).optional(),
}

/** By the person, on their own page. */
export const Raise = z.object(said)

/** Told to the rights officer, who finds the person by the number on their card. */
export const WriteDown = z.object({ number: field.line('complaint.field.person-number', 60), ...said, toldOn: field.day('complaint.field.told-on') })

export const TakeBack = z.object({ words: field.text('complaint.field.why-back', 2000).optional() })

export const AnswerIt = z.object({ outcome: field.choice('complaint.field.outcome', outcomes), words: field.text('complaint.field.answer') })

export const ForwardIt = z.object({ to: field.id('complaint.field.to'), why: field.text('complaint.field.why-forward', 1000), until: field.day('complaint.field.until') })

export const SetTerm = z.object({ kind: field.choice('complaint.field.kind', kinds), days: field.count('complaint.field.days', 1, 365), source: field.line('complaint.field.source', 500) })

export type Raising = z.output<typeof Raise>
export type WritingDown = z.output<typeof WriteDown>
export type TakingBack = z.output<typeof TakeBack> & { complaintId: string }
export type Answering = z.output<typeof AnswerIt> & { complaintId: string }
export type Forwarding = z.output<typeof ForwardIt> & { complaintId: string }
export type SettingTerm = z.output<typeof SetTerm>
