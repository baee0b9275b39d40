import { expect, test } from 'vitest'
import { normalReach } from '../distributions/normal.ts'
import { predictionInterval } from './prediction-interval.ts'

const two = { y: [0, 2], v: [0.5, 0.5], missing: 0 }

// tau2 1.5, se of the mean 1: 1 plus or minus 1.96 * sqrt(2.5).
test('it matches the hand case', () => {
  expect(predictionInterval(two, 'REML', 'normal')).toMatchObject({ interval: { upper: expect.closeTo(1 + normalReach(0.95) * Math.sqrt(2.5), 9) } })
})
test('it is wider by t', () => {
  const [normal, careful] = (['normal', 'hartung-knapp'] as const).map((width) => predictionInterval(two, 'REML', width))
  expect(normal?.kind === 'found' && careful?.kind === 'found' && careful.interval!.upper > normal.interval!.upper).toBe(true)
})
test('it hands on why there is none', () => {
  expect(predictionInterval({ y: [1], v: [1], missing: 0 }, 'REML', 'hartung-knapp')).toMatchObject({ kind: 'too-few' })
  expect(predictionInterval({ y: [], v: [], missing: 0 }, 'REML', 'normal')).toMatchObject({ kind: 'too-few' })
})
