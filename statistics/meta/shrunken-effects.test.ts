import { expect, test } from 'vitest'
import { shrunkenEffects } from './shrunken-effects.ts'

// tau2 1.5, variance 1/2: three quarters of the way from the mean.
test('it matches the hand case', () => {
  const result = shrunkenEffects({ y: [0, 2], v: [0.5, 0.5], missing: 0 }, 'REML')
  expect(result.kind === 'found' && result.effects.map((one) => Number(one.toFixed(9)))).toEqual([0.25, 1.75])
})
test('it is the average for all where effects do not differ', () => {
  expect(shrunkenEffects({ y: [1, 1, 1], v: [1, 2, 3], missing: 0 }, 'DL')).toMatchObject({ effects: [1, 1, 1] })
})
test('it asks for an effect', () => expect(shrunkenEffects({ y: [], v: [], missing: 0 }, 'DL')).toMatchObject({ kind: 'too-few' }))
