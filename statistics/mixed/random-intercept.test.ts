import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kenwardRoger } from './kenward-roger.ts'
import { addAll, randomIntercept, roughVariance } from './random-intercept.ts'
import { satterthwaite } from './satterthwaite.ts'

const level = (y: number[]) => ({ y, x: y.map(() => [1]) })
const balanced = [level([1, 3]), level([5, 7]), level([9, 11])]

// Means 2, 6, 10: mean squares between 32, within 2; between (32 - 2) / 2 = 15 by REML. The level 6 has variance 32 / 6.
test('it matches the hand case', () => {
  expect(randomIntercept(balanced, 'REML')).toMatchObject({
    coefficients: [expect.closeTo(6, 9)], between: expect.closeTo(15, 7), within: expect.closeTo(2, 8), icc: expect.closeTo(15 / 17, 8), se: [expect.closeTo(Math.sqrt(32 / 6), 8)], singular: false,
  })
})
// By ML the mean square between is over three cases: (64/3 - 2) / 2.
test('it is smaller by ML', () => {
  expect(randomIntercept(balanced, 'ML')).toMatchObject({ between: expect.closeTo((64 / 3 - 2) / 2, 7), within: expect.closeTo(2, 8) })
})
test('it has as many degrees of freedom as there are cases less one, for what varies between cases', () => {
  const model = randomIntercept(balanced, 'REML')
  if (model.kind !== 'found') throw new Error('it settles')
  expect(satterthwaite(model, 0)?.df).toBeCloseTo(2, 6)
  expect(kenwardRoger(model, 0)?.df).toBeCloseTo(2, 6)
  expect(kenwardRoger(model, 0)?.se).toBeCloseTo(model.se[0]!, 8)
})
test('it says that it is singular where cases differ less than chance', () => {
  expect(randomIntercept([level([1, 9]), level([9, 1]), level([1, 9])], 'REML')).toMatchObject({ between: 0, icc: 0, singular: true, cautions: ['singular-fit'] })
})
test('it does not mind large outcomes, the order of cases or a constant', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 5 }), (rows) => {
    const here = randomIntercept(rows.map(level), 'REML')
    const there = randomIntercept(rows.toReversed().map((y) => level(y.map((value) => value + 1e6))), 'REML')
    if (here.kind !== 'found' || there.kind !== 'found') return
    expect(there.between).toBeCloseTo(here.between, 4)
    expect(there.coefficients[0]! - 1e6).toBeCloseTo(here.coefficients[0]!, 4)
  }))
})
test('it asks for cases and sessions, and has no answer for equal outcomes or a column too many', () => {
  expect(randomIntercept([level([1, 2])], 'REML')).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(randomIntercept([level([1]), level([2])], 'REML')).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(randomIntercept([level([1, 1]), level([1, 1])], 'REML')).toMatchObject({ kind: 'not-computable' })
  expect(randomIntercept([[1, 2, 4], [3, 5, 5]].map((y) => ({ y, x: y.map(() => [1, 1]) })), 'REML')).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('column') })
})
test('it has no answer for a line that fits exactly', () => {
  expect(randomIntercept([level([1, 1, 1]), level([2, 2, 2]), level([4, 4, 4])], 'REML')).toMatchObject({ kind: 'not-computable' })
})
test('it has helpers that say no rather than guess', () => {
  expect(addAll([null])).toBeNull()
  expect(roughVariance([level([1, 3])])).toBe(1)
})
