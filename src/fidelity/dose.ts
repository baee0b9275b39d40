import { addDays, daysBetween, type Day } from '../platform/day.ts'

export type Whose = 'service' | 'person' | 'neither'

export type Meeting = { id: number, on: Day, state: string, /** Its moment lies ahead. */ isAhead: boolean, minutes: number, author_id: number, second_id: number | null, whose: Whose | null }

export type Week = { from: Day, held: number, minutes: number, ahead: number, /** Its moment has come, and nothing is written down yet. */ unwritten: number, service: number, person: number, neither: number }

/** What was given, week by week from Monday on, without a gap: a week in which nobody met is a week too. What did not take place stands under whose cause it was. */
export function byWeek(meetings: readonly Meeting[]): Week[] {
  if (meetings.length === 0) return []
  const mondays = meetings.map(({ on }) => mondayOf(on)).sort()
  const [first, last] = [mondays[0]!, mondays.at(-1)!]
  const weeks = Array.from({ length: daysBetween(first, last) / 7 + 1 }, (_, place) => addDays(first, place * 7))
  return weeks.map((from) => weekOf(from, meetings.filter(({ on }) => mondayOf(on) === from)))
}

function weekOf(from: Day, of: Meeting[]): Week {
  const held = of.filter(({ state }) => state === 'held')
  const because = (whose: Whose) => of.filter((one) => didNotTakePlace(one) && (one.whose ?? 'neither') === whose).length
  return { from, held: held.length, minutes: held.reduce((sum, { minutes }) => sum + minutes, 0), ahead: of.filter(({ state, isAhead }) => state === 'planned' && isAhead).length, unwritten: of.filter(({ state, isAhead }) => state === 'planned' && !isAhead).length,
    service: because('service'), person: because('person'), neither: because('neither') }
}

function didNotTakePlace({ state }: Meeting): boolean {
  return state === 'missed' || state === 'called-off'
}

/** The Monday of a week. The first of January 1900 was one. */
export function mondayOf(on: Day): Day {
  const since = daysBetween('1900-01-01' as Day, on)
  return addDays(on, -(((since % 7) + 7) % 7))
}

export type Continuity = { held: number, colleagues: number, /** At how many of them the one was who was there most. */ main: number }

/** With how many colleagues the person had to begin anew, and how much the main one carried; a second one who was there was met too. */
export function continuityOf(meetings: readonly Meeting[]): Continuity {
  const held = meetings.filter(({ state }) => state === 'held')
  const there = held.flatMap(({ author_id: one, second_id: other }) => other === null ? [one] : [one, other])
  const each = [...Map.groupBy(there, (id) => id).values()].map((of) => of.length)
  return { held: held.length, colleagues: each.length, main: Math.max(0, ...each) }
}

export type UnitGiven = { session_id: number, unit_id: string, name: string, planned: boolean, delivered: boolean }

export type UnitDose = { name: string, planned: number, asPlanned: number, instead: number, notReached: number }

/** Unit by unit: planned for how many held sessions, worked on as planned, worked on though another was planned, and not reached. */
export function byUnit(units: readonly UnitGiven[]): UnitDose[] {
  const each = [...Map.groupBy(units, ({ unit_id }) => unit_id).values()]
  return each.map((of) => ({
    name: of[0]!.name, planned: of.filter(({ planned }) => planned).length, asPlanned: of.filter(({ planned, delivered }) => planned && delivered).length,
    instead: of.filter(({ planned, delivered }) => !planned && delivered).length, notReached: of.filter(({ planned, delivered }) => planned && !delivered).length,
  })).toSorted((one, other) => one.name.localeCompare(other.name))
}

/** In how many held sessions something else was worked on than was planned for them. */
export function tailoredIn(units: readonly UnitGiven[]): number {
  return [...Map.groupBy(units, ({ session_id }) => session_id).values()].filter((of) => of.some(({ planned }) => planned) && of.some(({ planned, delivered }) => planned !== delivered)).length
}
