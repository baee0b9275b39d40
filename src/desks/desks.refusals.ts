import { refusals } from '../platform/refusals.ts'

export const deskRefusals = refusals({
  'desk-unit-unknown': { status: 422, says: 'desk.refused.unit-unknown', field: 'unit' },
  'desk-too-often': { status: 429, says: 'desk.refused.too-often' },
})
