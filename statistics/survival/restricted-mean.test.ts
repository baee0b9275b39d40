import { expect, test } from 'vitest'
import { followed } from './followed.ts'
import { kaplanMeier } from './kaplan-meier.ts'
import { restrictedMean } from './restricted-mean.ts'

const curveOf = (times: number[], events: number[]) => {
  const curve = kaplanMeier(followed(times, events))
  if (curve.kind !== 'found') throw new Error('there are people')
  return curve
}

// All had the event: the mean time, (1 + 2 + 6) / 3, with the standard error sqrt(14) / 3.
test('it is the mean time when nobody left', () => {
  expect(restrictedMean(curveOf([1, 2, 6], [1, 1, 1]))).toMatchObject({ value: 3, se: expect.closeTo(Math.sqrt(14) / 3, 12), limit: 6 })
})
test('it stops at the limit: 1 + 2/3 * 1', () => {
  expect(restrictedMean(curveOf([1, 3, 6], [1, 1, 1]), 2)).toMatchObject({ value: expect.closeTo(5 / 3, 12), limit: 2 })
})
test('it is the limit where nobody had the event', () => expect(restrictedMean(curveOf([4, 5], [0, 0]), 4)).toMatchObject({ value: 4, se: 0 }))
test('it does not go beyond the longest time', () => expect(restrictedMean(curveOf([4], [0]), 9)).toMatchObject({ kind: 'not-computable' }))
