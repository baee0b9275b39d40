import { addMinutes, type Instant } from '../../platform/day.ts'

export type Appointment = { uid: string, startsAt: Instant, minutes: number, place: string, changedAt: Instant, revision: number }

/** A calendar as RFC 5545 writes it: lines end with CR LF, no line is longer than 75 octets, moments are in UTC. It says when and where, and the one word it is given. */
export function calendarText(appointments: readonly Appointment[], word: string): string {
  return [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Waymark//Appointments//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...appointments.flatMap((one) => eventOf(one, word)), 'END:VCALENDAR',
  ].map((line) => `${folded(line)}\r\n`).join('')
}

function eventOf({ uid, startsAt, minutes, place, changedAt, revision }: Appointment, word: string): string[] {
  return [
    'BEGIN:VEVENT', `UID:${uid}`, `DTSTAMP:${stamp(changedAt)}`, `SEQUENCE:${revision}`, `DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(addMinutes(startsAt, minutes))}`,
    `SUMMARY:${escaped(word)}`, ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]), 'CLASS:PRIVATE', 'END:VEVENT',
  ]
}

function stamp(moment: Instant): string {
  return `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n|\r|\n/g, '\\n').replaceAll(/\p{Cc}/gu, ' ')
}

/** Folds at 75 octets and never inside a letter; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length
    if (length + octets > 74) {
      parts.push(part)
      part = ''
      length = 0
    }
    part += letter
    length += octets
  }
  return [...parts, part].join('\r\n ')
}
