import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, day, dayAt, daysBetween, instant, momentOf, readDay } from './day.ts'

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

test('it finds the moment of a wall-clock time in any place, on a day of change too, kept or not', () => {
  const found = (on: string, time: string, zone: string) => {
    const local = Temporal.PlainDateTime.from(`${on}T${time}`)
    const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
    return zoned.toPlainDateTime().equals(local) ? zoned.toInstant().toString({ fractionalSecondDigits: 3 }) : undefined
  }
  const changes = ['2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-03-08', '2026-11-01', '2011-12-30', '2011-12-29', '2026-11-23', '2028-02-29']
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(fc.property(fc.constantFrom(...changes), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(...zones), (on, hour, minute, zone) => {
    const time = `${two(hour)}:${two(minute)}`
    expect([momentOf(day(on), time, zone), momentOf(day(on), time, zone)]).toEqual([found(on, time, zone), found(on, time, zone)])
  }), { numRuns: 1000 })
  expect([momentOf(day('2026-11-23'), '24:00', 'UTC'), momentOf(day('2026-11-23'), 'soon', 'UTC')]).toEqual([undefined, undefined])
})

test('it reads a day that there is, and none that there is not', () => {
  const is = (text: string) => { try { return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text } catch { return false } }
  fc.assert(fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }), (year, month, on) => {
    const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(on).padStart(2, '0')}`
    expect(readDay(text) !== undefined).toBe(is(text))
  }), { numRuns: 2000 })
  for (const text of ['2026-2-03', '2026-02-03T00:00', ' 2026-02-03', '', 'tomorrow']) expect(readDay(text)).toBeUndefined()
})

test('it counts days over leap years, and back again', () => {
  expect([addDays(day('2028-02-28'), 2), addDays(day('2026-01-01'), -1), daysBetween(day('2027-12-31'), day('2028-03-01')), daysBetween(day('2026-11-23'), day('2026-11-20'))]).toEqual(['2028-03-01', '2025-12-31', 61, -3])
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => { expect(daysBetween(day('2026-11-23'), addDays(day('2026-11-23'), days))).toBe(days) }))
})
