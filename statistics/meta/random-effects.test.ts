import { expect, test } from 'vitest'
import { weightedFit } from './random-effects.ts'

// Effects 0 and 2 with variances 1 and 1: mean 1, Q = 2; P = I - J/2 has trace 1, its square too; Py = (-1, 1).
test('it matches the hand case', () => {
  const fit = weightedFit({ y: [0, 2], v: [1, 1], x: [[1], [1]] }, 0)
  expect(fit.coefficients).toEqual([1])
  expect(fit.q).toBeCloseTo(2, 12)
  expect(fit.trace).toBeCloseTo(1, 12)
  expect(fit.traceOfSquare).toBeCloseTo(1, 12)
  expect(fit.pull).toBeCloseTo(2, 12)
})
test('it draws a line through effects that lie on one', () => {
  const fit = weightedFit({ y: [1, 3, 5], v: [1, 2, 1], x: [[1, 0], [1, 1], [1, 2]] }, 0.5)
  expect(fit.coefficients[1]).toBeCloseTo(2, 12)
  expect(fit.q).toBeCloseTo(0, 12)
})
