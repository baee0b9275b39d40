import { refusals } from '../../platform/refusals.ts'
import './words.ts'

export const transferRefusals = refusals({
  'transfer-unit-unknown': { status: 422, says: 'transfer.refused.unit', field: 'to' },
  'transfer-same-unit': { status: 422, says: 'transfer.refused.same', field: 'to' },
  'transfer-nobody-there': { status: 422, says: 'transfer.refused.nobody-there', field: 'to' },
  'transfer-too-long-ago': { status: 422, says: 'transfer.refused.long-ago', field: 'movesOn' },
  'transfer-too-far-ahead': { status: 422, says: 'transfer.refused.far-ahead', field: 'movesOn' },
  'transfer-before-the-last': { status: 422, says: 'transfer.refused.before-the-last', field: 'movesOn' },
  'transfer-team-changed': { status: 409, says: 'transfer.refused.team', field: 'team' },
  'transfer-open-already': { status: 409, says: 'transfer.refused.open' },
  'transfer-ended': { status: 409, says: 'transfer.refused.ended' },
  'transfer-not-yet': { status: 409, says: 'transfer.refused.not-yet' },
  'transfer-taken': { status: 409, says: 'transfer.refused.taken' },
  'transfer-called-off': { status: 409, says: 'transfer.refused.called-off' },
})
