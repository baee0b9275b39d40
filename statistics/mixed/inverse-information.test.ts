import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { inverseInformation } from './inverse-information.ts'

// [[2, 1], [1, 2]] has the inverse [[2, -1], [-1, 2]] / 3.
test('it matches the hand case', () => {
  inverseInformation(new Matrix([[2, 1], [1, 2]]))!.to1DArray().forEach((value, k) => expect(3 * value).toBeCloseTo([2, -1, -1, 2][k]!, 12))
})
test('it does not mind units that are far apart', () => {
  expect(inverseInformation(new Matrix([[2e-40, 1e-20], [1e-20, 2]]))!.get(0, 0) / 1e40).toBeCloseTo(2 / 3, 9)
})
test('it says when a parameter carries no information or follows from the others', () => {
  expect(inverseInformation(new Matrix([[0, 0], [0, 1]]))).toBeNull()
  expect(inverseInformation(new Matrix([[1, 1], [1, 1]]))).toBeNull()
})
