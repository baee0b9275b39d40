import { refusals } from '../platform/refusals.ts'

export const planRefusals = refusals({
  'plan-begins-too-early': { status: 422, says: 'plan.refused.too-early', field: 'beginsOn' },
  'plan-open-already': { status: 409, says: 'plan.refused.open-already', field: 'programme' },
  'plan-ended-already': { status: 409, says: 'plan.refused.ended-already' },
  'plan-ends-before-it-begins': { status: 422, says: 'plan.refused.ends-before', field: 'endedOn' },
  'plan-changed-meanwhile': { status: 409, says: 'plan.refused.changed' },
  'plan-not-yours': { status: 409, says: 'plan.refused.not-yours' },
  'goal-begins-in-the-past': { status: 422, says: 'plan.refused.goal-past', field: 'from' },
  'goal-ends-before-it-begins': { status: 422, says: 'plan.refused.goal-order', field: 'until' },
  'plan-no-consent': { status: 409, says: 'plan.refused.no-consent' },
})
