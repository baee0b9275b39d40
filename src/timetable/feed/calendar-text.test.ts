import { expect, test } from 'vitest'
import { instant } from '../../platform/day.ts'
import { calendarText } from './calendar-text.ts'

const one = { uid: 'a1', startsAt: instant('2026-12-01T09:00:00Z'), minutes: 90, place: 'room B2; wing, 3', changedAt: instant('2026-11-30T08:00:00Z'), revision: 2 }

test('it writes when and where, and escapes what has a meaning in a calendar', () => {
  const text = calendarText([one], 'Appointment')
  expect(text.split('\r\n').slice(6, 16)).toEqual(['BEGIN:VEVENT', 'UID:a1', 'DTSTAMP:20261130T080000Z', 'SEQUENCE:2', 'DTSTART:20261201T090000Z', 'DTEND:20261201T103000Z', 'SUMMARY:Appointment', 'LOCATION:room B2\\; wing\\, 3', 'CLASS:PRIVATE', 'END:VEVENT'])
})

test('it lets nobody write a line of their own by the name of a place, and folds at 75 octets inside no letter', () => {
  const text = calendarText([{ ...one, place: `end\r\nSUMMARY:other ${'é🙂'.repeat(40)}` }], 'Appointment')
  expect(text.match(/^SUMMARY:/gm)).toEqual(['SUMMARY:'])
  const lines = text.split('\r\n')
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  expect(text.replaceAll('\r\n ', '')).toContain('é🙂'.repeat(40))
})
