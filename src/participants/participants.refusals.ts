import { refusals } from '../platform/refusals.ts'

export const participantRefusals = refusals({
  'person-not-taking-part': { status: 409, says: 'person.refused.not-taking-part' },
  'person-paused-already': { status: 409, says: 'person.refused.paused-already' },
  'person-not-paused': { status: 409, says: 'person.refused.not-paused' },
  'person-changed-meanwhile': { status: 409, says: 'person.refused.changed-meanwhile' },
  'person-number-taken': { status: 409, says: 'person.refused.number-taken', field: 'number' },
  'person-born-ahead': { status: 422, says: 'person.refused.born-ahead', field: 'bornOn' },
  'status-ends-before-it-begins': { status: 422, says: 'person.refused.status-order', field: 'untilOn' },
  'status-ended-already': { status: 409, says: 'person.refused.status-ended' },
  'answer-day-ahead': { status: 422, says: 'person.refused.answer-ahead', field: 'answeredOn' },
  'release-before-first-day': { status: 422, says: 'person.refused.release-before', field: 'releaseOn' },
  'offence-locked': { status: 409, says: 'person.refused.offence-locked', field: 'offenceWords' },
  'condition-says-nothing': { status: 422, says: 'person.refused.condition-says-nothing', field: 'says' },
  'erasure-asked-already': { status: 409, says: 'erasure.refused.asked-already' },
  'erasure-answered-already': { status: 409, says: 'erasure.refused.answered-already' },
  'erasure-answers-stay-readable': { status: 409, says: 'erasure.refused.answers-apart', field: 'decision' },
  'notice-written-meanwhile': { status: 409, says: 'notice.refused.written-meanwhile' },
  'time-ends-before-it-begins': { status: 422, says: 'times.refused.order', field: 'untilTime' },
  'times-days-in-order': { status: 422, says: 'times.refused.days', field: 'untilOn' },
  'times-too-many': { status: 409, says: 'times.refused.too-many' },
  'nothing-to-withdraw': { status: 409, says: 'person.refused.nothing-to-withdraw', field: 'purpose' },
})
