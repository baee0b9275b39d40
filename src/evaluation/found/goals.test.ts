import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { goalsReached } from './goals.ts'

const rating = (series: string, on: string, value: number | null) => ({ person: 'a', kind: 'goal', series, measured_on: day(on), value, missing: value === null ? 'not-asked' : null, lowest: -2, highest: 2, phase: null })

// Three goals of equal weight, rho 0.3: the denominator is sqrt(0.7 * 3 + 0.3 * 9) = sqrt(4.8) = 2.19089. All at -1 first: T = 50 - 30 / 2.19089 = 36.307; at 1, 0 and 2 now: T = 50 + 30 / 2.19089 = 63.693.
test('it shows each goal from where it began to where it is, and T of all beside them, by hand', () => {
  const found = goalsReached([rating('goal 2', '2026-01-05', -1), rating('goal 1', '2026-01-05', -1), rating('goal 3', '2026-01-05', -1), rating('goal 1', '2026-04-06', 1), rating('goal 2', '2026-04-06', 0), rating('goal 3', '2026-04-06', 2)], 'a')
  expect(found?.goals).toEqual([{ goal: 'goal 1', first: -1, latest: 1 }, { goal: 'goal 2', first: -1, latest: 0 }, { goal: 'goal 3', first: -1, latest: 2 }])
  expect(found?.first).toMatchObject({ kind: 'found', value: expect.closeTo(36.3069, 4), n: 3 })
  expect(found?.latest).toMatchObject({ kind: 'found', value: expect.closeTo(63.6931, 4), n: 3 })
})

test('it drops a goal without a rating from the sum, and says so', () => {
  const found = goalsReached([rating('goal 1', '2026-01-05', 0), rating('goal 2', '2026-01-05', null)], 'a')
  expect(found?.goals[1]).toEqual({ goal: 'goal 2', first: null, latest: null })
  expect(found?.latest).toMatchObject({ kind: 'found', value: 50, n: 1, missing: 1, cautions: ['missing-values'] })
})

test('it is nothing for whoever has no goals', () => {
  expect(goalsReached([rating('goal 1', '2026-01-05', 0)], 'b')).toBeNull()
})
