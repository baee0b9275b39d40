import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brennanPrediger } from './brennan-prediger.ts'
import { congerKappa } from './conger-kappa.ts'
import { fleissKappa } from './fleiss-kappa.ts'
import { gwetAc } from './gwet-ac.ts'
import { krippendorffLinearised } from './krippendorff-linearised.ts'
import { percentAgreement } from './percent-agreement.ts'
import type { RatingStudy } from './rater-agreement.ts'

const family = { brennanPrediger, congerKappa, fleissKappa, gwetAc, krippendorffLinearised, percentAgreement }
const measures = Object.entries(family)
const categories = [1, 2, 3]
const someRatings = fc.array(fc.array(fc.option(fc.constantFrom(...categories), { freq: 6 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 9 })

test.each(measures)('%s is 1 with no spread when all raters agree on persons who differ', (_, measure) => {
  expect(measure({ ratings: [[1, 1], [2, 2], [3, 3]], categories })).toMatchObject({ kind: 'found', value: 1, se: 0, cautions: ['no-spread'] })
})
test.each(measures)('%s asks for persons with two ratings', (_, measure) => {
  expect(measure({ ratings: [[1, null], [null, 2]], categories })).toMatchObject({ kind: 'too-few', missing: 2 })
})
test.each(measures)('%s refuses a rating outside the categories and names the place', (_, measure) => {
  expect(() => measure({ ratings: [[1, 2], [2, 9]], categories })).toThrow('ratings, row 2, place 2: 9')
})
test.each(measures)('%s does not depend on the order of persons or raters, and never shows a number that is none', (_, measure) => {
  fc.assert(fc.property(someRatings, fc.constantFrom('identity', 'linear', 'quadratic', 'ordinal'), (ratings, weights) => {
    const study: RatingStudy = { ratings, categories, weights }
    const here = measure(study)
    const turned = measure({ ...study, ratings: ratings.toReversed().map((row) => row.toReversed()) })
    expect(turned.kind).toBe(here.kind)
    if (here.kind !== 'found' || turned.kind !== 'found') return
    expect(turned.value).toBeCloseTo(here.value, 9)
    expect(turned.se).toBeCloseTo(here.se, 9)
    expect([here.value, here.se, here.p, here.interval?.lower, here.interval?.upper].every(Number.isFinite)).toBe(true)
    expect(here.value).toBeLessThanOrEqual(1 + 1e-12)
  }))
})
test('it has no kappa where everybody is in one category, but Gwet and Brennan-Prediger have', () => {
  const study: RatingStudy = { ratings: [[1, 1], [1, 1], [1, 1]], categories }
  expect(fleissKappa(study).kind).toBe('not-computable')
  expect(congerKappa(study).kind).toBe('not-computable')
  expect(gwetAc(study)).toMatchObject({ value: 1 })
  expect(brennanPrediger(study)).toMatchObject({ value: 1 })
})
test.each(measures.filter(([name]) => name !== 'percentAgreement'))('%s has no value with one category only', (_, measure) => {
  expect(measure({ ratings: [[1, 1], [1, 1]], categories: [1] })).toMatchObject({ kind: 'not-computable' })
})
