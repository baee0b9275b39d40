import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { nextWorkingDay } from './working-day.ts'

test('it is tomorrow on most days', () => {
  expect(nextWorkingDay(day('2026-11-23'), [])).toBe('2026-11-24')
  expect(nextWorkingDay(day('2026-11-26'), [])).toBe('2026-11-27')
})

test('it is Monday from Friday until Sunday', () => {
  for (const on of ['2026-11-27', '2026-11-28', '2026-11-29']) expect(nextWorkingDay(day(on), [])).toBe('2026-11-30')
})

test('it leaves out the holidays of the service, also where they touch a weekend, also before the Monday it counts from', () => {
  expect(nextWorkingDay(day('2026-12-24'), [day('2026-12-25'), day('2026-12-28')])).toBe('2026-12-29')
  expect(nextWorkingDay(day('2024-02-28'), [day('2024-02-29')])).toBe('2024-03-01')
})
