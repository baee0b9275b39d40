import { expect, test } from 'vitest'
import { distanceSum, withinSpread } from './within-spread.ts'

const rows = (outcomes: number[]) => outcomes.map((outcome, i) => ({ time: i + 1, treatment: i < 2 ? 0 : 1, phase: '1', outcome }))

// Deviations -1, 1, 2, -2: products -1 + 2 - 4 over squares 10, plus (1/2 + 1/2) / 2.
test('it matches the hand case, neighbours across the change of phase included', () => {
  expect(withinSpread([{ label: 'a', rows: rows([1, 3, 9, 5]) }], 'multiple-baseline')!.autocorrelation).toBeCloseTo(-0.3 + 0.5, 12)
})
// In a reversal design only within a phase: (-1 - 4) / 10.
test('it matches the hand case, neighbours of one phase only', () => {
  expect(withinSpread([{ label: 'a', rows: rows([1, 3, 9, 5]) }], 'reversal')!.autocorrelation).toBeCloseTo(-0.5 + 0.5, 12)
})
test('it has no answer where nothing varies', () => {
  expect(withinSpread([{ label: 'a', rows: rows([1, 1, 4, 4]) }], 'reversal')).toBeNull()
})
test('it adds up by distance: 2 + 2 * 0.5^3', () => expect(distanceSum([1, 4], 0.5)).toBeCloseTo(2.25, 12))
