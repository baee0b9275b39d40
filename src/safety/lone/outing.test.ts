import { expect, test } from 'vitest'
import { day, instant } from '../../platform/day.ts'
import { checkTimes, isOverdue, later, minutesUntil, momentsOf } from './outing.ts'

const at = (time: string) => instant(`2026-11-23T${time}:00Z`)
const open = { returnedAt: null, calledOffAt: null }

test('it refuses a return before the start, in the past, or on another day altogether', () => {
  expect(() => checkTimes({ beginsAt: at('12:00'), backBy: at('11:00') }, at('09:00'))).toThrow('lone-back-before')
  expect(() => checkTimes({ beginsAt: at('12:00'), backBy: at('12:00') }, at('09:00'))).toThrow('lone-back-before')
  expect(() => checkTimes({ beginsAt: at('07:00'), backBy: at('08:00') }, at('09:00'))).toThrow('lone-back-past')
  expect(() => checkTimes({ beginsAt: at('10:00'), backBy: instant('2026-11-24T02:01:00Z') }, at('09:00'))).toThrow('lone-too-long')
  expect(() => checkTimes({ beginsAt: at('08:00'), backBy: at('11:00') }, at('09:00'))).not.toThrow()
})

test('it is overdue from the minute on, also without the tap at the beginning, and never once they are back or it was called off', () => {
  expect(isOverdue({ ...open, backBy: at('11:00') }, at('10:59'))).toBe(false)
  expect(isOverdue({ ...open, backBy: at('11:00') }, at('11:00'))).toBe(true)
  expect(isOverdue({ ...open, backBy: at('11:00'), returnedAt: at('11:30') }, at('12:00'))).toBe(false)
  expect(isOverdue({ ...open, backBy: at('11:00'), calledOffAt: at('09:00') }, at('12:00'))).toBe(false)
})

test('it gives half an hour more from the time said, or from now when that has passed', () => {
  expect(later({ backBy: at('11:00') }, at('10:50'))).toBe(at('11:30'))
  expect(later({ backBy: at('11:00') }, at('11:20'))).toBe(at('11:50'))
  expect([minutesUntil(at('11:00'), instant('2026-11-23T10:30:30Z')), minutesUntil(at('11:00'), at('12:00'))]).toEqual([30, 0])
})

test('it puts a return after midnight on the next day, and takes no slip for a night', () => {
  const back = (time: string, backTime: string, on = '2026-11-23') => momentsOf({ on: day(on), time, backTime }, 'Europe/Copenhagen').backBy
  expect([back('22:45', '00:15'), back('20:00', '04:00'), back('20:00', '04:01'), back('14:00', '03:00'), back('11:00', '11:00')])
    .toEqual(['2026-11-23T23:15:00.000Z', '2026-11-24T03:00:00.000Z', '2026-11-23T03:01:00.000Z', '2026-11-23T02:00:00.000Z', '2026-11-23T10:00:00.000Z'])
  expect(back('23:30', '00:30', '2026-12-31')).toBe('2026-12-31T23:30:00.000Z')
  expect(() => back('23:00', '02:30', '2027-03-27')).toThrow('safety-no-such-time')
})
