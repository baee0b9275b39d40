import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { answers } from './fidelity.ts'

const codes = z.array(z.object({ item: field.id('integrity.field.item'), code: field.choice('integrity.field.code', answers) })).max(60).meta({ label: 'integrity.field.code' })

/** One answer for each item, and for each part what it rests on. What is sent is locked at once; until then it is a draft. */
export const LockRating = z.object({
  codes,
  restsOnAdherence: field.text('integrity.field.rests-on', 2000).optional(),
  restsOnCompetence: field.text('integrity.field.rests-on', 2000).optional(),
})
export type Locking = z.output<typeof LockRating>

/** Who sits in at a session and why. The person was asked before, and said yes. */
export const NameObserver = z.object({ observer: field.id('integrity.field.observer'), reason: field.line('integrity.field.reason', 500), saidYes: field.tick('integrity.field.said-yes').optional() })
export type Naming = z.output<typeof NameObserver>

/** Why an observation is taken back. */
export const WithdrawObservation = z.object({ why: field.line('integrity.field.withdrawn-why', 500) })
