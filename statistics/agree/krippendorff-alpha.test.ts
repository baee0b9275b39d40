import fc from 'fast-check'
import { expect, test } from 'vitest'
import { krippendorffAlpha } from './krippendorff-alpha.ts'

// Values 1,1 / 1,2 / 2,2: observed disagreement 2/6, expected 2 * 3 * 3 / 30 = 3/5, alpha 1 - 5/9.
test('it matches the hand case', () => {
  expect(krippendorffAlpha([[1, 1], [1, 2], [2, 2]], 'nominal')).toMatchObject({ value: expect.closeTo(4 / 9, 12), n: 3 })
})
// Krippendorff 2011, section C: four observers, twelve units; nominal 0.743, ordinal 0.815, interval 0.849, ratio 0.797.
const published = [[1, 1, null, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [null, 5, 5, 5], [null, null, 1, 1], [null, null, 3, null]]
test.each([['nominal', 0.743], ['ordinal', 0.815], ['interval', 0.849], ['ratio', 0.797]] as const)('it matches the published %s value', (metric, value) => {
  expect(krippendorffAlpha(published, metric)).toMatchObject({ value: expect.closeTo(value, 3), n: 11, missing: 7 })
})
test('it does not change when all values are stretched, by any metric', () => {
  fc.assert(fc.property(fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'), fc.integer({ min: 2, max: 9 }), (metric, factor) => {
    const here = krippendorffAlpha(published, metric)
    const there = krippendorffAlpha(published.map((row) => row.map((value) => (value === null ? null : value * factor))), metric)
    expect(here.kind === 'found' && there.kind === 'found' && Math.abs(here.value - there.value) < 1e-9).toBe(true)
  }))
})
test('it has no value when all ratings are the same', () => {
  expect(krippendorffAlpha([[1, 1], [1, 1]], 'interval').kind).toBe('not-computable')
})
test('it asks for two persons with two ratings', () => {
  expect(krippendorffAlpha([[1, 1], [null, 2]], 'nominal')).toMatchObject({ kind: 'too-few', n: 1 })
})
test('it sees no difference between two zeros on the ratio metric', () => {
  expect(krippendorffAlpha([[0, 0], [0, 1], [1, 1]], 'ratio')).toMatchObject({ kind: 'found' })
})
test('it refuses words where numbers belong', () => {
  expect(() => krippendorffAlpha([['low', 'low'], ['high', 'low']], 'interval')).toThrow('"high" is no number')
  expect(() => krippendorffAlpha([[-1, 1], [1, 1]], 'ratio')).toThrow('zero or more')
})
test('it takes the order of words from the list', () => {
  const words = [['low', 'low'], ['high', 'middle'], ['middle', 'middle'], ['high', 'high']]
  const numbers = words.map((row) => row.map((word) => ['low', 'middle', 'high'].indexOf(word)))
  expect(krippendorffAlpha(words, 'ordinal', ['low', 'middle', 'high'])).toEqual(krippendorffAlpha(numbers, 'ordinal'))
})
