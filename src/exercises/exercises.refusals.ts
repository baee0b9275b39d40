import { refusals } from '../platform/refusals.ts'

export const exerciseRefusals = refusals({
  'exercise-empty': { status: 422, says: 'exercise.refused.empty', field: 'entries.0.words' },
  'exercise-part-unknown': { status: 422, says: 'exercise.refused.part-unknown' },
  'exercise-words-missing': { status: 422, says: 'exercise.refused.words-missing' },
  'exercise-label-long': { status: 422, says: 'exercise.refused.label-long' },
  'exercise-weight-missing': { status: 422, says: 'exercise.refused.weight-missing' },
  'exercise-weight-out': { status: 422, says: 'exercise.refused.weight-out' },
  'exercise-no-plan': { status: 409, says: 'exercise.refused.no-plan' },
  'exercise-locked': { status: 409, says: 'exercise.refused.locked' },
  'exercise-asks-beliefs': { status: 409, says: 'exercise.refused.asks-beliefs' },
  'exercise-unit-not-chosen': { status: 422, says: 'exercise.refused.unit-not-chosen', field: 'unitId' },
  'exercise-day-ahead': { status: 422, says: 'exercise.refused.day-ahead', field: 'madeOn' },
  'exercise-no-consent': { status: 409, says: 'exercise.refused.no-consent' },
  'exercise-before-the-yes': { status: 409, says: 'exercise.refused.before-the-yes', field: 'madeOn' },
  'exercise-after-a-stop': { status: 409, says: 'exercise.refused.after-a-stop', field: 'madeOn' },
  'exercise-while-paused': { status: 409, says: 'exercise.refused.while-paused', field: 'madeOn' },
  'exercise-not-yours': { status: 409, says: 'exercise.refused.not-yours' },
  'exercise-changed-meanwhile': { status: 409, says: 'exercise.refused.changed' },
})
