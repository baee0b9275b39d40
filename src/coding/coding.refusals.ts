import { refusals } from '../platform/refusals.ts'

export const codingRefusals = refusals({
  'coding-no-frame': { status: 409, says: 'coding.refused.no-frame' },
  'coding-frame-changed': { status: 409, says: 'coding.refused.frame-changed' },
  'coding-not-held': { status: 409, says: 'coding.refused.not-held' },
  'coding-not-yours': { status: 409, says: 'coding.refused.not-yours' },
  'coding-said-no': { status: 409, says: 'coding.refused.said-no' },
  'coding-other-domains': { status: 422, says: 'coding.refused.other-domains' },
  'coding-two-already': { status: 409, says: 'coding.refused.two-already' },
  'coding-not-both': { status: 409, says: 'coding.refused.not-both' },
  'coding-proposed-otherwise': { status: 409, says: 'coding.refused.proposed-otherwise' },
  'coding-agreed-already': { status: 409, says: 'coding.refused.agreed-already' },
})
