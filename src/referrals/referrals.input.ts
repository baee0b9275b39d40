import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { answers, decisions, grounds } from './referral.ts'

export const sources = ['case-manager', 'self', 'chaplain', 'court', 'family', 'other-agency'] as const
export const legalStatuses = ['remand', 'charges', 'appeal', 'sentenced', 'parole', 'probation', 'order', 'released', 'acquitted'] as const

/** Whether and how the person was told before they answered. */
export const tellings = ['not-said', 'not-told', 'spoken', 'easy-read', 'written'] as const

/** What a word about somebody vulnerable has to say, and may say of others. */
const conduct = {
  conductOn: field.day('referral.field.conduct-on').optional(), conduct: field.text('referral.field.conduct', 4000).optional(),
  otherExplanation: field.text('referral.field.other-explanation', 4000).optional(),
}

const whom = { name: field.line('referral.field.name'), number: field.line('referral.field.number', 60).optional(), bornOn: field.day('referral.field.born-on').optional() }

export const Refer = z.object({
  ...whom, unit: field.id('referral.field.unit'), /** A source that the program knows, or the public id of one of the service's own. */
  source: field.id('referral.field.source').default('case-manager'), told: field.choice('referral.field.told', tellings).optional(),
  referredOn: field.day('referral.field.referred-on').optional(), why: field.text('referral.field.why', 10_000), ground: field.choice('referral.field.ground', grounds).default('not-said'), ...conduct,
  answer: field.choice('referral.field.answer', answers), programme: field.id('referral.field.programme').optional(), legalStatus: field.choice('referral.field.legal-status', legalStatuses).optional(),
  releaseOn: field.day('referral.field.release-on').optional(), languages: field.line('referral.field.languages').optional(),
  needsInterpreter: field.tick('referral.field.needs-interpreter').default(false), needs: field.line('referral.field.needs', 2000).optional(),
})
export type Referring = z.output<typeof Refer>

export const AskForMyself = z.object({ why: field.text('referral.own.field.why', 4000), languages: field.line('referral.own.field.languages').optional() })
export type Asking = z.output<typeof AskForMyself>

/** Roles that can be named with the decision; the coordinator is always of the team. */
export const namedRoles = ['facilitator', 'mentor', 'assessor', 'case_manager', 'circle_coordinator'] as const
export type NamedRole = (typeof namedRoles)[number]

export const Decide = z.object({
  decision: field.choice('referral.field.decision', decisions), reason: field.text('referral.field.reason', 4000),
  /** A programme on offer, or "as-written": it has no definition, and stays as it came. */
  programme: field.id('referral.field.programme').optional(),
  /** "new", or the public id of somebody who is in the register already. */
  person: field.id('referral.field.person').optional(),
  team: z.object({
    facilitator: field.id('referral.field.colleague').optional(), mentor: field.id('referral.field.colleague').optional(), assessor: field.id('referral.field.colleague').optional(),
    case_manager: field.id('referral.field.colleague').optional(), circle_coordinator: field.id('referral.field.colleague').optional(),
  }).default({}),
  answer: field.choice('referral.field.answer', answers).optional(), way: field.choice('referral.field.way', ['as-imported', 'spoken', 'easy-read', 'written']).default('as-imported'),
  language: field.line('referral.field.language', 20).default('en'),
})
export type Deciding = z.input<typeof Decide> & { /** What was on the screen, for noticing that somebody else decided meanwhile. */ revision?: number | undefined }

export const ReadSecond = z.object({ opinion: field.text('referral.field.opinion', 4000) })

export const WriteSecurityReferral = z.object({
  aboutWhom: field.line('security.field.about'), number: field.line('referral.field.number', 60).optional(), unit: field.id('referral.field.unit'),
  words: field.text('security.field.words', 10_000), conductOn: field.day('referral.field.conduct-on').optional(), otherExplanation: field.text('referral.field.other-explanation', 4000).optional(),
})
export type SecurityWords = z.output<typeof WriteSecurityReferral>

export const FilterSecurityReferral = z.object({ ...whom, why: field.text('security.field.filtered', 10_000), ground: field.choice('referral.field.ground', grounds), ...conduct })
export type Filtering = z.output<typeof FilterSecurityReferral>
