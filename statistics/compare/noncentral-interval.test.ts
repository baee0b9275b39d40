import { expect, test } from 'vitest'
import { noncentralTBelow } from '../distributions/noncentral-t.ts'
import { noncentralInterval } from './noncentral-interval.ts'

test.each([[4.06, 9], [-4.5, 11], [0, 3], [30, 4]])('it leaves 2.5 in a hundred on each side of t = %d with %d degrees', (t, df) => {
  const { lower, upper } = noncentralInterval(t, df, 0.95)
  expect(noncentralTBelow(t, df, lower)).toBeCloseTo(0.975, 10)
  expect(noncentralTBelow(t, df, upper)).toBeCloseTo(0.025, 10)
})
test('it turns over with t', () => {
  expect(noncentralInterval(-2, 8, 0.9).lower).toBeCloseTo(-noncentralInterval(2, 8, 0.9).upper, 9)
})
