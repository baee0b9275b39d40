import { expect, test } from 'vitest'
import { chanceCorrected } from './chance-corrected.ts'

const parts = { method: 'agreement', observed: 0.5, byChance: 0, observedOf: [1, 0, 1, 0], chanceOf: [0, 0, 0, 0], weightOf: [1, 1, 1, 1], missing: 0 }

// Without chance the coefficient is a mean: its standard error is sqrt(4 * 0.25 / (4 * 3)).
test('it gives the standard error of a mean when chance plays no part', () => {
  expect(chanceCorrected(parts, 0.95)).toMatchObject({ value: 0.5, se: Math.sqrt(1 / 12) })
})
test('it cuts the interval at 1', () => {
  expect(chanceCorrected(parts, 0.95)).toMatchObject({ interval: { upper: 1 } })
})
test('it asks for two persons', () => {
  expect(chanceCorrected({ ...parts, observedOf: [1], chanceOf: [0], weightOf: [1] }, 0.95)).toMatchObject({ kind: 'too-few', needed: 2 })
})
test('it has no value where chance alone brings full agreement', () => {
  expect(chanceCorrected({ ...parts, byChance: 1 }, 0.95)).toMatchObject({ kind: 'not-computable' })
})
