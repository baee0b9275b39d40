import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { byUnit, byWeek, continuityOf, mondayOf, tailoredIn, type Meeting } from './dose.ts'

const meeting = (on: string, state: string, more: Partial<Meeting> = {}): Meeting => ({ id: 1, on: day(on), state, isAhead: true, minutes: 60, author_id: 1, second_id: null, whose: null, ...more })

test('it begins a week on Monday, before 1900 too', () => {
  expect([mondayOf(day('2026-11-23')), mondayOf(day('2026-11-29')), mondayOf(day('1899-12-31'))]).toEqual(['2026-11-23', '2026-11-23', '1899-12-25'])
})

test('it shows a week in which nobody met, and keeps the service\'s causes from the person\'s', () => {
  const weeks = byWeek([meeting('2026-11-10', 'held', { minutes: 75 }), meeting('2026-11-12', 'missed', { whose: 'service' }), meeting('2026-11-24', 'missed', { whose: 'person' }), meeting('2026-11-25', 'called-off'), meeting('2026-11-26', 'planned'), meeting('2026-11-24', 'planned', { isAhead: false })])
  expect(weeks).toEqual([
    { from: '2026-11-09', held: 1, minutes: 75, ahead: 0, unwritten: 0, service: 1, person: 0, neither: 0 },
    { from: '2026-11-16', held: 0, minutes: 0, ahead: 0, unwritten: 0, service: 0, person: 0, neither: 0 },
    { from: '2026-11-23', held: 0, minutes: 0, ahead: 1, unwritten: 1, service: 0, person: 1, neither: 1 }])
})

test('it counts with how many colleagues the person met, in held sessions alone', () => {
  expect(continuityOf([meeting('2026-11-10', 'held'), meeting('2026-11-11', 'held'), meeting('2026-11-12', 'held', { author_id: 2 }), meeting('2026-11-13', 'missed', { author_id: 3 })])).toEqual({ held: 3, colleagues: 2, main: 2 })
  expect(continuityOf([])).toEqual({ held: 0, colleagues: 0, main: 0 })
  expect(continuityOf([meeting('2026-11-10', 'held', { second_id: 3 }), meeting('2026-11-11', 'held', { author_id: 2, second_id: 3 })])).toEqual({ held: 2, colleagues: 3, main: 2 })
})

test('it tells what was worked on as planned from what was worked on instead, unit by unit', () => {
  const unit = (id: string, planned: boolean, delivered: boolean, session_id = 1) => ({ session_id, unit_id: id, name: id.toUpperCase(), planned, delivered })
  expect(byUnit([unit('b', true, true), unit('a', false, true), unit('b', true, false), unit('b', false, true)])).toEqual([
    { name: 'A', planned: 0, asPlanned: 0, instead: 1, notReached: 0 }, { name: 'B', planned: 2, asPlanned: 1, instead: 1, notReached: 1 }])
  expect(tailoredIn([unit('a', true, true), unit('b', false, true), unit('a', true, true, 2), unit('a', false, true, 3), unit('c', true, false, 4)])).toBe(2)
})
