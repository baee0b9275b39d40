import { expect, test } from 'vitest'
import { summary } from './distribution-summary.ts'

test('it sees mean, spread and place from afar, by hand', () => {
  // 1, 2, 6: mean 3, spread sqrt(7); observed 6 lies 3/sqrt(7) above
  const seen = summary(Float64Array.of(1, 2, 6), 6, 'greater')
  expect(seen).toMatchObject({ distMean: 3, distMin: 1, distMax: 6 })
  expect(seen.distSd).toBeCloseTo(Math.sqrt(7), 12)
  expect(seen.z).toBeCloseTo(3 / Math.sqrt(7), 12)
  expect(seen.pNormalApprox! + summary(Float64Array.of(1, 2, 6), 6, 'less').pNormalApprox!).toBeCloseTo(1, 12)
})

test('it has no place in a distribution without spread', () => {
  expect(summary(Float64Array.of(0.1, 0.1, 0.1), 0.1, 'greater')).toMatchObject({ distSd: 0, z: null, pNormalApprox: null })
  expect(summary(Float64Array.of(4), 4, 'greater')).toMatchObject({ distMean: 4, distSd: 0, z: null })
})

test('it has no mean where a statistic is infinite', () => {
  expect(summary(Float64Array.of(1, Infinity), 1, 'greater')).toMatchObject({ distMean: null, distSd: null, distMax: Infinity })
})
