import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { concordance, kendallTauB } from './kendall-tau-b.ts'

test('it corrects for ties, by hand', () => {
  // x 1 2 2, y 1 1 3: pairs (1,2): x up, y tied; (1,3): both up; (2,3): x tied, y up; S 1, untied in x 2, in y 2
  expect(concordance([1, 2, 2], [1, 1, 3])).toEqual({ score: 1, untiedX: 2, untiedY: 2 })
  expect(kendallTauB([1, 2, 2], [1, 1, 3])).toBeCloseTo(0.5, 14)
})

test('it has no answer where one list is all equal', () => {
  expect(kendallTauB([1, 2, 3], [4, 4, 4])).toBeNull()
})

test('it is 1 for a list with itself, and does not mind which comes first', () => {
  const list = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 })
  fc.assert(fc.property(list, list, (x, y) => {
    expect(kendallTauB(x, y)).toBe(kendallTauB(y, x))
    if (new Set(x).size > 1) expect(kendallTauB(x, x)).toBeCloseTo(1, 12)
  }))
})
