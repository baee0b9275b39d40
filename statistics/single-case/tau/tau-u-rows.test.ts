import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { concordance } from './kendall-tau-b.ts'
import { phases } from '../phases.ts'
import { rowNames, tauURows } from './tau-u-rows.ts'

const points = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })

test('it counts the pairs of each row by hand', () => {
  // A 1, 2; B 2, 1, 3. A vs B: above 2>1, 3>1, 3>2; below 1<2; tied 2=2, 1=1. In A one rise. In B rises 2-3, 1-3, one fall
  const rows = tauURows(phases([1, 2], [2, 1, 3]))
  expect(rows.AvB).toMatchObject({ pos: 3, neg: 1, ties: 2 })
  expect(rows.trendA).toMatchObject({ pos: 1, neg: 0, ties: 0 })
  expect(rows.trendB).toMatchObject({ pos: 2, neg: 1, ties: 0 })
  expect(rows.AvB_minus_trendA).toMatchObject({ pos: 3, neg: 2, ties: 2, order: [2, 1, 3, 3, 3] })
  expect(rows.AvB_plus_trendB).toMatchObject({ pos: 5, neg: 2, ties: 2 })
  expect(rows.AvB_plus_trendB_minus_trendA).toMatchObject({ pos: 5, neg: 3, ties: 2, order: [2, 1, 3, 4, 5] })
})

test('it gives every row an order whose Kendall score is that row', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const rows = tauURows(phases(A, B))
    for (const name of rowNames) expect(concordance(rows[name].values, rows[name].order).score).toBe(rows[name].pos - rows[name].neg)
  }))
})
