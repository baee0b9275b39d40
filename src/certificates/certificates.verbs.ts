import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { violates } from '../platform/violation.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer, type Programme } from '../programmes/index.ts'
import { certificatesOf, checkDates, heldFor, requiredOf, standingOn, type Required } from './certificate.ts'
import type { Entering, Withdrawing } from './certificates.input.ts'
import { certificates, colleaguesToEnterFor, type CertificateRow } from './certificates.queries.ts'

/** Every certificate that a programme on offer names, to choose from. */
export function certificatesOnOffer(): Required[] {
  return programmesOnOffer().flatMap(({ definition }) => certificatesOf(definition))
}

/** What a certificate is called, in the reader's language as long as its programme is on offer; then as it was called when it was entered. */
export function titleSaid({ programme, programme_role: role, title }: Pick<CertificateRow, 'programme' | 'programme_role' | 'title'>): string {
  return certificatesOnOffer().find((one) => one.programme === programme && one.role === role)?.title ?? title
}

/** How a choice stands in a form: the programme and its role. */
export function choiceOf({ programme, role }: Pick<Required, 'programme' | 'role'>): string {
  return `${programme} ${role}`
}

/** Enters that a colleague has a certificate, or what the service accepts as equal to it. Returns its public id. */
export async function enterCertificate(work: Work, sent: Entering): Promise<string> {
  const colleague = (await colleaguesToEnterFor(work)).find(({ public_id: id }) => id === sent.colleague)
  if (!colleague) throw refuse('certificate-not-for-them')
  const required = certificatesOnOffer().find((one) => choiceOf(one) === sent.what)
  if (!required) throw refuse('certificate-unknown')
  checkDates(sent, required, work.today)
  if (sent.isEquivalent && sent.equivalentWhy === undefined) throw refuse('certificate-equal-without-why')
  if (!sent.isEquivalent && sent.equivalentWhy !== undefined) throw refuse('certificate-why-without-equal')
  return bringCertificate(work, { colleagueId: colleague.id, ...required, issuer: sent.issuer, issuedOn: sent.issuedOn, expiresOn: sent.expiresOn, equivalentWhy: sent.equivalentWhy })
}

export type Brought = Pick<Required, 'programme' | 'role' | 'title'> & { colleagueId: number, issuer: string, issuedOn: Day, expiresOn?: Day | undefined, equivalentWhy?: string | undefined }

/** Writes one down as it is, for whoever founds a service too. */
export async function bringCertificate(work: Work, { colleagueId, programme, role, title, issuer, issuedOn, expiresOn, equivalentWhy }: Brought): Promise<string> {
  const publicId = work.newPublicId()
  try {
    await work.db.insertInto('certificates').values({
      id: await work.newId(), public_id: publicId, colleague_id: colleagueId, programme, programme_role: role, title, issuer, issued_on: issuedOn, expires_on: expiresOn ?? null,
      equivalent_why: equivalentWhy ?? null, entered_by: work.actor.kind === 'colleague' ? work.actor.id : null, entered_at: work.now }).execute()
  } catch (fault) {
    if (violates(fault, 'certificates_once_a_day')) throw refuse('certificate-there-already', { title })
    throw fault
  }
  return publicId
}

/** It holds no longer, from a day on; what was delivered before was delivered with it. */
export async function withdrawCertificate(work: Work, certificateId: string, { from, why }: Withdrawing): Promise<void> {
  const certificate = await theCertificate(work, certificateId)
  if (certificate.withdrawn_on !== null) throw refuse('certificate-withdrawn-already')
  if (from > work.today || from < certificate.issued_on) throw refuse('certificate-withdrawn-when', { from: say.day(certificate.issued_on) })
  const withdrawn = await work.db.updateTable('certificates').set({ withdrawn_on: from, withdrawn_why: why, withdrawn_by: work.actor.id })
    .where('id', '=', certificate.id).where('withdrawn_on', 'is', null).executeTakeFirst()
  if (withdrawn.numUpdatedRows !== 1n) throw refuse('not-found')
}

export async function theCertificate(work: Work, certificateId: string): Promise<CertificateRow> {
  const found = await certificates(work).where('certificates.public_id', '=', certificateId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}

/** One's own certificate for a role of a programme, as `own_certificates_for` tells it. */
export type OwnCertificate = { role: string, issued_on: Day, expires_on: Day | null, withdrawn_on: Day | null }

type Delivery = { definition: Programme, /** The role of the house in which the actor meets the person. */ role: string, on: Day, own: readonly OwnCertificate[] }

/** On which days a second facilitator lacks the certificate that a programme asks of them, and what it is called. Nothing where it asks for none, or they lack it on none. */
export async function whatSecondLacks(work: Work, { definition, secondId, days }: { definition: Programme, secondId: number, days: readonly Day[] }): Promise<{ certificate: string, days: Day[] } | undefined> {
  const required = requiredOf(definition, 'facilitator')
  if (required.length === 0) return undefined
  const { rows } = await sql<{ day: Day }>`select days_second_lacks(${work.about}, ${secondId}, ${definition.id}, ${required.map(({ role }) => role)}::text[], ${days}::date[]) as day`.execute(work.db)
  return rows.length === 0 ? undefined : { certificate: say.list(required.map(({ title }) => title)), days: rows.map(({ day }) => day) }
}

/** Whoever delivers a programme holds the certificate that it names, on the day of the session. */
export function mustHoldCertificate({ definition, role, on, own }: Delivery): void {
  const required = requiredOf(definition, role)
  if (required.length === 0) return
  const fitting = own.filter((one) => required.some((wanted) => wanted.role === one.role))
  const standing = standingOn(fitting.map((one) => heldFor({ issuedOn: one.issued_on, expiresOn: one.expires_on, withdrawnOn: one.withdrawn_on })), on)
  const certificate = say.list(required.map(({ title }) => title))
  if (standing.is === 'none') throw refuse('certificate-none', { certificate })
  if (standing.is === 'ran-out') throw refuse('certificate-ran-out', { certificate, day: say.day(standing.until) })
  if (standing.is === 'not-yet') throw refuse('certificate-not-yet', { certificate, day: say.day(standing.from) })
}
