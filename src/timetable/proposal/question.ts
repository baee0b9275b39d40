/** One series: how long a meeting is, where, how many in each week, and when it could be. Weekdays go from 0, Monday; times are minutes after midnight. */
export type Wanted = {
  minutes: number
  /** Where it takes place; between two places lies a way. */
  place: string | null
  /** How many meetings in each week. */
  needs: readonly number[]
  isOpen: (week: number, weekday: number, start: number) => boolean
}

export type Placed = { series: number, week: number, weekday: number, start: number, /** On the same weekday and at the same time as most of its weeks. */ isRegular: boolean }

export type Question = { wanted: readonly Wanted[], weeks: number, /** Minutes from one place to another. */ travel: (from: string | null, to: string | null) => number }

/** Meetings begin on the hour and the half hour. */
export const step = 30
export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
