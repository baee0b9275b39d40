import { expect, test } from 'vitest'
import { intraclassAgreement } from './intraclass-agreement.ts'
import { twoWayTable } from './two-way-table.ts'

// Between 9, raters 4, rest 1: (9 - 1) / (9 + 1 + 2 (4 - 1) / 2) = 8/13, and 8 / (9 + 3/2).
test('it matches the hand case', () => {
  const table = twoWayTable([[1, 2], [3, 6]])
  expect(intraclassAgreement(table, 'single')).toMatchObject({ value: 8 / 13, f: 9, df1: 1 })
  expect(intraclassAgreement(table, 'average')).toMatchObject({ value: expect.closeTo(8 / 10.5, 12) })
})
// Shrout & Fleiss 1979, table 4: 0.29 for one judge, 0.62 for the mean of four; bounds 0.02 and 0.76.
test('it matches the published example', () => {
  const table = twoWayTable([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]])
  const single = intraclassAgreement(table, 'single')
  expect(single).toMatchObject({ value: expect.closeTo(0.29, 2), interval: { lower: expect.closeTo(0.02, 2), upper: expect.closeTo(0.76, 2) } })
  expect(intraclassAgreement(table, 'average')).toMatchObject({ value: expect.closeTo(0.62, 2) })
})
test('it counts a stricter rater as disagreement', () => {
  const strict = intraclassAgreement(twoWayTable([[1, 4], [2, 5], [7, 10]]), 'single')
  expect(strict.kind === 'found' && strict.value < 1).toBe(true)
})
test('it takes the degrees of freedom at the coefficient asked for', () => {
  const table = twoWayTable([[1, 2], [3, 6], [4, 4]])
  const [atSingle, atAverage] = (['at-single', 'at-average'] as const).map((degrees) => intraclassAgreement(table, 'average', 0.95, degrees))
  expect(atSingle?.kind === 'found' && atAverage?.kind === 'found' && atSingle.df2 !== atAverage.df2).toBe(true)
})
