import { expect, test } from 'vitest'
import { overCells, weightedShares } from './weighted-shares.ts'

test('it takes chance from the margins: 1/2 * 3/4 + 1/2 * 1/4', () => {
  expect(weightedShares([[2, 0], [1, 1]], 'identity')).toMatchObject({ observed: 0.75, byChance: 0.5, rowShare: [0.5, 0.5], columnShare: [0.75, 0.25] })
})
test('it counts a near miss by its weight', () => {
  expect(weightedShares([[0, 1, 0], [0, 0, 0], [0, 0, 1]], 'linear').observed).toBe(0.75)
})
test('it goes over every cell once', () => expect(overCells(3, (i, j) => 10 * i + j)).toBe(99))
