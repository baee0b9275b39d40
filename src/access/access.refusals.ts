import { refusals } from '../platform/refusals.ts'

export const accessRefusals = refusals({
  'not-appointed': { status: 409, says: 'access.refused.not-appointed', field: 'colleague' },
  'already-appointed': { status: 409, says: 'access.refused.already-appointed', field: 'role' },
  'appoints-oneself': { status: 409, says: 'access.refused.appoints-oneself', field: 'role' },
  'supervises-oneself': { status: 409, says: 'access.refused.oneself', field: 'supervisor' },
  'already-supervises': { status: 409, says: 'access.refused.already-supervises', field: 'supervisor' },
  'ends-in-the-past': { status: 409, says: 'access.refused.past', field: 'until' },
  'not-yours-to-change': { status: 409, says: 'access.refused.coordinator' },
  'nobody-to-cover': { status: 409, says: 'access.refused.nobody', field: 'people' },
  'cannot-cover': { status: 409, says: 'access.refused.cannot-cover', field: 'by' },
  'already-on-the-team': { status: 409, says: 'access.refused.already-on-the-team', field: 'colleague' },
})
