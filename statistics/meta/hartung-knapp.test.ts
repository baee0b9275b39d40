import { expect, test } from 'vitest'
import { hartungKnapp } from './hartung-knapp.ts'

// Equal variances: the mean with the standard error of a mean, sqrt(1/3), and t with 2 degrees of freedom.
test('it is a plain t interval when all effects are equally precise', () => {
  expect(hartungKnapp({ y: [1, 2, 3], v: [0.1, 0.1, 0.1], missing: 0 }, 'REML')).toMatchObject({ value: expect.closeTo(2, 12), se: expect.closeTo(Math.sqrt(1 / 3), 12), df: 2 })
})
test('it has a standard error of 0, with a caution, where all effects are the same', () => {
  expect(hartungKnapp({ y: [2, 2, 2], v: [0.1, 0.2, 0.3], missing: 0 }, 'REML')).toMatchObject({ se: 0, t: null, interval: { lower: expect.closeTo(2, 12), upper: expect.closeTo(2, 12) }, cautions: ['no-spread'] })
})
test('it asks for two effects', () => expect(hartungKnapp({ y: [2], v: [1], missing: 1 }, 'DL')).toMatchObject({ kind: 'too-few', missing: 1 }))
