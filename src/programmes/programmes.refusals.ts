import { refusals } from '../platform/refusals.ts'

export const programmeRefusals = refusals({
  'programme-not-offered': { status: 422, says: 'programmes.refused.not-offered', field: 'programme' },
  'programme-changed': { status: 409, says: 'programmes.refused.changed', field: 'programme' },
})
