import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { groupStyleDifferences } from './group-style-differences.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 })

test('it measures the change by each yardstick, by hand', () => {
  // A 2, 4, 6 (variance 4); B 8, 10 (variance 2): change 5; pooled (8 + 2)/3
  const result = groupStyleDifferences([2, 4, 6], [8, 10])
  expect(result).toMatchObject({ glassDelta: 2.5, sdCohen: Math.sqrt(3) })
  expect((result as { value: number }).value).toBeCloseTo(5 / Math.sqrt(10 / 3), 12)
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  const result = groupStyleDifferences(one.inputs['A'] as number[], one.inputs['B'] as number[])
  if (result.kind !== 'found') throw new Error(result.reason)
  for (const [shown, key] of [["Hedges' g", 'hedgesG'], ["Hedges' g correction", 'hedgesGCorrected'], ["Hedges' g durlak correction", 'hedgesGDurlak'], ["Glass' delta", 'glassDelta'], ["Cohen's d", 'cohenD']] as const) {
    expect(agreesWithStored(result[key], storedFigure(one, `smd.${shown}`))).toBe(true)
  }
})

test('it changes only its sign when the phases change places', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = groupStyleDifferences(A, B), turned = groupStyleDifferences(B, A)
    expect(one.kind).toBe(turned.kind)
    if (one.kind === 'found' && turned.kind === 'found') expect(one.hedgesG).toBeCloseTo(-turned.hedgesG, 10)
  }))
})

test('it has no delta where A has no spread, and nothing where neither has', () => {
  expect(groupStyleDifferences([3, 3], [4, 5])).toMatchObject({ glassDelta: null, cautions: ['few-points', 'baseline-all-equal'] })
  expect(groupStyleDifferences([3, 3], [4, 4])).toMatchObject({ kind: 'not-computable' })
  expect(groupStyleDifferences([3], [4, 5])).toMatchObject({ kind: 'too-few', needed: 2 })
})
