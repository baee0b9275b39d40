import { expect, test } from 'vitest'
import { wholeNumbers } from './whole-numbers.ts'

test('it counts half points as steps', () => expect(wholeNumbers([1.5, -2, 0.5])).toEqual([3, -4, 1]))
test('it sees one decimal through the crumbs of the machine', () => expect(wholeNumbers([0.1 + 0.2, 0.9])).toEqual([1, 3]))
test('it takes large round numbers in large steps', () => expect(wholeNumbers([3000, 6000])).toEqual([1, 2]))
test('it gives up on steps too fine', () => {
  expect(wholeNumbers([Math.PI, 1])).toBeNull()
  expect(wholeNumbers([1234567.5, 1])).toBeNull()
})
test('it bears zeros', () => expect(wholeNumbers([0, 0])).toEqual([0, 0]))
