import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohenKappa } from './cohen-kappa.ts'

const of = (table: number[][]) => ({ table, n: table.flat().reduce((a, b) => a + b, 0), missing: 0 })

// Observed 35/50, chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5, kappa 0.4; the textbook example of Cohen's kappa.
test('it matches the hand case', () => {
  expect(cohenKappa(of([[20, 5], [10, 15]]))).toMatchObject({ value: expect.closeTo(0.4, 12), n: 50 })
})
test('it is the same when the two raters change places', () => {
  fc.assert(fc.property(fc.array(fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 }), fc.constantFrom('identity', 'linear', 'quadratic'), (table, weights) => {
    const here = cohenKappa(of(table), weights)
    const swapped = cohenKappa(of(table[0]!.map((_, j) => table.map((row) => row[j]!))), weights)
    expect(swapped.kind).toBe(here.kind)
    if (here.kind !== 'found' || swapped.kind !== 'found') return
    expect(swapped.value).toBeCloseTo(here.value, 10)
    expect(swapped.se).toBeCloseTo(here.se, 10)
    expect(Number.isFinite(here.se)).toBe(true)
  }))
})
test('it is -1 with no spread when two raters say the opposite throughout', () => {
  expect(cohenKappa(of([[0, 3], [3, 0]]))).toMatchObject({ value: -1, se: 0, cautions: ['no-spread'] })
})
test('it ends its interval at 1', () => {
  expect(cohenKappa(of([[5, 0], [1, 1]]))).toMatchObject({ interval: { upper: 1 } })
})
test('it has no value when both used one category only', () => {
  expect(cohenKappa(of([[4, 0], [0, 0]]))).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two persons', () => expect(cohenKappa(of([[1, 0], [0, 0]]))).toMatchObject({ kind: 'too-few', needed: 2 }))
