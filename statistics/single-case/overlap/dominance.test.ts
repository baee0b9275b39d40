import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { dominance } from './dominance.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })

test('it counts pairs by hand', () => {
  // A 2, 3; B 3, 1, 5: above are 3>2, 5>2, 5>3; tied 3=3; below 1<2, 1<3
  const { above, tied, below, ofA, ofB } = dominance([2, 3], [3, 1, 5])
  expect([above, tied, below]).toEqual([3, 1, 2])
  expect([...ofA]).toEqual([2, 1.5])
  expect([...ofB]).toEqual([1.5, 0, 2])
})

test('it turns round when the phases change places', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = dominance(A, B), other = dominance(B, A)
    expect([one.above, one.tied, one.below]).toEqual([other.below, other.tied, other.above])
  }))
})

test('it finds nothing but ties where all are equal', () => {
  expect(dominance([4, 4], [4])).toMatchObject({ above: 0, below: 0, tied: 2 })
})
