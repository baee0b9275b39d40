import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { storedCases, storedFigure } from '../references/stored-cases.ts'
import { classes, clinicalSignificance } from './clinical-significance.ts'
import type { Standard } from './clinical-significance.ts'

const standard: Standard = { functional: { mean: 20, sd: 5 }, reliability: 0.9, betterIs: 'lower' }
const scores = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 })

test('it sorts five people by hand', () => {
  // before 40, 44, 38, 42, 10 (SD 14), c = 24: a difference of 12.3 is reliable
  // down to 18: recovered; to 28: improved; the same: unchanged; up by 15: deteriorated; from 10 up to 35: harmed
  const result = clinicalSignificance([40, 44, 38, 42, 10], [18, 28, 38, 57, 35], standard)
  expect(result).toMatchObject({ classes: ['recovered', 'improved', 'unchanged', 'deteriorated', 'harmed'], value: 1 })
})

test.each(storedCases('04_reliable_change', 'jacobson-truax-cutoffs'))('it agrees with the stored classes of $id', (one) => {
  const result = clinicalSignificance(one.inputs['pre'] as number[], one.inputs['post'] as number[], {
    functional: { mean: one.options['meanFunctional'] as number, sd: one.options['sdFunctional'] as number },
    reliability: one.options['reliability'] as number, betterIs: 'lower',
  })
  if (result.kind !== 'found') throw new Error(result.reason)
  result.classes.forEach((of, i) => expect(of).toBe(storedFigure(one, `classWithCutoffC.${i}`)))
})

test('it puts everybody into exactly one class, and mirrors with the scale', () => {
  fc.assert(fc.property(scores, scores, (pre, post) => {
    const one = clinicalSignificance(pre, post, standard)
    const turned = clinicalSignificance(pre.map((score) => -score), post.map((score) => -score), { ...standard, functional: { mean: -20, sd: 5 }, betterIs: 'higher' })
    expect(one.kind).toBe(turned.kind)
    if (one.kind !== 'found' || turned.kind !== 'found') return
    expect(classes.reduce((sum, name) => sum + one.counts[name], 0)).toBe(5)
    expect(one.counts).toEqual(turned.counts)
  }))
})

test('it needs two people with both scores, and spread among them', () => {
  expect(clinicalSignificance([40, null], [18, 20], standard)).toMatchObject({ kind: 'too-few', n: 1, missing: 1 })
  expect(clinicalSignificance([40, 40], [18, 20], standard)).toMatchObject({ kind: 'not-computable' })
})
