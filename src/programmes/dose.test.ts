import { expect, test } from 'vitest'
import { boundsOf, fewestWeeks, sessionRange, statedWeeks, timesAWeek } from './dose.ts'
import type { Dose } from './parts.ts'
import type { Programme } from './programme.ts'

function aDose(given: Partial<Dose> = {}): Dose {
  return { id: 'sessions', title: 'Sessions', counted_in: 'sessions', stages: [], bands: [], ...given }
}

function sessionsOf(...doses: Dose[]) {
  return sessionRange({ dose: doses } as Pick<Programme, 'dose'> as Programme)
}

test('it reads a number as least, typical and most at once, and keeps what is unknown apart from what is open', () => {
  expect(boundsOf(50)).toEqual({ min: 50, typical: 50, max: 50 })
  expect(boundsOf('open')).toEqual({})
  expect(boundsOf('not_established')).toBeUndefined()
})

test('it needs 25 weeks for 50 sessions twice a week', () => {
  expect(fewestWeeks(aDose({ count: 50, frequency: { times: 2, per: 'week' } }))).toBe(25)
})

test('it takes the fastest rhythm for the fewest weeks', () => {
  expect(fewestWeeks(aDose({ count: { min: 10, max: 32 }, frequency: { times: { min: 1, max: 2 }, per: 'two_weeks' } }))).toBe(10)
})

test('it does not invent weeks where the rhythm is not known', () => {
  expect(fewestWeeks(aDose({ count: 50, frequency: 'not_established' }))).toBeUndefined()
  expect(fewestWeeks(aDose({ count: 'open', frequency: { times: 1, per: 'week' } }))).toBeUndefined()
})

test('it counts a fortnight as half a week and a month as twelve to the year', () => {
  expect(timesAWeek({ times: 1, per: 'two_weeks' })?.max).toBe(0.5)
  expect(statedWeeks(aDose({ lasts_months: { min: 12 } }))).toEqual({ min: 52 })
  expect(statedWeeks(aDose({ lasts_weeks: 10, lasts_months: 12 }))?.max).toBe(10)
})

test('it adds the patterns of a programme and says no most where one of them is open', () => {
  expect(sessionsOf(aDose({ count: { min: 10, max: 32 } }), aDose({ count: 5 }))).toEqual({ min: 15, max: 37 })
  expect(sessionsOf(aDose({ count: 10 }), aDose({ count: 'open' }))).toEqual({})
  expect(sessionsOf(aDose())).toBeUndefined()
})
