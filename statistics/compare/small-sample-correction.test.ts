import { expect, test } from 'vitest'
import { smallSampleCorrection, smallSampleCorrectionApproximate } from './small-sample-correction.ts'

// df = 2: Gamma(1) / (Gamma(1/2) * 1) = 1 / sqrt(pi).
test('it matches the hand case', () => expect(smallSampleCorrection(2)).toBeCloseTo(1 / Math.sqrt(Math.PI), 12))
test('it nears 1, and its approximation nears it', () => {
  expect(smallSampleCorrection(1000)).toBeCloseTo(1, 2)
  expect(smallSampleCorrectionApproximate(20)).toBeCloseTo(smallSampleCorrection(20), 3)
})
test('it refuses one degree of freedom', () => expect(() => smallSampleCorrection(1)).toThrow('more than one'))
