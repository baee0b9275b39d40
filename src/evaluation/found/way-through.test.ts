import { describe, expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { wayThrough } from './way-through.ts'

const referral = (person: string, referredOn: string, decidedOn: string | null, state: string, answer = 'yes') =>
  ({ person, referred_on: day(referredOn), decided_on: decidedOn ? day(decidedOn) : null, state, answer, followed_until: day(decidedOn ?? referredOn) })
const plan = (person: string, beginsOn: string, until: string, state = 'running', ending: string | null = null) =>
  ({ person, begins_on: day(beginsOn), ended_on: ending ? day(until) : null, followed_until: day(until), state, ending })

// Nine were referred, d twice; f and g were declined (f had said no), h went another way, i waits. Of the five accepted, e has no plan yet; z came without a referral here.
const data = {
  referrals: [
    referral('a', '2026-01-05', '2026-01-12', 'accepted'), referral('b', '2026-01-05', '2026-01-19', 'accepted'), referral('c', '2026-01-05', '2026-01-26', 'accepted'),
    referral('d', '2025-06-02', '2025-06-09', 'declined', 'not-now'), referral('d', '2026-01-05', '2026-01-15', 'accepted'), referral('e', '2026-01-05', '2026-02-02', 'accepted'),
    referral('f', '2026-01-05', '2026-01-07', 'declined', 'no'), referral('g', '2026-01-05', '2026-01-08', 'declined', 'yes'), referral('h', '2026-01-05', '2026-01-09', 'another-route'), referral('i', '2026-01-05', null, 'received', 'not-asked'),
  ],
  plans: [
    plan('a', '2026-02-02', '2026-06-08', 'ended', 'completed'), plan('b', '2026-02-16', '2026-05-11', 'ended', 'own wish'), plan('c', '2026-02-02', '2026-04-27', 'paused'),
    plan('d', '2026-03-02', '2026-06-01'), plan('z', '2026-02-02', '2026-08-31', 'ended', 'commitments consolidated'),
  ],
  sessions: [], asked: [{ person: 'a', asked_on: day('2026-01-10'), despite: false }, { person: 'b', asked_on: day('2026-01-11'), despite: true }],
}
const found = wayThrough(data)

test('it counts people, not referrals, from referral to each end, by hand', () => {
  expect(found.flow).toEqual({
    referred: 9, declined: { yes: 1, no: 1, 'not-now': 0, 'not-asked': 0 }, anotherRoute: 1, waiting: 1, accepted: 5, notBegun: 1, asked: 2, despite: 1, begun: 5, withoutReferral: 1, running: 1, paused: 1,
    endings: { completed: 1, 'commitments consolidated': 1, transferred: 0, 'own wish': 1, 'another route': 0 } })
})

test('it leaves nobody out of the count: whoever was referred stands somewhere, and so does whoever began', () => {
  const { flow } = found
  expect(flow.accepted + flow.anotherRoute + flow.waiting + Object.values(flow.declined).reduce((sum, one) => sum + one, 0)).toBe(flow.referred)
  expect(flow.running + flow.paused + Object.values(flow.endings).reduce((sum, one) => sum + one, 0)).toBe(flow.begun)
})

describe('time, by hand', () => {
  // Weeks from referral to the plan: a and c 4, b 6, d 8; e is followed until the decision at 4 weeks, i until the referral itself (0). At 4 weeks 5 are followed and 2 begin: 3/5.
  // At 6 weeks 2 are left and 1 begins: 3/10. At 8 weeks the last begins: 0.
  test('to the beginning of the plan: who was declined is not waiting, who has not begun is followed as far as was recorded', () => {
    const { toStart } = found
    expect(toStart.kind === 'found' && toStart.steps.map(({ time, atRisk, events, left, surviving }) => [time, atRisk, events, left, Number(surviving.toFixed(6))])).toEqual([[0, 6, 0, 1, 1], [4, 5, 2, 1, 0.6], [6, 2, 1, 0, 0.3], [8, 1, 1, 0, 0]])
  })

  // Weeks in the programme: b 12 (left), c 12 (paused, followed so far), d 13 (running), a 18 (completed), z 30 (completed). At 18 weeks 2 are followed, 1 completes: 1/2; at 30 the last: 0.
  test('to completion: who leaves or goes on is followed until then, with how many are still followed', () => {
    const { toCompletion } = found
    expect(toCompletion.kind === 'found' && toCompletion.steps.map(({ time, atRisk, events, left, surviving }) => [time, atRisk, events, left, surviving])).toEqual([[12, 5, 0, 2, 1], [13, 3, 0, 1, 1], [18, 2, 1, 0, 0.5], [30, 1, 1, 0, 0]])
  })

  // Days to the decision: 2, 3, 4, 7, 7, 10, 14, 21, 28: the middle is 7, the quarter points 4 and 14. To the plan: 28, 28, 42, 56: middle 35, quarter points 28 and 45.5.
  test('the waiting: the middle, and where the middle half lies', () => {
    expect(found.waiting.decision).toEqual({ median: 7, from: 4, to: 14, n: 9 })
    expect(found.waiting.beginning).toEqual({ median: 35, from: 28, to: 45.5, n: 4 })
  })
})

test('it is too few, and no figure, where nobody came', () => {
  const none = wayThrough({ referrals: [], plans: [], sessions: [], asked: [] })
  expect([none.toStart.kind, none.toCompletion.kind, none.waiting.decision, none.flow.referred]).toEqual(['too-few', 'too-few', { median: null, n: 0 }, 0])
})
