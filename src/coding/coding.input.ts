import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { answers } from './coding.ts'

const codes = z.array(z.object({ domain: field.id('coding.field.domain'), code: field.choice('coding.field.code', answers) })).max(20).meta({ label: 'coding.field.code' })

/** One code for each domain. What is sent is locked at once; until then it is a draft. */
export const LockCodes = z.object({ codes })
export type Locking = z.output<typeof LockCodes>

/** What both agree on, and why. */
export const ProposeConsensus = z.object({ codes, reason: field.text('coding.field.reason', 2000) })
export type Proposing = z.output<typeof ProposeConsensus>
