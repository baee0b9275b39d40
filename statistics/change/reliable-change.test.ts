import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../references/stored-cases.ts'
import { reliableChange } from './reliable-change.ts'
import type { Yardsticks } from './reliable-change.ts'

const jt: Yardsticks = { rciMethod: 'JT', betterIs: 'lower', reliability: 0.75 }
const scores = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 })

test('it counts who changed beyond error, by hand', () => {
  // norm SD 10, r 0.75: a difference of 13.86 is reliable; -20 and +15 are, -13 is not
  const result = reliableChange([50, 50, 50], [30, 37, 65], { ...jt, norm: { mean: 40, sd: 10 } })
  expect(result).toMatchObject({ value: 1, improved: 1, unchanged: 1, deteriorated: 1, sem: 5 })
  expect((result as { minimalReliableChange: number }).minimalReliableChange).toBeCloseTo(13.859, 3)
})

test.each(storedCases('04_reliable_change', 'reliable-change-index'))('it agrees with the stored figures of $id', (one) => {
  const result = reliableChange(one.inputs['pre'] as number[], one.inputs['post'] as number[], one.options as Yardsticks)
  if (result.kind !== 'found') throw new Error(result.reason)
  result.rci.forEach((index, i) => expect(agreesWithStored(index, storedFigure(one, `rci.${i}`))).toBe(true))
  for (const key of ['improved', 'deteriorated', 'unchanged'] as const) expect(result[key]).toBe(storedFigure(one, key))
  expect(agreesWithStored(result.sem, storedFigure(one, 'sem'))).toBe(true)
})

test('it swaps better and worse when the scale is turned round', () => {
  fc.assert(fc.property(scores, scores, (pre, post) => {
    const one = reliableChange(pre, post, jt), turned = reliableChange(pre.map((score) => 60 - score), post.map((score) => 60 - score), { ...jt, betterIs: 'higher' })
    expect(one.kind).toBe(turned.kind)
    if (one.kind === 'found' && turned.kind === 'found') expect([one.improved, one.deteriorated]).toEqual([turned.improved, turned.deteriorated])
  }))
})

test('it keeps the place of a person without a second score', () => {
  expect(reliableChange([50, 40, 45], [30, null, 44], jt)).toMatchObject({ n: 2, missing: 1, rci: [expect.any(Number), null, expect.any(Number)], cautions: ['missing-values'] })
})

test('it takes one person with a norm, and two without', () => {
  expect(reliableChange([50], [30], jt)).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(reliableChange([50], [30], { ...jt, norm: { mean: 40, sd: 10 } })).toMatchObject({ kind: 'found', value: 1 })
  expect(reliableChange([50], [30], { ...jt, rciMethod: 'HA', norm: { mean: 40, sd: 10 } })).toMatchObject({ kind: 'too-few' })
})

test('it has no answer without spread, with a perfect reliability, or where differences are all error', () => {
  expect(reliableChange([5, 5], [3, 4], jt)).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('equal') as string })
  expect(reliableChange([5, 6], [3, 4], { ...jt, reliability: 1 })).toMatchObject({ kind: 'not-computable' })
  expect(reliableChange([10, 20, 30], [9, 20, 29], { ...jt, rciMethod: 'HA', reliability: 0.1 })).toMatchObject({ kind: 'not-computable', reason: 'the differences of this group have no reliability of their own' })
})

test('it refuses what is no yardstick', () => {
  expect(() => reliableChange([5, 6], [3, 4], { ...jt, reliability: 1.2 })).toThrow('reliability: 1.2')
  expect(() => reliableChange([5, 6], [3, 4], { ...jt, rciMethod: 'XX' as never })).toThrow('rciMethod:')
  expect(() => reliableChange([5, 6], [3, 4], { ...jt, betterIs: 'more' as never })).toThrow('betterIs:')
})
