import { z } from 'zod'
import { field } from '../platform/doors/index.ts'

/** What it takes to enter one: whose, which, by whom and when; and where the service accepts something else as equal, why. */
export const EnterCertificate = z.object({
  colleague: field.id('certificates.field.colleague'), what: field.line('certificates.field.what'), issuer: field.line('certificates.field.issuer'),
  issuedOn: field.day('certificates.field.issued-on'), expiresOn: field.day('certificates.field.expires-on').optional(),
  isEquivalent: field.tick('certificates.field.is-equivalent').default(false), equivalentWhy: field.line('certificates.field.equivalent-why', 500).optional(),
})

export const WithdrawCertificate = z.object({ from: field.day('certificates.field.withdrawn-from'), why: field.line('certificates.field.withdrawn-why', 500) })

export type Entering = z.output<typeof EnterCertificate>
export type Withdrawing = z.output<typeof WithdrawCertificate>
