import { programmesOnOffer, programmeTitle } from '../programmes/index.ts'
import { say } from '../platform/words/index.ts'
import { daysWaited, type Answer, type Decision, type Ground, type ReferralState } from './referral.ts'
import type { Day } from '../platform/day.ts'
import type { NamedRole, tellings } from './referrals.input.ts'
import { t } from './words.ts'

type Source = 'security' | 'self' | 'case-manager' | 'chaplain' | 'court' | 'family' | 'other-agency' | 'other' | 'not-said'

export const stateSaid = (state: string) => t(`referral.state.${state as ReferralState}`)
export const answerSaid = (answer: string) => t(`referral.answer.${answer as Answer}`)
export const groundSaid = (ground: string) => t(`referral.ground.${ground as Ground}`)
export const decisionSaid = (decision: string) => t(`referral.decision.${decision as Decision}`)
export const toldSaid = (told: string) => t(`referral.told.${told as (typeof tellings)[number]}`)
export const roleSaid = (role: NamedRole) => t(`referral.role.${role}`)
export const statusSaid = (status: string) => t(`referral.status.${status as 'remand' | 'charges' | 'appeal' | 'sentenced' | 'parole' | 'probation' | 'order' | 'released' | 'acquitted'}`)

/** A source that is in no list stands as it was sent. */
export function sourceSaid({ source, source_as_sent = '' }: { source: string, source_as_sent?: string }): string {
  return source === 'other' && source_as_sent !== '' ? source_as_sent : t(`referral.source.${source as Source}`)
}

/** A programme of the service by its title; one that has no definition as it was written, and said so. */
export function programmeSaid({ programme, programme_as_sent }: { programme: string | null, programme_as_sent: string }): string {
  if (programme !== null) return programmeTitle(programme)
  return programme_as_sent === '' ? '' : t('referral.programme.undefined', { name: programme_as_sent })
}

export function programmeOptions() {
  return programmesOnOffer().map(({ definition: { id, title } }) => ({ value: id, label: title }))
}

/** Somebody without a name is called by their number. */
export function calledBy({ name, number }: { name: string, number: string | null }): string {
  return name || number || ''
}

export function waitedSaid(referredOn: Day, today: Day): string {
  const count = daysWaited(referredOn, today)
  return count === 0 ? t('referral.waited.today') : t('referral.waited', { count })
}

export function dayOr(on: Day | null): string {
  return on === null ? '' : say.day(on)
}
