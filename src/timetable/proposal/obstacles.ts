import type { Day } from '../../platform/day.ts'

/** Minutes after midnight, within one day. */
export type Span = { from: number, until: number }
export type Weekly = Span & { weekday: number }
export type TakenSpan = Span & { on: Day }
export type RoomTimes = { id: number, publicId: string, name: string, taken: readonly TakenSpan[] }

/** What stands in the way of a meeting, in the order in which it is told. */
export const obstacles = ['past', 'release', 'holiday', 'away', 'hours', 'second-away', 'regime', 'mine', 'second', 'person', 'not-then', 'room'] as const
export type Obstacle = (typeof obstacles)[number]

export type Surroundings = {
  /** The first day that may be planned, and the day of release, from which on nothing is. */
  from: Day, releaseOn: Day | null
  holidays: ReadonlySet<string>
  hours: readonly Weekly[], away: readonly { from: Day, until: Day }[]
  /** Nothing where nobody comes along. */
  second: { hours: readonly Weekly[], away: readonly { from: Day, until: Day }[] } | undefined
  /** Nothing said: at any time. */
  regime: readonly Weekly[]
  /** Meetings elsewhere are longer by the way there and back. */
  mine: readonly TakenSpan[], secondTaken: readonly TakenSpan[], person: readonly TakenSpan[]
  notThen: (on: Day, start: number) => boolean
  /** Empty where the unit has no list: the place is then written by hand. */
  rooms: readonly RoomTimes[]
}

export type Meeting = { on: Day, weekday: number, from: number, until: number }

/** Everything that stands in the way of one meeting; none, and it can be. */
export function obstaclesTo(around: Surroundings, meeting: Meeting): Obstacle[] {
  const { on } = meeting
  const isAway = (away: readonly { from: Day, until: Day }[]) => away.some(({ from, until }) => from <= on && on <= until)
  const stands: Record<Obstacle, boolean> = {
    past: on < around.from, release: around.releaseOn !== null && on >= around.releaseOn, holiday: around.holidays.has(on), away: isAway(around.away), hours: !isWithin(around.hours, meeting),
    'second-away': around.second !== undefined && (isAway(around.second.away) || !isWithin(around.second.hours, meeting)), regime: around.regime.length > 0 && !isWithin(around.regime, meeting),
    mine: isTaken(around.mine, meeting), second: isTaken(around.secondTaken, meeting), person: isTaken(around.person, meeting), 'not-then': around.notThen(on, meeting.from),
    room: around.rooms.length > 0 && roomsFor(around, meeting).length === 0,
  }
  return obstacles.filter((obstacle) => stands[obstacle])
}

/** The rooms that are free then, by name. */
export function roomsFor({ rooms }: Pick<Surroundings, 'rooms'>, meeting: Meeting): RoomTimes[] {
  return rooms.filter(({ taken }) => !isTaken(taken, meeting))
}

function isWithin(hours: readonly Weekly[], { weekday, from, until }: Meeting): boolean {
  return hours.some((one) => one.weekday === weekday && one.from <= from && until <= one.until)
}

export function isTaken(taken: readonly TakenSpan[], { on, from, until }: Pick<Meeting, 'on' | 'from' | 'until'>): boolean {
  return taken.some((one) => one.on === on && one.from < until && one.until > from)
}
