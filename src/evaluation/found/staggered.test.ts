import { expect, test } from 'vitest'
import { staggered } from './staggered.ts'
import type { Series } from './series.ts'

/** Measured each week, `before` times in the baseline. */
const person = (before: number, weeks = 12) => ({ series: { points: Array.from({ length: weeks }, (_, week) => ({ day: week * 7, isLater: week >= before })) } as Series })

test('it sees three beginnings at three times, with somebody still waiting at each but the last', () => {
  expect(staggered([person(3), person(5), person(8)])).toEqual({ begun: 3, different: 3, overlapping: 2, isStaggered: true })
})

test('it does not take everybody at once, nor two beginnings, for staggered', () => {
  expect(staggered([person(4), person(4), person(4)])).toMatchObject({ different: 1, overlapping: 0, isStaggered: false })
  expect(staggered([person(4), person(6), person(6)])).toMatchObject({ different: 2, isStaggered: false })
})

test('it asks of nobody who began last that another still waits', () => {
  expect(staggered([person(3), person(5), person(8), person(8)])).toMatchObject({ begun: 4, overlapping: 2, isStaggered: true })
  expect(staggered([person(3, 4), person(8, 9), person(12, 13), { series: { points: [{ day: 0, isLater: false }, { day: 100, isLater: true }] } as Series }])).toMatchObject({ different: 4, isStaggered: false })
})

test('it counts who is still in the baseline, and not one whose baseline ended before', () => {
  expect(staggered([person(3), person(5), person(8), person(20, 10)])).toEqual({ begun: 3, different: 3, overlapping: 3, isStaggered: true })
  expect(staggered([person(3), person(5), person(8), person(20, 4)])).toMatchObject({ overlapping: 2 })
})
