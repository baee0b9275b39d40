import { expect, test } from 'vitest'
import { piecewiseDesign } from './piecewise-design.ts'

const row = (time: number, treatment: number) => ({ time, treatment, phase: '1', outcome: time })

test('it counts time from the first session, and in treatment from its first', () => {
  expect(piecewiseDesign([{ label: 'a', rows: [row(3, 0), row(5, 0), row(8, 1), row(9, 1)] }])[0]!.x).toEqual([[1, 0, 0, 0], [1, 2, 0, 0], [1, 5, 1, 0], [1, 6, 1, 1]])
})
test('it bears a case without treatment', () => {
  expect(piecewiseDesign([{ label: 'a', rows: [row(1, 0), row(2, 0)] }])[0]!.x).toEqual([[1, 0, 0, 0], [1, 1, 0, 0]])
})
