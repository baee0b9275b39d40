import { expect, test } from 'vitest'
import { addDays, day } from '../platform/day.ts'
import { fitOf } from './feasibility.ts'

const today = day('2026-11-23')
const inWeeks = (weeks: number) => addDays(today, weeks * 7)
const entre = { dose: { min: 50, typical: 50, max: 50 }, aWeek: { min: 2, typical: 2, max: 2 }, today }

test('it says that 29 sessions are left and 10 are possible in five weeks, twice a week', () => {
  expect(fitOf({ ...entre, held: 21, releaseOn: inWeeks(5) })).toEqual({ kind: 'does-not-fit', left: { least: 29, most: 29 }, weeks: 15, weeksLeft: 5, possible: 10, releaseOn: inWeeks(5) })
})

test('it says that fifty sessions twice a week need 25 weeks, and fit when there are 25', () => {
  expect(fitOf({ ...entre, held: 0, releaseOn: inWeeks(25) })).toMatchObject({ kind: 'fits', weeks: 25, possible: 50 })
  expect(fitOf({ ...entre, held: 0, releaseOn: addDays(inWeeks(25), -1) })).toMatchObject({ kind: 'does-not-fit', possible: 49, weeksLeft: 24 })
})

test('it says where the least number fits and the most does not', () => {
  const hii = { dose: { min: 10, max: 32 }, aWeek: { typical: 1 }, today, held: 2 }
  expect(fitOf({ ...hii, releaseOn: inWeeks(12) })).toEqual({ kind: 'fits-the-least', left: { least: 8, most: 30 }, weeks: 30, weeksLeft: 12, possible: 12, releaseOn: inWeeks(12) })
  expect(fitOf({ ...hii, releaseOn: inWeeks(7) })).toMatchObject({ kind: 'does-not-fit', possible: 7 })
})

test('it counts nothing where the programme has no number of sessions or no rhythm, and says so', () => {
  expect(fitOf({ dose: undefined, held: 4, aWeek: { typical: 1 }, today, releaseOn: inWeeks(2) })).toEqual({ kind: 'no-number' })
  expect(fitOf({ dose: {}, held: 4, aWeek: { typical: 1 }, today, releaseOn: inWeeks(2) })).toEqual({ kind: 'no-number' })
  expect(fitOf({ dose: { min: 10, max: 32 }, held: 0, aWeek: undefined, today, releaseOn: inWeeks(2) })).toEqual({ kind: 'no-rhythm', left: { least: 10, most: 32 } })
})

test('it says how long the rest takes while no day of release is known', () => {
  expect(fitOf({ ...entre, held: 20, releaseOn: null })).toEqual({ kind: 'no-release', left: { least: 30, most: 30 }, weeks: 15 })
})

test('it counts from the day on which the plan begins, where that lies ahead', () => {
  expect(fitOf({ ...entre, held: 0, from: inWeeks(6), releaseOn: inWeeks(14) })).toMatchObject({ kind: 'does-not-fit', possible: 16, weeksLeft: 14, from: inWeeks(6) })
  expect(fitOf({ ...entre, held: 0, from: inWeeks(16), releaseOn: inWeeks(14) })).toMatchObject({ kind: 'does-not-fit', possible: 0, weeksLeft: 14 })
  expect(fitOf({ ...entre, held: 21, from: addDays(today, -90), releaseOn: inWeeks(5) })).toEqual(fitOf({ ...entre, held: 21, releaseOn: inWeeks(5) }))
})

test('it leaves nothing to do where more was held than the programme counts', () => {
  expect(fitOf({ ...entre, held: 55, releaseOn: inWeeks(1) })).toMatchObject({ kind: 'fits', left: { least: 0, most: 0 } })
})

test('it counts no session on or after the day of release', () => {
  expect(fitOf({ ...entre, held: 21, releaseOn: today })).toEqual({ kind: 'released', left: { least: 29, most: 29 }, releaseOn: today })
})

test('it takes the middle of a rhythm that is said as a range, and counts a rhythm of less than once a week', () => {
  expect(fitOf({ ...entre, aWeek: { min: 1, max: 2 }, held: 40, releaseOn: inWeeks(6) })).toMatchObject({ possible: 9, weeks: 7 })
  expect(fitOf({ ...entre, aWeek: { typical: 0.5 }, held: 48, releaseOn: inWeeks(3) })).toMatchObject({ possible: 1, weeks: 4, kind: 'does-not-fit' })
})

test('it counts the holidays of the service off, those of a weekend not, and takes longer for them', () => {
  const holidays = [day('2026-12-25'), day('2026-12-24'), day('2026-12-26'), day('2027-06-01')]
  expect(fitOf({ ...entre, held: 21, releaseOn: inWeeks(5), holidays })).toMatchObject({ possible: 9, holidays: 2, weeksLeft: 5 })
  expect(fitOf({ ...entre, held: 40, releaseOn: null, holidays })).toMatchObject({ weeks: 6 })
  expect(fitOf({ ...entre, held: 40, releaseOn: null })).toMatchObject({ weeks: 5 })
})

test('it does not fit where the programme takes longer than until release, however often one meets; it fits on the day itself', () => {
  const facts = { dose: { min: 10, max: 12 }, aWeek: { typical: 7 }, today, held: 0, releaseOn: inWeeks(8) }
  expect(fitOf({ ...facts, leastUntil: inWeeks(13) })).toMatchObject({ kind: 'does-not-fit', possible: 56, leastUntil: inWeeks(13) })
  expect(fitOf({ ...facts, leastUntil: inWeeks(8) })).toMatchObject({ kind: 'fits' })
  expect(fitOf({ ...facts, held: 12, leastUntil: inWeeks(13) })).toMatchObject({ kind: 'fits' })
})

test('it says the hours and the length of a programme that counts no sessions', () => {
  const times = [{ hours: { min: 6, max: 10 }, months: { min: 12 } }]
  expect(fitOf({ dose: undefined, held: 0, aWeek: undefined, today, releaseOn: inWeeks(9), times, leastUntil: inWeeks(52) })).toEqual({ kind: 'time', times, releaseOn: inWeeks(9), leastUntil: inWeeks(52) })
})
