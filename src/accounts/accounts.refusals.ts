import { refusals } from '../platform/refusals.ts'

export const accountRefusals = refusals({
  'sign-in-failed': { status: 422, says: 'account.refused.sign-in', field: 'username' },
  'too-many-attempts': { status: 429, says: 'account.refused.too-many', field: 'username' },
})
