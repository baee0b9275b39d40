import { expect, test } from 'vitest'
import values from '../references/distributions.json' with { type: 'json' }
import { noncentralTBelow } from './noncentral-t.ts'
import { normalBelow } from './normal.ts'
import { studentTBelow } from './student-t.ts'

test('it is the normal distribution of the shift at zero', () => {
  // T <= 0 exactly when Z <= -shift
  expect(noncentralTBelow(0, 4, 0.7)).toBeCloseTo(normalBelow(-0.7), 13)
})

test.each(values['noncentralTBelow [t, df, shift]'])('it agrees with 30-digit arithmetic below %s with %s degrees of freedom and a shift of %s', (t, df, shift, value) => {
  expect(Math.abs(noncentralTBelow(t!, df!, shift!) - value!)).toBeLessThan(1e-12)
})

test.each([[1, 1], [-2, 3.5], [4, 60]])('it is the ordinary t without a shift (%s, %s)', (t, df) => {
  expect(noncentralTBelow(t!, df!, 0)).toBeCloseTo(studentTBelow(t!, df!), 12)
})
