import { addDays, addMonths, type Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Programme } from '../programmes/index.ts'
import { t } from './words.ts'

/** What a programme asks of whoever delivers it in one of its roles. */
export type Required = { programme: string, role: string, title: string, /** How long it holds, where the definition says so. */ validMonths: number | undefined }

type Delivering = Pick<Programme, 'id' | 'title' | 'roles'>

/**
 * The certificates of which one is needed to deliver a programme in a role of the house. A training that nobody has established asks for nothing; and where
 * somebody may work in several roles of the programme, one that asks for nothing is enough.
 */
export function requiredOf(programme: Delivering, actingAs: string): Required[] {
  const acting = programme.roles.filter(({ may_act_as: role }) => role === actingAs)
  const asked = acting.flatMap((role) => certificateOf(programme, role))
  return asked.length < acting.length ? [] : asked
}

/** Every certificate that a programme names, whoever it is for. */
export function certificatesOf(programme: Delivering): Required[] {
  return programme.roles.flatMap((role) => certificateOf(programme, role))
}

function certificateOf({ id, title }: Delivering, role: Programme['roles'][number]): Required[] {
  const { training } = role
  if (training === undefined || training === 'not_established' || training.before_match === false) return []
  const months = training.certificate?.valid_months
  return [{ programme: id, role: role.id, title: training.certificate?.title ?? t('certificates.of-training', { role: role.title, programme: title }), validMonths: typeof months === 'number' ? months : undefined }]
}

/** From which day to which a certificate holds, both days included; without an end where none is written. */
export type Held = { from: Day, until: Day | undefined }

export type Standing = { is: 'valid' } | { is: 'none' } | { is: 'ran-out', until: Day } | { is: 'not-yet', from: Day }

/** How the certificates of one kind stand on a day: valid, run out since, not valid yet, or none. */
export function standingOn(all: readonly Held[], on: Day): Standing {
  // Withdrawn from the day of its issue on, one never held.
  const held = all.filter(({ from, until }) => until === undefined || from <= until)
  if (held.some(({ from, until }) => from <= on && (until === undefined || on <= until))) return { is: 'valid' }
  const before = held.flatMap(({ until }) => until !== undefined && until < on ? [until] : []).sort()
  if (before.length > 0) return { is: 'ran-out', until: before.at(-1)! }
  const [from] = held.map((one) => one.from).sort()
  return from === undefined ? { is: 'none' } : { is: 'not-yet', from }
}

/** What was withdrawn held until the day before. */
export function heldFor({ issuedOn, expiresOn, withdrawnOn }: { issuedOn: Day, expiresOn: Day | null, withdrawnOn: Day | null }): Held {
  const ends = [...(expiresOn === null ? [] : [expiresOn]), ...(withdrawnOn === null ? [] : [addDays(withdrawnOn, -1)])].sort()
  return { from: issuedOn, until: ends[0] }
}

export type Dates = { issuedOn: Day, expiresOn?: Day | undefined }

/** Issued by today, ending after it began, and no longer than the definition lets it hold. */
export function checkDates({ issuedOn, expiresOn }: Dates, { validMonths, title }: Pick<Required, 'validMonths' | 'title'>, today: Day): void {
  if (issuedOn > today) throw refuse('certificate-ahead')
  if (expiresOn !== undefined && expiresOn < issuedOn) throw refuse('certificate-ends-before')
  if (validMonths === undefined) return
  if (expiresOn === undefined) throw refuse('certificate-needs-an-end', { title, count: validMonths })
  if (expiresOn > addMonths(issuedOn, validMonths)) throw refuse('certificate-too-long', { title, count: validMonths })
}

/** How long before its end somebody is told, and how long afterwards, while there is no newer one. */
export const daysTold = { before: 60, after: 90 } as const
