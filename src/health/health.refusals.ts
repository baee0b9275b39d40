import { refusals } from '../platform/refusals.ts'

export const healthRefusals = refusals({
  'health-review-past': { status: 422, says: 'health.refused.review-past', field: 'reviewOn' },
  'health-review-late': { status: 422, says: 'health.refused.review-late', field: 'reviewOn' },
  'health-plan-empty': { status: 422, says: 'health.refused.plan-empty', field: 'signs' },
  'health-changed-meanwhile': { status: 409, says: 'health.refused.changed' },
  'health-not-in-force': { status: 409, says: 'health.refused.not-in-force' },
  'health-stands': { status: 409, says: 'health.refused.stands' },
})
