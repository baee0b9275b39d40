import { refusals } from '../platform/refusals.ts'

export const accountRefusals = refusals({
  'sign-in-failed': { status: 422, says: 'account.refused.sign-in', field: 'username' },
  'too-many-attempts': { status: 429, says: 'account.refused.too-many', field: '' },
  'hat-not-held': { status: 409, says: 'account.refused.hat', field: 'shape' },
  'user-name-taken': { status: 409, says: 'account.refused.name-taken', field: 'username' },
  'user-name-tells': { status: 422, says: 'account.refused.name-tells', field: 'username' },
  'user-name-poor': { status: 422, says: 'account.refused.name-poor', field: 'username' },
  'no-such-user-name': { status: 404, says: 'account.refused.no-such-user-name', field: 'username' },
  'account-exists': { status: 409, says: 'account.refused.exists' },
  'not-for-oneself': { status: 409, says: 'account.refused.oneself' },
  'codes-are-required': { status: 409, says: 'account.refused.codes-required' },
  'token-asks-too-much': { status: 422, says: 'account.refused.token-asks-too-much', field: 'allows' },
  'token-yes-without-stop': { status: 422, says: 'account.refused.token-yes-without-stop', field: 'allows' },
  'token-too-long': { status: 422, says: 'account.refused.token-too-long', field: 'until' },
})
