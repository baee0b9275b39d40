import { expect, test } from 'vitest'
import { followed } from './followed.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { survivalQuantile } from './survival-quantile.ts'

const curveOf = (times: number[], events: number[]) => {
  const curve = kaplanMeier(followed(times, events))
  if (curve.kind !== 'found') throw new Error('there are people')
  return curve
}

test('it takes the first time below the height', () => expect(survivalQuantile(curveOf([1, 2, 3], [1, 1, 1]), 0.5)).toMatchObject({ value: 2 }))
test('it takes the middle of a stretch exactly along the height', () => {
  expect(survivalQuantile(curveOf([1, 2, 3, 5], [1, 1, 1, 1]), 0.5)).toMatchObject({ value: 2.5 })
})
test('it has no median while fewer than half have had the event', () => {
  expect(survivalQuantile(curveOf([1, 2, 3], [1, 0, 0]), 0.5)).toMatchObject({ kind: 'not-computable' })
})
test('it has no upper bound where the bound of the curve is never reached', () => {
  expect(survivalQuantile(curveOf([1, 2, 3, 4], [1, 1, 1, 0]), 0.5)).toMatchObject({ upper: null, interval: null })
})
