import { refusals } from '../platform/refusals.ts'

export const measureRefusals = refusals({
  'measure-nothing-said': { status: 422, says: 'measure.refused.nothing-said' },
  'measure-both-said': { status: 422, says: 'measure.refused.both-said' },
  'measure-day-ahead': { status: 422, says: 'measure.refused.day-ahead', field: 'on' },
  'measure-after-a-stop': { status: 409, says: 'measure.refused.after-a-stop', field: 'on' },
  'measure-no-goal-then': { status: 409, says: 'measure.refused.no-goal-then', field: 'on' },
  'measure-nothing-rated': { status: 422, says: 'measure.refused.nothing-rated' },
  'measure-stands': { status: 409, says: 'measure.refused.stands' },
  'measure-changed-meanwhile': { status: 409, says: 'measure.refused.changed-meanwhile' },
  'measure-session-not-held': { status: 409, says: 'measure.refused.session-not-held' },
})
