import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { answers, legalStatuses, purposes, ways } from './participant.ts'

export const ChangeParticulars = z.object({
  name: field.line('person.field.name'), meetsAt: field.line('person.field.meets-at', 500).optional(), number: field.line('person.field.number', 60).optional(),
  bornOn: field.day('person.field.born-on').optional(), address: field.text('person.field.address', 1000).optional(), contacts: field.text('person.field.contacts', 2000).optional(),
})
export type Particulars = z.output<typeof ChangeParticulars>

export const RecordStatus = z.object({
  status: field.choice('person.field.status', legalStatuses), fromOn: field.day('person.field.from-on'), untilOn: field.day('person.field.until-on').optional(),
  source: field.line('person.field.source', 500), authority: field.line('person.field.authority', 500),
})
export type StatusRecorded = z.output<typeof RecordStatus>

export const EndStatus = z.object({ untilOn: field.day('person.field.until-on') })

export const RecordRelease = z.object({
  releaseOn: field.day('person.field.release-on').optional(), reason: field.line('person.field.release-reason', 500), authority: field.line('person.field.authority', 500),
  restrictions: field.text('person.field.restrictions', 2000).optional(), offenceWords: field.text('person.field.offence-words', 2000).optional(),
})
export type ReleaseRecorded = z.output<typeof RecordRelease>

export const SayNeeds = z.object({
  languages: field.line('person.field.languages').optional(), needsInterpreter: field.tick('person.field.interpreter').default(false),
  literacy: field.line('person.field.literacy', 500).optional(), mobility: field.line('person.field.mobility', 500).optional(),
})
export type Needs = z.output<typeof SayNeeds>

export const RecordAnswer = z.object({
  purpose: field.choice('person.field.purpose', purposes), answer: field.choice('person.field.answer', answers), way: field.choice('person.field.way', ways),
  language: field.line('person.field.language', 20), answeredOn: field.day('person.field.answered-on'),
})

export const Withdraw = z.object({ purpose: field.choice('person.field.purpose', purposes), ownWords: field.text('person.field.own-words', 4000).optional() })
export type Withdrawn = z.output<typeof Withdraw>

export const ChangeState = z.object({ change: field.choice('person.field.change', ['pause', 'resume']), reason: field.text('person.field.reason', 2000) })
