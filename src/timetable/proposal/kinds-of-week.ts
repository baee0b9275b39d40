import { step, weekdays, type Question } from './question.ts'

export type Slot = { weekday: number, start: number }

/** Weeks that are alike: how many meetings each series wants in them, and when each could be. */
export type Kind = { weeks: number[], needs: number[], open: Slot[][] }

/** Puts weeks together in which the same is wanted and the same is open; weeks in which nothing is wanted are none. */
export function kindsOfWeek({ wanted, weeks }: Question): Kind[] {
  const kinds = new Map<string, Kind>()
  for (let week = 0; week < weeks; week += 1) {
    const needs = wanted.map((series) => series.needs[week] ?? 0)
    const open = wanted.map((series, place) => (needs[place]! > 0 ? slots.filter(({ weekday, start }) => series.isOpen(week, weekday, start)) : []))
    const name = `${needs.join(' ')}|${open.map((some) => some.map(({ weekday, start }) => weekday * minutesADay + start).join(' ')).join('|')}`
    const kind = kinds.get(name)
    if (kind) kind.weeks.push(week)
    else if (open.some((some) => some.length > 0)) kinds.set(name, { weeks: [week], needs, open })
  }
  return [...kinds.values()]
}

const minutesADay = 24 * 60
const slots: Slot[] = weekdays.flatMap((weekday) => Array.from({ length: minutesADay / step }, (_, place) => ({ weekday, start: place * step })))
