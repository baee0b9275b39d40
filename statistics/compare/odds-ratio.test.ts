import fc from 'fast-check'
import { expect, test } from 'vitest'
import { oddsRatio } from './odds-ratio.ts'

// P(first cell >= a) and P(first cell <= a) for a table with these margins when the odds differ by this factor, by plain counting.
function tails(table: number[][], odds: number): { atLeast: number, atMost: number, mean: number } {
  const [a, b, c, d] = table.flat() as [number, number, number, number]
  const choose = (n: number, k: number) => Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((x, y) => x * y, 1)
  const [from, to] = [Math.max(0, a - d), Math.min(a + b, a + c)]
  const cells = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const weight = cells.map((x) => choose(a + b, x) * choose(c + d, a + c - x) * odds ** x)
  const total = weight.reduce((x, y) => x + y)
  const share = (counts: (x: number) => number) => cells.reduce((all, x, i) => all + counts(x) * weight[i]!, 0) / total
  return { atLeast: share((x) => Number(x >= a)), atMost: share((x) => Number(x <= a)), mean: share((x) => x) }
}

// The three stored tables, with the bound and the ratio that a widely used program prints for them.
const stored = [
  { table: [[3, 1], [1, 3]], upper: 621.933750545417, ratio: 6.40830886700579 },
  { table: [[5, 2], [1, 6]], upper: 817.982010733533, ratio: 11.7174457799269 },
  { table: [[8, 1], [2, 5]], upper: 1049.79144613175, ratio: 15.4696874628869 },
]

test.each(stored)('it fulfils the definition where the stored figures do not: $table', ({ table, upper, ratio }) => {
  const odds = oddsRatio(table)
  if (odds.kind !== 'found') throw new Error('this table has an odds ratio')
  expect(tails(table, Number(odds.bounds.upper)).atMost).toBeCloseTo(0.025, 12)
  expect(tails(table, Number(odds.bounds.lower)).atLeast).toBeCloseTo(0.025, 12)
  expect(tails(table, odds.value).mean).toBeCloseTo(table[0]![0]!, 11)
  expect(Math.abs(tails(table, upper).atMost - 0.025)).toBeGreaterThan(1e-4)
  expect(Math.abs(tails(table, ratio).mean - table[0]![0]!)).toBeGreaterThan(1e-7)
})
// Margins of two and two: the ratio r makes (4r + 2 r^2) / (1 + 4r + r^2) = 1, so r = 1.
test('it is 1 in a table without a difference', () => {
  expect(oddsRatio([[1, 1], [1, 1]])).toMatchObject({ value: expect.closeTo(1, 12), sample: 1 })
})
test('it turns over when the groups change places', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 4, maxLength: 4 }), ([a, b, c, d]) => {
    const here = oddsRatio([[a, b], [c, d]])
    const swapped = oddsRatio([[c, d], [a, b]])
    if (here.kind !== 'found' || swapped.kind !== 'found') throw new Error('full cells have an odds ratio')
    expect(Math.log(swapped.value)).toBeCloseTo(-Math.log(here.value), 8)
  }))
})
test('it gives the finite bound only where a cell is empty', () => {
  const odds = oddsRatio([[7, 0], [0, 6]])
  expect(odds).toMatchObject({ kind: 'not-computable', bounds: { upper: 'unbounded' } })
  expect(odds.bounds.lower).toBeGreaterThan(1)
  expect(oddsRatio([[0, 7], [6, 0]])).toMatchObject({ value: 0, interval: { lower: 0 } })
})
test('it has no value where the margins leave one table only', () => {
  expect(oddsRatio([[3, 0], [4, 0]])).toMatchObject({ kind: 'not-computable', bounds: { lower: 0, upper: 'unbounded' } })
})
