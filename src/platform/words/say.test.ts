import { expect, test } from 'vitest'
import * as check from 'fast-check'
import { addDays, day, instant } from '../day.ts'
import { addLanguage, readerOf, reading, say } from './index.ts'

const oslo = readerOf('en', 'Europe/Oslo')

test('it writes days the way the reader does', () => {
  addLanguage('nb', 'ltr', [])
  expect(say.day(day('2026-11-23'))).toBe('23 November 2026')
  expect(say.dayShort(day('2026-11-23'))).toBe('23 Nov')
  expect(reading(readerOf('nb', 'Europe/Oslo'), () => say.day(day('2026-11-23')))).toBe('23. november 2026')
})

test('it writes a moment in the time zone of the reader', () => {
  const late = instant('2026-11-23T23:30:00Z')
  expect(reading(oslo, () => say.moment(late))).toBe('24 November 2026 at 00:30')
  expect(reading(readerOf('en', 'America/Lima'), () => say.time(late))).toBe('18:30')
})

test('it never moves a day, whatever the time zone', () => {
  const zones = check.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Oslo', 'UTC')
  check.assert(check.property(check.integer({ min: 0, max: 20_000 }), zones, (days, zone) => {
    const some = addDays(day('1990-01-01'), days)
    expect(reading(readerOf('en', zone), () => say.day(some))).toBe(reading(oslo, () => say.day(some)))
  }))
})

test('it names languages in the reader\'s own', () => {
  expect(say.language('fr')).toBe('French')
  expect(say.language('ar')).toBe('Arabic')
  expect(say.language('a dialect')).toBe('a dialect')
})

test('it writes numbers and lists', () => {
  expect(say.number(1234.5)).toBe('1,234.5')
  expect(say.number(0.78, { style: 'percent' })).toBe('78%')
  expect(say.list(['Amira', 'Lena', 'Kai'])).toBe('Amira, Lena and Kai')
})

test('it marks dates and numbers in the invented language, and leaves names alone', () => {
  reading(readerOf('qps', 'UTC'), () => {
    expect(say.day(day('2026-11-23'))).toMatch(/^⟦23.* 2026.*⟧$/)
    expect(say.list(['Amira', 'Lena'])).toContain('Amira')
  })
})

test('it tells the hour in every language as it stands on a slip and at the door', () => {
  for (const code of ['en', 'ar', 'da']) reading(readerOf(code, 'Europe/Copenhagen'), () => {
    expect(say.time(instant('2026-11-23T12:05:00Z'))).toMatch(/13[:.]05/)
    expect(say.moment(instant('2026-11-22T23:30:00Z'))).toMatch(/00[:.]30/)
  })
})
