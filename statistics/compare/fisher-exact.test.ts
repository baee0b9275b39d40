import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherExact } from './fisher-exact.ts'

// The lady tasting tea, 3 of 4 right: tables 0..4 have 1, 16, 36, 16, 1 of 70 ways; two-sided 34/70.
test('it matches the hand case', () => {
  expect(fisherExact([[3, 1], [1, 3]])).toMatchObject({
    value: 0.5, p: expect.closeTo(34 / 70, 12), pGreater: expect.closeTo(17 / 70, 12), pLess: expect.closeTo(69 / 70, 12),
    midP: expect.closeTo(18 / 70, 12), smallest: expect.closeTo(1 / 70, 12),
  })
})
test('it does not change when rows and columns change places, and one-sided p change sides with the groups', () => {
  fc.assert(fc.property(fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
    const here = fisherExact([[a, b], [c, d]])
    const swapped = fisherExact([[c, d], [a, b]])
    if (here.kind !== 'found' || swapped.kind !== 'found') return
    expect(swapped.p).toBeCloseTo(here.p, 10)
    expect(swapped.pLess).toBeCloseTo(here.pGreater, 10)
    expect(here.midP).toBeLessThanOrEqual(here.p)
  }))
})
test('it has p = 1 where everybody says the same', () => expect(fisherExact([[3, 0], [5, 0]])).toMatchObject({ p: 1, value: 0 }))
test('it asks for a person in each group', () => expect(fisherExact([[0, 0], [3, 1]])).toMatchObject({ kind: 'too-few' }))
test('it names the place of what is no count', () => {
  expect(() => fisherExact([[1, 2], [3, -1]])).toThrow('table, row 2, column 2: -1')
  expect(() => fisherExact([[1, 2], [3, 1.5]])).toThrow('table, row 2, column 2: 1.5')
  expect(() => fisherExact([[1, 2]])).toThrow('two rows of two counts')
})
