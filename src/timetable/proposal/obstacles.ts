import type { Day } from '../../platform/day.ts'

/** Minutes after midnight, within one day. */
export type Span = { from: number, until: number }
export type Weekly = Span & { weekday: number }
export type TakenSpan = Span & { on: Day }
export type RoomTimes = { id: number, publicId: string, name: string, taken: readonly TakenSpan[] }

/** What stands in the way of a meeting, in the order in which it is told. */
export const obstacles = ['past', 'release', 'holiday', 'away', 'hours', 'second-away', 'regime', 'mine', 'second', 'person', 'not-then', 'room'] as const
export type Obstacle = (typeof obstacles)[number]

/** The person is outside already; it was decided on the plan; or the programme sets no number that could end with it. */
export type GoesOn = 'released' | 'decided' | 'open'

export type Surroundings = {
  /** The first day that may be planned, and the day of release, from which on nothing is unless the work goes on. */
  from: Day, releaseOn: Day | null
  /** What o'clock it is today: nothing begins before that. */
  now: { on: Day, minute: number }
  /** Why it goes on after release, where it does: from then on the person is met outside, where neither the unit's hours nor its rooms hold. */
  goesOn: GoesOn | undefined
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
  const isAfter = around.releaseOn !== null && on >= around.releaseOn
  const stands: Record<Obstacle, boolean> = {
    past: on < around.from || (on === around.now.on && meeting.from <= around.now.minute), release: isAfter && !around.goesOn, holiday: around.holidays.has(on), away: isAway(around.away), hours: !isWithin(around.hours, meeting),
    'second-away': around.second !== undefined && (isAway(around.second.away) || !isWithin(around.second.hours, meeting)), regime: !isAfter && around.regime.length > 0 && !isWithin(around.regime, meeting),
    mine: isTaken(around.mine, meeting), second: isTaken(around.secondTaken, meeting), person: isTaken(around.person, meeting), 'not-then': around.notThen(on, meeting.from),
    room: !isAfter && around.rooms.length > 0 && roomsFor(around, meeting).length === 0,
  }
  return obstacles.filter((obstacle) => stands[obstacle])
}

/** On the day of release and after it, where the work goes on. */
export function isOutside({ releaseOn, goesOn }: Pick<Surroundings, 'releaseOn' | 'goesOn'>, on: Day): boolean {
  return goesOn !== undefined && releaseOn !== null && on >= releaseOn
}

/** The rooms that are free then, by name; outside, none of the unit's. */
export function roomsFor(around: Pick<Surroundings, 'rooms' | 'releaseOn' | 'goesOn'>, meeting: Meeting): RoomTimes[] {
  return isOutside(around, meeting.on) ? [] : around.rooms.filter(({ taken }) => !isTaken(taken, meeting))
}

function isWithin(hours: readonly Weekly[], { weekday, from, until }: Meeting): boolean {
  return hours.some((one) => one.weekday === weekday && one.from <= from && until <= one.until)
}

export function isTaken(taken: readonly TakenSpan[], { on, from, until }: Pick<Meeting, 'on' | 'from' | 'until'>): boolean {
  return taken.some((one) => one.on === on && one.from < until && one.until > from)
}
