import { refusals } from '../platform/refusals.ts'

export const peopleRefusals = refusals({
  'service-changed-meanwhile': { status: 409, says: 'service.refused.meanwhile' },
  'unit-name-taken': { status: 409, says: 'service.refused.unit-taken', field: 'name' },
})
