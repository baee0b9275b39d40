import { refusals } from '../platform/refusals.ts'

export const evaluationRefusals = refusals({
  'study-yardstick-half': { status: 422, says: 'evaluation.refused.yardstick-half', field: 'spread' },
  'study-yardstick-no-source': { status: 422, says: 'evaluation.refused.yardstick-no-source', field: 'yardstickSource' },
  'study-codes-first-ones': { status: 422, says: 'evaluation.refused.codes-first-ones', field: 'phases' },
  'study-first-ones-describe': { status: 422, says: 'evaluation.refused.first-ones-describe', field: 'design' },
  'study-locked': { status: 409, says: 'evaluation.refused.locked' },
  'study-not-locked': { status: 409, says: 'evaluation.refused.not-locked' },
  'study-changed-meanwhile': { status: 409, says: 'evaluation.refused.changed-meanwhile' },
  'study-starts-order': { status: 422, says: 'evaluation.refused.starts-order', field: 'latest' },
  'study-starts-after-plan': { status: 422, says: 'evaluation.refused.starts-after-plan', field: 'phases' },
  'study-starts-missing': { status: 422, says: 'evaluation.refused.starts-missing', field: 'people' },
  'study-outcome-unknown': { status: 422, says: 'evaluation.refused.outcome-unknown', field: 'outcome' },
  'study-programme-unknown': { status: 422, says: 'evaluation.refused.programme-unknown', field: 'programme' },
  'report-nothing-to-publish': { status: 409, says: 'evaluation.refused.nothing-to-publish' },
  'release-shows-somebody': { status: 409, says: 'evaluation.refused.release-shows-somebody' },
  'release-cannot-protect': { status: 409, says: 'evaluation.refused.release-cannot-protect' },
})
