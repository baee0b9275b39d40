import { expect, test } from 'vitest'
import { day, instant } from '../platform/day.ts'
import { checkDay, mayChange, saidOrMissing } from './measure.ts'
import { scaleNamed, scoreOf } from './scales.ts'

test('it takes a value or a reason why there is none, never both and never neither', () => {
  expect(saidOrMissing(0, undefined, 'value')).toEqual({ value: 0, missing: null })
  expect(saidOrMissing(undefined, 'not-asked', 'value')).toEqual({ value: null, missing: 'not-asked' })
  expect(() => saidOrMissing(undefined, undefined, 'value')).toThrow('measure-nothing-said')
  expect(() => saidOrMissing(3, 'not-asked', 'value')).toThrow('measure-both-said')
})

test('it takes no day that is still to come', () => {
  expect(() => checkDay(day('2026-11-24'), day('2026-11-23'))).toThrow('measure-day-ahead')
  expect(checkDay(day('2026-11-23'), day('2026-11-23'))).toBeUndefined()
})

test('it lets the writer change what was written on the same day, where they are, and nobody else', () => {
  const said = { recordedBy: { kind: 'participant' as const, id: 7, name: null }, recordedAt: instant('2026-11-23T23:30:00Z') }
  const here = { today: day('2026-11-23'), timeZone: 'UTC' }
  expect(mayChange(said, { kind: 'participant', id: 7 }, here)).toBe(true)
  expect(mayChange(said, { kind: 'colleague', id: 7 }, here)).toBe(false)
  expect(mayChange(said, { kind: 'participant', id: 8 }, here)).toBe(false)
  // In Copenhagen half past eleven at night in UTC is the next day already.
  expect(mayChange(said, { kind: 'participant', id: 7 }, { ...here, timeZone: 'Europe/Copenhagen' })).toBe(false)
  expect(mayChange(said, { kind: 'participant', id: 7 }, { today: day('2026-11-24'), timeZone: 'Europe/Copenhagen' })).toBe(true)
})

test('it scores WHO-5 as its authors do: the sum times four, from 0 to 100', () => {
  const who5 = scaleNamed('who5')!
  expect(scoreOf([0, 0, 0, 0, 0], who5)).toEqual({ score: 0, lowest: 0, highest: 100 })
  expect(scoreOf([5, 5, 5, 5, 5], who5).score).toBe(100)
  expect(scoreOf([1, 2, 1, 0, 1], who5).score).toBe(20)
})

test('it gives no score where an answer is missing, and makes none up', () => {
  expect(scoreOf([2, null, 2, 2, 1], scaleNamed('WHO-5')!)).toEqual({ score: null, lowest: 0, highest: 100 })
  expect(scoreOf([], { least: 0, most: 5 }).score).toBeNull()
})
