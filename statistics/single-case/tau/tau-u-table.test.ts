import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import { rowNames } from './tau-u-rows.ts'
import { tauUTable } from './tau-u-table.ts'
import type { Variant } from './tau-u-table.ts'

const points = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 2, maxLength: 7 })
const variants: [Variant, string][] = [['complete, tau-b', 'tauU_complete_tauB'], ['complete, tau-a', 'tauU_complete_tauA'], ['Parker', 'tauU_parker'], ['Tarlow', 'tauU_tarlow']]
const up = { improvement: 'increase' } as const

function rowsOf(A: number[], B: number[], variant: Variant) {
  const table = tauUTable(A, B, { ...up, variant })
  if (table.kind !== 'found') throw new Error(table.reason)
  return table.rows
}

test('it divides by what its variant says, by hand', () => {
  // A 1, 2; B 2, 1, 3: see tau-u-rows.test.ts
  expect(rowsOf([1, 2], [2, 1, 3], 'complete, tau-a').AvB).toMatchObject({ S: 2, D: 6, tau: 2 / 6 })
  expect(rowsOf([1, 2], [2, 1, 3], 'complete, tau-b').AvB).toMatchObject({ S: 2, D: 5 })
  expect(rowsOf([1, 2], [2, 1, 3], 'Parker').AvB_minus_trendA).toMatchObject({ S: 1, pairs: 6, D: 6 })
  expect(rowsOf([1, 2], [2, 1, 3], 'Tarlow').AvB_minus_trendA).toMatchObject({ S: 1, D: 7, z: 0, p: 1, seTau: null })
})

test.each(storedCases('01b_tau_u_scan'))('it agrees with the stored figures of $id', (one) => {
  for (const [variant, table] of variants) {
    const rows = rowsOf(one.inputs['A'] as number[], one.inputs['B'] as number[], variant)
    for (const name of rowNames) {
      for (const key of ['pairs', 'S', 'D', 'tau', 'z', 'p', 'seTau', 'varS', 'sdS'] as const) {
        expect(agreesWithStored(rows[name][key], storedFigure(one, `${table}.${name}.${key}`))).toBe(true)
      }
    }
  }
})

test('it changes only signs when every value does', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const one = tauUTable(A, B, { ...up, variant: 'Tarlow' }), other = tauUTable(A, B, { improvement: 'decrease', variant: 'Tarlow' })
    if (one.kind !== 'found' || other.kind !== 'found') throw new Error('both have an answer')
    for (const name of rowNames) {
      expect(one.rows[name].S + other.rows[name].S).toBe(0)
      expect(one.rows[name].p).toBe(other.rows[name].p)
    }
  }))
})

test('it shows no interval where tau is -1 or 1, or with three points', () => {
  expect(rowsOf([1, 2, 3], [7, 8, 9], 'Tarlow').AvB).toMatchObject({ tau: 1, interval: null })
  expect(rowsOf([3, 1, 2], [7, 8, 9], 'Tarlow').trendA.interval).toBeNull()
  expect(tauUTable([1, 2, 3], [7, 8, 9], { ...up, variant: 'Tarlow' })).toMatchObject({ cautions: ['few-points', 'exactly-one'] })
})

test('it has no tau for a phase without any order', () => {
  expect(rowsOf([3, 3, 3], [4, 5], 'complete, tau-b').trendA).toMatchObject({ S: 0, D: 0, tau: null, z: null, p: null })
  expect(tauUTable([], [1], { ...up, variant: 'Parker' })).toMatchObject({ kind: 'too-few' })
})
