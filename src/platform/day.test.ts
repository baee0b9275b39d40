import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, day, dayAt, daysBetween, instant } from './day.ts'

const zones = ['Europe/Oslo', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia', 'UTC']

test('it tells the day of a place at any moment, kept or not', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), fc.constantFrom(...zones), (seconds, zone) => {
    const moment = instant(new Date(seconds * 1000).toISOString())
    const told = Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDate().toString()
    expect([dayAt(moment, zone), dayAt(moment, zone)]).toEqual([told, told])
  }), { numRuns: 300 })
  expect(dayAt(instant('2026-03-29T22:59:59Z'), 'Asia/Kathmandu')).toBe('2026-03-30')
  expect([dayAt(instant('2026-11-23T18:14:00Z'), 'Asia/Kathmandu'), dayAt(instant('2026-11-23T18:15:00Z'), 'Asia/Kathmandu')]).toEqual(['2026-11-23', '2026-11-24'])
})

test('it counts days over leap years, and back again', () => {
  expect([addDays(day('2028-02-28'), 2), addDays(day('2026-01-01'), -1), daysBetween(day('2027-12-31'), day('2028-03-01')), daysBetween(day('2026-11-23'), day('2026-11-20'))]).toEqual(['2028-03-01', '2025-12-31', 61, -3])
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => { expect(daysBetween(day('2026-11-23'), addDays(day('2026-11-23'), days))).toBe(days) }))
})
