import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import { piecewiseAutoregression } from './piecewise-autoregression.ts'
import type { Series } from './piecewise-columns.ts'

const time = [1, 2, 3, 4, 5, 6, 7, 8, 9], phaseB = [0, 0, 0, 0, 1, 1, 1, 1, 1]

test('it finds the likelihood of no carrying-on to be that of plain least squares', () => {
  // a fitted phi can only do better than phi = 0
  const one = storedCases('02b_piecewise_regression')[0]!
  const result = piecewiseAutoregression(one.inputs as Series) as { logLik: number }
  const plain = (10 - (storedFigure(one, 'AIC') as number)) / 2
  expect(result.logLik).toBeGreaterThan(plain)
})

test.each(storedCases('02b_piecewise_regression'))('it agrees with the stored figures of $id to 1e-6', (one) => {
  const result = piecewiseAutoregression(one.inputs as Series)
  if (result.kind !== 'found') throw new Error(result.reason)
  for (const key of ['phi', 'intercept', 'trend', 'level', 'slope', 'seLevel', 'seSlope', 'logLik'] as const) {
    const stored = storedFigure(one, `glsAR1_ML.${key}`) as number
    expect(Math.abs(result[key] - stored)).toBeLessThan(2e-6 * Math.max(1, Math.abs(stored)))
  }
})

test('it does not mind a constant added, and turns its sign with the values', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 }), (outcome) => {
    const one = piecewiseAutoregression({ time, phaseB, outcome }), turned = piecewiseAutoregression({ time, phaseB, outcome: outcome.map((value) => 100 - value) })
    expect(one.kind).toBe(turned.kind)
    if (one.kind === 'found' && turned.kind === 'found') expect(one.logLik).toBeCloseTo(turned.logLik, 5)
  }), { numRuns: 25 })
})

test('it has no answer without residuals or with too few points', () => {
  expect(piecewiseAutoregression({ time, phaseB, outcome: [1, 2, 3, 4, 8, 10, 12, 14, 16] })).toMatchObject({ kind: 'not-computable', reason: 'the lines leave no residual to learn from' })
  expect(piecewiseAutoregression({ time: [1, 2, 3, 4, 5], phaseB: [0, 0, 1, 1, 1], outcome: [1, 3, 2, 5, 4] })).toMatchObject({ kind: 'too-few', needed: 6 })
})
