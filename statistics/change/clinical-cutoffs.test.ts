import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../references/stored-cases.ts'
import { clinicalCutoffs } from './clinical-cutoffs.ts'
import { prePostPairs, sampleNorms } from './pre-post-pairs.ts'

test('it lies between the groups, by hand', () => {
  // clinical 40 (5), functional 20 (10): a 30, b 40, c (5 x 20 + 10 x 40) / 15
  expect(clinicalCutoffs({ mean: 40, sd: 5, n: 20 }, { mean: 20, sd: 10 }, 'lower')).toMatchObject({ a: 30, b: 40, c: 500 / 15, value: 500 / 15 })
})

test.each(storedCases('04_reliable_change', 'jacobson-truax-cutoffs'))('it agrees with the stored figures of $id', (one) => {
  const { whole } = prePostPairs(one.inputs['pre'] as number[], one.inputs['post'] as number[])
  const { meanPre, sdPre } = sampleNorms(whole)
  const result = clinicalCutoffs({ mean: meanPre, sd: sdPre!, n: whole.length }, { mean: one.options['meanFunctional'] as number, sd: one.options['sdFunctional'] as number }, 'lower')
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(agreesWithStored(result.a, storedFigure(one, 'cutoffA'))).toBe(true)
  expect(agreesWithStored(result.b, storedFigure(one, 'cutoffB'))).toBe(true)
  expect(agreesWithStored(result.c, storedFigure(one, 'cutoffC'))).toBe(true)
})

test('it mirrors when higher is better', () => {
  const number = fc.integer({ min: 1, max: 50 })
  fc.assert(fc.property(number, number, number, number, (clinical, sdOne, functional, sdTwo) => {
    const low = clinicalCutoffs({ mean: clinical, sd: sdOne, n: 9 }, { mean: functional, sd: sdTwo }, 'lower')
    const high = clinicalCutoffs({ mean: -clinical, sd: sdOne, n: 9 }, { mean: -functional, sd: sdTwo }, 'higher')
    expect(low.kind === 'found' && high.kind === 'found' && low.a === -high.a && low.b === -high.b && Math.abs(low.c + high.c) < 1e-9).toBe(true)
  }))
})

test('it has no answer where neither group has spread, and refuses a negative one', () => {
  expect(clinicalCutoffs({ mean: 40, sd: 0, n: 3 }, { mean: 20, sd: 0 }, 'lower')).toMatchObject({ kind: 'not-computable' })
  expect(() => clinicalCutoffs({ mean: 40, sd: -1, n: 3 }, { mean: 20, sd: 1 }, 'lower')).toThrow('clinical.sd: -1')
})
