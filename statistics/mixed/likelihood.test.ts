import { Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { addUp, crossProducts, lowRankTotals } from './case-totals.ts'
import { evaluationOf, heightOf } from './likelihood.ts'

const cases = [{ y: [1, 2, 4], x: [[1, 0], [1, 1], [1, 2]] }, { y: [3, 7, 6], x: [[1, 0], [1, 1], [1, 2]] }]
const totals = (between: number, within: number) => addUp(cases.map((one) => lowRankTotals(crossProducts(one, one.y.map(() => [1])), new Matrix([[between]]), [new Matrix([[1]])], within)!))

// One outcome 2, variance 1, level only: ML log likelihood is that of the normal curve at its mean.
test('it matches the hand case', () => {
  const one = lowRankTotals(crossProducts({ y: [2], x: [[1]] }, [[1]]), new Matrix([[0]]), [], 1)!
  expect(heightOf(one, 'ML')).toMatchObject({ logLik: expect.closeTo(-0.5 * Math.log(2 * Math.PI), 12), coefficients: [expect.closeTo(2, 12)] })
})
test.each(['ML', 'REML'] as const)('it has the slope and the bend of its own height, by %s', (criterion) => {
  const at = evaluationOf(totals(2, 1.5), criterion)!
  const height = (between: number, within: number) => heightOf(totals(between, within), criterion)!.logLik
  const step = 1e-4
  expect(at.gradient[0]).toBeCloseTo((height(2 + step, 1.5) - height(2 - step, 1.5)) / (2 * step), 6)
  expect(at.gradient[1]).toBeCloseTo((height(2, 1.5 + step) - height(2, 1.5 - step)) / (2 * step), 6)
  if (criterion === 'ML') return
  expect(at.observed.get(0, 0)).toBeCloseTo(-(height(2 + step, 1.5) - 2 * height(2, 1.5) + height(2 - step, 1.5)) / step ** 2, 4)
  const cross = (height(2 + step, 1.5 + step) - height(2 + step, 1.5 - step) - height(2 - step, 1.5 + step) + height(2 - step, 1.5 - step)) / (4 * step ** 2)
  expect(at.observed.get(0, 1)).toBeCloseTo(-cross, 4)
})
test('it refuses a design with a column too many', () => {
  const twice = lowRankTotals(crossProducts({ y: [1, 2], x: [[1, 1], [1, 1]] }, [[1], [1]]), new Matrix([[1]]), [], 1)!
  expect(heightOf(twice, 'REML')).toBeNull()
  expect(evaluationOf(twice, 'REML')).toBeNull()
})
