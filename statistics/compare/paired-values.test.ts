import { expect, test } from 'vitest'
import { pairedValues } from './paired-values.ts'

test('it takes after less before and leaves out whoever lacks one', () => {
  expect(pairedValues([1, null, 3], [4, 5, null])).toEqual({ before: [1], after: [4], differences: [3], missing: 2 })
})
test('it makes equal changes equal: 1.1 - 1 and 0.3 - 0.2', () => {
  const { differences } = pairedValues([1, 0.2], [1.1, 0.3])
  expect(differences[0]).toBe(differences[1])
})
test('it keeps small changes of large values', () => expect(pairedValues([1e6], [1e6 + 0.25]).differences).toEqual([0.25]))
test('it bears zeros and an empty list', () => {
  expect(pairedValues([0, 0], [0, 0]).differences).toEqual([0, 0])
  expect(pairedValues([], []).differences).toEqual([])
})
test('it names the place of a text and refuses lists of unequal length', () => {
  expect(() => pairedValues([1, 2], [1, 'x'])).toThrow('post, place 2')
  expect(() => pairedValues([1, 2], [1])).toThrow('1 values where pre has 2')
})
