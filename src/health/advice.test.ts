import { expect, test } from 'vitest'
import { day, instant } from '../platform/day.ts'
import { checkPlan, checkReview, isInForce, mayTakeBack } from './advice.ts'

const one = { publicId: 'a', authorId: 7, author: 'Hedda Moe', writtenAt: instant('2026-11-23T09:00:00Z'), reviewOn: day('2027-02-23'), replacedAt: null, ended: undefined }
const today = { today: day('2026-11-23'), timeZone: 'Europe/Copenhagen' }

test('it holds until it is replaced or ended', () => {
  expect(isInForce(one)).toBe(true)
  expect(isInForce({ ...one, replacedAt: instant('2026-11-24T09:00:00Z') })).toBe(false)
  expect(isInForce({ ...one, ended: { on: day('2026-11-24'), why: 'It helped no more.', by: 'Hedda Moe' } })).toBe(false)
})

test('it is a slip of the pen for whoever wrote it, on the day on which they wrote it, in the zone of the service', () => {
  expect(mayTakeBack(one, 7, today)).toBe(true)
  expect(mayTakeBack(one, 8, today)).toBe(false)
  expect(mayTakeBack(one, 7, { ...today, today: day('2026-11-24') })).toBe(false)
  expect(mayTakeBack({ ...one, writtenAt: instant('2026-11-22T23:30:00Z') }, 7, today)).toBe(true)
  expect(mayTakeBack({ ...one, replacedAt: one.writtenAt }, 7, today)).toBe(false)
})

test('it is looked at again on a day to come, and within the year', () => {
  expect(() => checkReview(day('2026-11-24'), today.today)).not.toThrow()
  expect(() => checkReview(day('2027-11-23'), today.today)).not.toThrow()
  expect(() => checkReview(today.today, today.today)).toThrow('health-review-past')
  expect(() => checkReview(day('2027-11-24'), today.today)).toThrow('health-review-late')
})

test('it takes a plan of which one part is written, and none of which nothing is', () => {
  expect(checkPlan({ whomToCall: 'My sister.' })).toEqual({ signs: '', ownSteps: '', whomToCall: 'My sister.', safePlace: '' })
  expect(() => checkPlan({})).toThrow('health-plan-empty')
})
