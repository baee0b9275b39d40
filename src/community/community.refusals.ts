import { refusals } from '../platform/refusals.ts'
import './words.ts'

export const communityRefusals = refusals({
  'place-changed-meanwhile': { status: 409, says: 'community.refused.meanwhile' },
  'place-closed': { status: 409, says: 'community.refused.closed' },
  'place-nothing-changed': { status: 422, says: 'community.refused.nothing', field: 'name' },
})
