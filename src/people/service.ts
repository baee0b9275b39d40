import type { Day } from '../platform/day.ts'

/** What a service says of itself; its administrator keeps it. */
export type ServiceFacts = { name: string, timeZone: string, languages: string[], holidays: Day[], codesRequired: boolean }

export const unitKinds = ['prison', 'remand', 'probation', 'programme'] as const
export type UnitKind = (typeof unitKinds)[number]

export type ServiceFault = { field: string, says: 'service.refused.time-zone' | 'service.refused.languages' }

/** What has to be mended before these facts can stand. */
export function faultsOf({ timeZone, languages }: Pick<ServiceFacts, 'timeZone' | 'languages'>): ServiceFault[] {
  return [
    ...(isTimeZone(timeZone) ? [] : [{ field: 'timeZone', says: 'service.refused.time-zone' as const }]),
    ...(languages.length > 0 ? [] : [{ field: 'languages', says: 'service.refused.languages' as const }]),
  ]
}

/** Places by name alone ("Europe/Copenhagen"): a fixed distance from UTC forgets summer time. */
export function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)
}

/** Far enough for whatever a service plans; a day before or after is a slip of the hand, and the year 0000 is none that a calendar here knows. */
const [firstDay, lastDay] = ['1900-01-01', '2199-12-31']

/** The days in a text, one a line; a line that is no day that anybody could mean is given back as it was typed. */
export function daysIn(text: string, readDay: (text: string) => Day | undefined): { days: Day[], wrong: string[] } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const days = lines.map((line) => {
    const day = readDay(line)
    return day !== undefined && day >= firstDay && day <= lastDay ? day : undefined
  })
  return { days: [...new Set(days.filter((day) => day !== undefined))].sort(), wrong: lines.filter((_, place) => days[place] === undefined) }
}
