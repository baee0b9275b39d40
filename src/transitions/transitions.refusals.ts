import { refusals } from '../platform/refusals.ts'
import { recallRefusals } from './recall/recall.refusals.ts'
import { transferRefusals } from './transfer/transfer.refusals.ts'
import './words.ts'

export const transitionRefusals = refusals({
  ...transferRefusals,
  ...recallRefusals,
  'owner-not-outside': { status: 422, says: 'transition.refused.owner', field: 'owner' },
  'owner-changed': { status: 409, says: 'transition.refused.owner-changed' },
  'owner-acknowledged': { status: 409, says: 'transition.refused.acknowledged' },
  'link-place-unknown': { status: 422, says: 'transition.refused.place', field: 'place' },
  'maintenance-not-on-team': { status: 422, says: 'transition.refused.who', field: 'who' },
  'maintenance-in-the-past': { status: 422, says: 'transition.refused.past', field: 'fromOn' },
  'hand-over-to-nobody': { status: 422, says: 'transition.refused.to', field: 'to' },
  'hand-over-states-without-need': { status: 422, says: 'transition.refused.states', field: 'statesNeededFor' },
  'hand-over-taken': { status: 409, says: 'transition.refused.taken' },
  'monitoring-alone': { status: 422, says: 'monitoring.refused.alone', field: 'support' },
  'monitoring-beside-nobody': { status: 422, says: 'monitoring.refused.support', field: 'support' },
  'monitoring-household-unsaid': { status: 422, says: 'monitoring.refused.household', field: 'householdSays' },
  'monitoring-over': { status: 422, says: 'monitoring.refused.over', field: 'untilOn' },
  'monitoring-recorded': { status: 409, says: 'monitoring.refused.recorded' },
  'monitoring-look-past': { status: 422, says: 'monitoring.refused.look-past', field: 'nextOn' },
  'monitoring-look-too-far': { status: 422, says: 'monitoring.refused.look-too-far', field: 'nextOn' },
  'monitoring-look-outside': { status: 422, says: 'monitoring.refused.look-outside', field: 'reviewOn' },
  'monitoring-ends-before': { status: 422, says: 'monitoring.refused.ends', field: 'untilOn' },
})
