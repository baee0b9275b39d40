import { refusals } from '../platform/refusals.ts'

export const certificateRefusals = refusals({
  'certificate-none': { status: 422, says: 'certificates.refused.none', field: 'on' },
  'certificate-ran-out': { status: 422, says: 'certificates.refused.ran-out', field: 'on' },
  'certificate-not-yet': { status: 422, says: 'certificates.refused.not-yet', field: 'on' },
  'certificate-ahead': { status: 422, says: 'certificates.refused.ahead', field: 'issuedOn' },
  'certificate-ends-before': { status: 422, says: 'certificates.refused.ends-before', field: 'expiresOn' },
  'certificate-needs-an-end': { status: 422, says: 'certificates.refused.needs-an-end', field: 'expiresOn' },
  'certificate-too-long': { status: 422, says: 'certificates.refused.too-long', field: 'expiresOn' },
  'certificate-unknown': { status: 422, says: 'certificates.refused.unknown', field: 'what' },
  'certificate-not-for-them': { status: 422, says: 'certificates.refused.not-for-them', field: 'colleague' },
  'certificate-equal-without-why': { status: 422, says: 'certificates.refused.without-why', field: 'equivalentWhy' },
  'certificate-why-without-equal': { status: 422, says: 'certificates.refused.without-tick', field: 'isEquivalent' },
  'certificate-there-already': { status: 409, says: 'certificates.refused.there', field: 'issuedOn' },
  'certificate-withdrawn-already': { status: 409, says: 'certificates.refused.withdrawn' },
  'certificate-withdrawn-when': { status: 422, says: 'certificates.refused.withdrawn-when', field: 'from' },
})
