import { refusals } from '../platform/refusals.ts'

export const accessRefusals = refusals({
  'not-appointed': { status: 409, says: 'access.refused.not-appointed', field: 'colleague' },
  'already-on-the-team': { status: 409, says: 'access.refused.already-on-the-team', field: 'colleague' },
})
