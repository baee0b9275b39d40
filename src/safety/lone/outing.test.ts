import { expect, test } from 'vitest'
import { instant } from '../../platform/day.ts'
import { checkTimes, isOverdue, later, minutesUntil } from './outing.ts'

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
