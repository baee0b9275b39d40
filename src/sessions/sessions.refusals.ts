import { refusals } from '../platform/refusals.ts'

export const sessionRefusals = refusals({
  'session-planned-in-the-past': { status: 422, says: 'session.refused.past', field: 'on' },
  'session-in-the-future': { status: 422, says: 'session.refused.future', field: 'on' },
  'session-no-such-time': { status: 422, says: 'session.refused.no-such-time', field: 'time' },
  'session-while-paused': { status: 409, says: 'session.refused.paused' },
  'session-before-the-plan': { status: 409, says: 'session.refused.no-plan' },
  'session-no-consent': { status: 409, says: 'session.refused.no-consent' },
  'session-needs-a-cause': { status: 422, says: 'session.refused.needs-cause', field: 'cause' },
  'session-needs-what-was-done': { status: 422, says: 'session.refused.needs-done', field: 'done' },
  'session-not-yours': { status: 409, says: 'session.refused.not-yours' },
  'session-called-off': { status: 409, says: 'session.refused.called-off' },
  'session-begun-already': { status: 409, says: 'session.refused.begun' },
  'session-recorded-already': { status: 409, says: 'session.refused.recorded' },
})
