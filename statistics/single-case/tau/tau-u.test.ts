import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { agreesWithStored, storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { Improvement } from '../phases.ts'
import { tauU } from './tau-u.ts'

const points = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 9 })

test('it takes the trend of A off, by hand', () => {
  // A 1, 2, 3 rises in all three pairs; B 3, 4: better 5, worse 0, tie 1; (5 - 3) / 6
  expect(tauU([1, 2, 3], [3, 4], { improvement: 'increase' })).toMatchObject({ value: 2 / 6 })
})

test.each(storedCases('01_ab_effect_sizes'))('it agrees with the stored figure of $id', (one) => {
  const result = tauU(one.inputs['A'] as number[], one.inputs['B'] as number[], { improvement: one.options['improvement'] as Improvement })
  expect(agreesWithStored(result.kind === 'found' ? result.value : null, storedFigure(one, 'TauU.est'))).toBe(true)
})

test('it changes only its sign when less is better', () => {
  fc.assert(fc.property(points, points, (A, B) => {
    const rise = tauU(A, B, { improvement: 'increase' }), fall = tauU(A, B, { improvement: 'decrease' })
    expect(rise.kind === 'found' && fall.kind === 'found' && Math.abs(rise.value + fall.value) < 1e-12).toBe(true)
  }))
})

test('it says when it leaves its scale', () => {
  // A falls all the way (S_A = -3) and B is above it all: (6 + 3) / 6
  expect(tauU([3, 2, 1], [5, 6], { improvement: 'increase' })).toMatchObject({ value: 1.5, cautions: ['few-points', 'out-of-bounds'] })
})

test('it needs a point in each phase', () => {
  expect(tauU([1], [], { improvement: 'increase' })).toMatchObject({ kind: 'too-few' })
})
