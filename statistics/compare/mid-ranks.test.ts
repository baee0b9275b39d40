import fc from 'fast-check'
import { expect, test } from 'vitest'
import { midRanks } from './mid-ranks.ts'

test('it gives equal values the mean of their places', () => expect(midRanks([3, 1, 3, 7])).toEqual([2.5, 1, 2.5, 4]))
test('it hands out all places, whatever the ties', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 12 }), (values) => {
    const total = midRanks(values).reduce((a, b) => a + b)
    expect(total).toBe((values.length * (values.length + 1)) / 2)
  }))
})
