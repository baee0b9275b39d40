import { expect, test } from 'vitest'
import { centred, shifted } from './centred.ts'

test('it takes outcomes from their common mean and gives it back', () => {
  const { cases, shift } = centred([{ y: [1, 3], x: [[1], [1]] }, { y: [8], x: [[1]] }])
  expect(cases.map(({ y }) => y)).toEqual([[-3, -1], [4]])
  expect(shifted([0.5, 2], shift)).toEqual([4.5, 2])
})
test('it leaves outcomes alone where the design has no level of its own', () => {
  expect(centred([{ y: [1, 3], x: [[0], [1]] }])).toMatchObject({ shift: 0, cases: [{ y: [1, 3] }] })
})
