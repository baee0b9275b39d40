import { refusals } from '../platform/refusals.ts'

export const fidelityRefusals = refusals({
  'integrity-other-items': { status: 422, says: 'integrity.refused.other-items' },
  'integrity-rated-already': { status: 409, says: 'integrity.refused.rated-already' },
  'integrity-not-asked': { status: 422, says: 'integrity.refused.not-asked' },
  'integrity-not-to-observe': { status: 409, says: 'integrity.refused.not-to-observe' },
  'integrity-named-already': { status: 409, says: 'integrity.refused.named-already' },
  'integrity-observed-already': { status: 409, says: 'integrity.refused.observed-already' },
  'integrity-not-to-withdraw': { status: 409, says: 'integrity.refused.not-to-withdraw' },
})
