import { refusals } from '../platform/refusals.ts'

export const agreementRefusals = refusals({
  'agreement-already-open': { status: 409, says: 'agreement.refused.already-open', field: 'purpose' },
  'agreement-party-not-on-team': { status: 422, says: 'agreement.refused.party', field: 'parties' },
  'agreement-nothing-to-sign': { status: 409, says: 'agreement.refused.nothing-to-sign' },
  'agreement-not-your-signature': { status: 403, says: 'agreement.refused.not-your-signature' },
  'agreement-already-answered': { status: 409, says: 'agreement.refused.already-answered' },
  'agreement-other-version': { status: 409, says: 'agreement.refused.other-version' },
  'agreement-only-a-party-records': { status: 403, says: 'agreement.refused.only-a-party-records' },
  'agreement-day-ahead': { status: 422, says: 'agreement.refused.day-ahead', field: 'on' },
  'agreement-answer-too-early': { status: 422, says: 'agreement.refused.answer-too-early', field: 'on' },
  'agreement-not-signed': { status: 409, says: 'agreement.refused.not-signed' },
  'agreement-review-too-early': { status: 422, says: 'agreement.refused.review-too-early', field: 'heldOn' },
  'agreement-clause-left-out': { status: 422, says: 'agreement.refused.clause-left-out' },
  'agreement-dropped-stays': { status: 422, says: 'agreement.refused.dropped-stays', field: 'next' },
  'agreement-nothing-carried': { status: 422, says: 'agreement.refused.nothing-carried', field: 'next' },
  'agreement-end-word-missing': { status: 422, says: 'agreement.refused.end-word', field: 'endWord' },
  'agreement-end-reason-missing': { status: 422, says: 'agreement.refused.end-reason', field: 'endReason' },
  'agreement-ended': { status: 409, says: 'agreement.refused.ended' },
  'agreement-changed-meanwhile': { status: 409, says: 'agreement.refused.changed-meanwhile' },
})
