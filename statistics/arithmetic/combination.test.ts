import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { combination } from './combination.ts'

test('it adds matrices, each times its factor, and leaves them as they are', () => {
  const [one, other] = [new Matrix([[1, 2]]), new Matrix([[3, 5]])]
  expect(combination([[2, one], [-1, other]]).to2DArray()).toEqual([[-1, -1]])
  expect(one.to2DArray()).toEqual([[1, 2]])
})
