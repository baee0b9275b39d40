import { expect, test } from 'vitest'
import { randomIntercept } from './random-intercept.ts'
import { satterthwaite } from './satterthwaite.ts'

// A change within balanced cases has the degrees of freedom of the rest: sessions less cases less one.
test('it has the degrees of freedom of the rest for a change within balanced cases', () => {
  const cases = [[1, 2, 4, 7], [5, 5, 9, 8], [2, 3, 8, 6]].map((y) => ({ y, x: y.map((_, i) => [1, i < 2 ? 0 : 1]) }))
  const model = randomIntercept(cases, 'REML')
  if (model.kind !== 'found' || model.singular) throw new Error('cases differ')
  expect(satterthwaite(model, 1)?.df).toBeCloseTo(8, 6)
})
test('it counts sessions less coefficients where cases do not differ', () => {
  const cases = [[1, 2, 8, 7], [2, 1, 7, 8], [1, 2, 8, 7]].map((y) => ({ y, x: y.map((_, i) => [1, i < 2 ? 0 : 1]) }))
  const model = randomIntercept(cases, 'REML')
  if (model.kind !== 'found') throw new Error('it settles')
  expect(model.singular).toBe(true)
  expect(satterthwaite(model, 1)?.df).toBeCloseTo(10, 6)
})
