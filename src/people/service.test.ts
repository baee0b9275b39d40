import { expect, test } from 'vitest'
import { readDay } from '../platform/day.ts'
import { daysIn, faultsOf, isTimeZone } from './service.ts'

test('it knows places as time zones, and no fixed distances', () => {
  for (const zone of ['Europe/Copenhagen', 'America/St_Johns', 'UTC']) expect(isTimeZone(zone), zone).toBe(true)
  for (const zone of ['+02:00', 'Copenhagen', 'GMT+2', '', 'Europe/Nowhere']) expect(isTimeZone(zone), zone).toBe(false)
})

test('it wants a language, at least one', () => {
  expect(faultsOf({ timeZone: 'UTC', languages: ['en'] })).toEqual([])
  expect(faultsOf({ timeZone: 'nowhere', languages: [] }).map(({ field }) => field)).toEqual(['timeZone', 'languages'])
})

test('it reads holidays one a line, in order and once, and gives back what is no day', () => {
  expect(daysIn('2026-12-25\n\n 2026-12-24 \n2026-12-25\n2026-02-30\nChristmas', readDay)).toEqual({ days: ['2026-12-24', '2026-12-25'], wrong: ['2026-02-30', 'Christmas'] })
  expect(daysIn('0000-01-01\n1899-12-31\n1900-01-01\n2199-12-31\n2200-01-01', readDay)).toEqual({ days: ['1900-01-01', '2199-12-31'], wrong: ['0000-01-01', '1899-12-31', '2200-01-01'] })
})
