import { expect, test } from 'vitest'
import values from '../references/distributions.json' with { type: 'json' }
import { fAbove, fQuantile } from './fisher-f.ts'
import { studentTTwoSided } from './student-t.ts'

test('it is the square of t with one degree of freedom above', () => {
  expect(fAbove(4, 1, 9)).toBeCloseTo(studentTTwoSided(2, 9), 14)
})

test.each(values['fAbove [f, df1, df2]'])('it agrees with 40-digit arithmetic above %s with %s and %s', (f, df1, df2, value) => {
  expect(Math.abs(fAbove(f!, df1!, df2!) / value! - 1)).toBeLessThan(1e-12)
})

test.each([[0.025, 3, 16], [0.975, 3, 16], [0.5, 20, 80], [0.999, 1, 2]])('it finds the way back from the quantile of %s', (p, df1, df2) => {
  expect(1 - fAbove(fQuantile(p!, df1!, df2!), df1!, df2!)).toBeCloseTo(p!, 11)
})

test('it holds at the ends', () => {
  expect(fAbove(0, 3, 4)).toBe(1)
  expect(fAbove(Infinity, 3, 4)).toBe(0)
})
