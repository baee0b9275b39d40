import { refusals } from '../platform/refusals.ts'

export const safetyRefusals = refusals({
  'safety-who': { status: 422, says: 'safety.refused.who', field: 'who' },
  'safety-who-not-yours': { status: 422, says: 'safety.refused.who-not-yours', field: 'who' },
  'safety-ahead': { status: 422, says: 'safety.refused.ahead', field: 'time' },
  'safety-no-such-time': { status: 422, says: 'safety.refused.no-such-time', field: 'time' },
  'safety-handed-whole': { status: 422, says: 'safety.refused.handed-whole', field: 'handedTo' },
  'safety-not-asked': { status: 409, says: 'safety.refused.not-asked' },
  'safety-answered': { status: 409, says: 'safety.refused.answered' },
  'safety-cannot-open': { status: 409, says: 'safety.refused.cannot-open' },
  'safety-nobody-to-tell-about': { status: 409, says: 'safety.refused.in-words' },
  'safety-check-needs-times': { status: 422, says: 'safety.refused.check', field: 'checkEvery' },
  'safety-apart-from-whom': { status: 422, says: 'safety.refused.apart', field: 'apartFrom' },
  'safety-ends-before': { status: 422, says: 'safety.refused.ends-before', field: 'until' },
  'safety-signed-by-another': { status: 409, says: 'safety.refused.by-another' },
  'safety-signed-already': { status: 409, says: 'safety.refused.signed-already' },
  'safety-disagrees-without-words': { status: 422, says: 'safety.refused.words', field: 'words' },
  'safety-done-already': { status: 409, says: 'safety.refused.done-already' },
  'safety-on-the-list': { status: 409, says: 'safety.refused.on-the-list', field: 'colleague' },
  'safety-card-meanwhile': { status: 409, says: 'safety.refused.card-meanwhile' },
  'safety-number-half': { status: 422, says: 'safety.refused.number-half' },
  'safety-reviewed': { status: 409, says: 'safety.refused.reviewed' },
})
