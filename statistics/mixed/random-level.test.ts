import { expect, test } from 'vitest'
import { randomIntercept } from './random-intercept.ts'
import { randomLevel } from './random-level.ts'

const change = (before: number[], after: number[]) => ({ y: [...before, ...after], x: [...before.map(() => [1, 0]), ...after.map(() => [1, 1])] })

// Two sessions in each phase. Case changes 6, 2, 8, 4 have variance 20/3; their chance part is the error (1/2) * (1/2 + 1/2).
test('it matches the hand case', () => {
  const cases = [change([0.5, -0.5], [6.5, 5.5]), change([3.5, 2.5], [5.5, 4.5]), change([1.5, 0.5], [9.5, 8.5]), change([8.5, 7.5], [12.5, 11.5])]
  expect(randomLevel(cases, 1, 'REML')).toMatchObject({ singular: false, within: expect.closeTo(0.5, 6), level: expect.closeTo(20 / 3 - 0.5, 5), coefficients: [expect.closeTo(3, 6), expect.closeTo(5, 6)] })
})
test('it is singular where all change alike, and then says what the random intercept says', () => {
  const cases = [change([1, 2, 1], [5, 4, 5]), change([7, 6, 7], [10, 11, 10]), change([3, 4, 3], [7, 6, 7]), change([5, 5, 4], [8, 8, 9])]
  const both = randomLevel(cases, 1, 'REML')
  const simple = randomIntercept(cases, 'REML')
  if (both.kind !== 'found' || simple.kind !== 'found') throw new Error('both settle')
  expect(both.singular).toBe(true)
  expect(both.cautions).toEqual(['singular-fit'])
  expect(both.logLik).toBeGreaterThanOrEqual(simple.logLik - 1e-9)
  expect(Math.abs(both.covariance ** 2 - both.intercept * both.level)).toBeLessThan(1e-6 * Math.max(1, both.intercept * both.level))
})
test('it is singular with nothing where cases do not differ at all', () => {
  const cases = [change([1, 9], [3, 7]), change([9, 1], [7, 3]), change([1, 9], [7, 3])]
  expect(randomLevel(cases, 1, 'REML')).toMatchObject({ intercept: 0, level: 0, covariance: 0, singular: true })
})
test('it asks for cases and sessions, and has no answer for equal outcomes', () => {
  expect(randomLevel([change([1], [2]), change([1], [3])], 1, 'REML')).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(randomLevel([change([1], [2]), change([1], [])], 1, 'REML')).toMatchObject({ kind: 'too-few' })
  expect(randomLevel([change([1, 1], [1]), change([1], [1]), change([1], [1])], 1, 'REML')).toMatchObject({ kind: 'not-computable' })
})
