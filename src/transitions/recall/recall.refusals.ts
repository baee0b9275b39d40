import { refusals } from '../../platform/refusals.ts'
import './words.ts'

export const recallRefusals = refusals({
  'recall-ahead': { status: 422, says: 'recall.refused.ahead', field: 'recalledOn' },
  'recall-before-release': { status: 422, says: 'recall.refused.before', field: 'recalledOn' },
  'recall-without-release': { status: 409, says: 'recall.refused.without' },
  'recall-release-unknown': { status: 422, says: 'recall.refused.released', field: 'releasedOn' },
  'recall-recorded': { status: 409, says: 'recall.refused.recorded', field: 'recalledOn' },
  'recall-ended': { status: 409, says: 'recall.refused.ended' },
  're-entry-takes-part': { status: 409, says: 'recall.refused.takes-part' },
})
