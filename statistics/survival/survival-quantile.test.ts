import { expect, test } from 'vitest'
import { followed } from './followed.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { quantileBounds, survivalQuantile } from './survival-quantile.ts'

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
// survfit of survival 3.5-3 under R 4.2.2 gives 13.5, and from 11 on the lower bound.
test('it takes the middle up to the last time seen where the curve stays at the height', () => {
  expect(survivalQuantile(curveOf([4, 11, 16], [0, 1, 0]), 0.5)).toMatchObject({ value: 13.5, lower: 11, upper: null })
})
// survfit with a confidence of 0.9: no median, its lower bound 7 (2/3 exp(-1.645 sqrt(1/6)) = 0.34).
test('it has a lower bound also where the curve does not come down to the height', () => {
  const curve = kaplanMeier(followed([7, 20, 11, 2], [1, 0, 0, 0]), 0.9)
  if (curve.kind !== 'found') throw new Error('there are people')
  expect(quantileBounds(curve, 0.5, 'log')).toEqual({ lower: 7, upper: null })
  expect(survivalQuantile(curve, 0.5)).toMatchObject({ kind: 'not-computable' })
})
