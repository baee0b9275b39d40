import type { Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** Whose cause a missed session has. The service's causes are the service's, never the person's. */
export const causes = {
  service: ['no-escort', 'lockdown', 'staff-away', 'room', 'interpreter', 'transfer'],
  person: ['person-declined', 'person-absent'],
  neither: ['illness', 'court', 'other'],
} as const

export type Cause = (typeof causes)[keyof typeof causes][number]

export const allCauses = [...causes.service, ...causes.neither, ...causes.person] as const

export type Whose = keyof typeof causes

export function whoseCause(cause: Cause): Whose {
  if (causes.service.some((one) => one === cause)) return 'service'
  return causes.person.some((one) => one === cause) ? 'person' : 'neither'
}

/** What may be written of a session: held or missed only once it has begun, planned only while it lies ahead. */
export function checkMoment(state: 'planned' | 'held' | 'missed', startsAt: Instant, now: Instant): void {
  if (state === 'planned' && startsAt <= now) throw refuse('session-planned-in-the-past')
  if (state !== 'planned' && startsAt > now) throw refuse('session-in-the-future')
}

/** Whoever is paused or has not begun has no sessions; the reason is said, and the way to change it. */
export function checkTakingPart(state: string): void {
  if (state === 'paused') throw refuse('session-while-paused')
  if (state !== 'active') throw refuse('session-before-the-plan')
}
