import type { Program, Solver } from '../../../statistics/index.ts'
import { weekdays } from './question.ts'

export type Weighed = { series: number, weekday: number, start: number, weight: number }
/** How long a meeting of a series is and where, how many at the most, and whether they keep a day between them. */
export type Limit = { minutes: number, place: string | null, most: number, apart: boolean }
type Asked = { limits: readonly Limit[], slots: readonly Weighed[], travel: (from: string | null, to: string | null) => number }
type Rule = Program['rules'][number]
type Named = Weighed & { variable: string }

/** The choice of the greatest weight within one week, in which one colleague is never in two places at once and has the time to get from one to the other. Proved. */
export function placeBest({ limits, slots, travel }: Asked, solve: Solver): Weighed[] {
  if (slots.length === 0) return []
  const { program, variables } = programOf({ limits, slots, travel })
  const solution = solve({ ...program, ranges: [], yesOrNo: variables })
  if (!solution) throw nothingIsAllowed()
  return slots.filter((_, place) => solution.of(variables[place]!) > 0.5)
}

/** What no choice can outdo: the greatest weight where meetings may also take place in parts, which is asked quickly. Weights are whole numbers, and so is what a choice weighs. */
export function noMoreThan({ limits, slots, travel }: Asked, solve: Solver): number {
  if (slots.length === 0) return 0
  const { program, variables } = programOf({ limits, slots, travel })
  const solution = solve({ ...program, ranges: variables.map((variable) => ({ variable, from: 0, to: 1 })), yesOrNo: [] })
  if (!solution) throw nothingIsAllowed()
  return Math.floor(solution.goal + 1e-6)
}

function programOf({ limits, slots, travel }: Asked) {
  const named = slots.map((slot) => ({ ...slot, variable: `s${slot.series}_${slot.weekday}_${slot.start}` }))
  return { variables: named.map(({ variable }) => variable), program: { sense: 'most' as const, goal: named.map(({ weight, variable }) => [weight, variable] as const), rules: rulesOf(named, { limits, travel }) } }
}

function nothingIsAllowed(): Error {
  return new Error('placing nothing obeys every rule, so there is always an answer')
}

export function weightOf(some: readonly Pick<Weighed, 'weight'>[]): number {
  return some.reduce((sum, { weight }) => sum + weight, 0)
}

function rulesOf(some: readonly Named[], around: Pick<Asked, 'limits' | 'travel'>): Rule[] {
  const days = weekdays.map((weekday) => some.filter((slot) => slot.weekday === weekday))
  const ofSeries = around.limits.flatMap((limit, series) => rulesOfSeries(limit, days.map((day) => day.filter((slot) => slot.series === series))))
  return [...ofSeries, ...days.flatMap((day) => rulesOfDay(day, around))].filter(({ terms }) => terms.length > 0)
}

export function aDayOf(most: number): number {
  return Math.ceil(most / 5)
}

/** Whether two meetings keep each other out: one begins before the other has ended and the way between them is over. */
export function clash(one: Weighed, other: Weighed, { limits, travel }: Pick<Asked, 'limits' | 'travel'>): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  return first.weekday === second.weekday && second.start < first.start + limits[first.series]!.minutes + travel(limits[first.series]!.place, limits[second.series]!.place)
}

/** Nobody is met twice on a day, unless the dose is above the days of a week. */
function rulesOfSeries({ most, apart }: Limit, days: Named[][]): Rule[] {
  const aDay = aDayOf(most)
  return [atMost(most, days.flat()), ...days.map((day) => atMost(aDay, day)), ...(apart ? days.slice(1).map((day, before) => atMost(1, [...days[before]!, ...day])) : [])]
}

/**
 * At each moment one meeting at the most. And between two places lies the way: whatever is in one place at a moment, and whatever is in the other no longer after it than the way takes, keep each other out. Of the
 * meetings on either side all share a moment, so that one rule says it for all of them at once; a rule for each pair would say the same and be many times as large.
 */
function rulesOfDay(day: Named[], { limits, travel }: Pick<Asked, 'limits' | 'travel'>): Rule[] {
  const placeOf = ({ series }: Named) => limits[series]!.place
  const endOf = ({ series, start }: Named) => start + limits[series]!.minutes
  const running = (some: Named[], moment: number) => some.filter((slot) => slot.start <= moment && moment < endOf(slot))
  const places = [...new Set(day.map(placeOf))]
  const ways = places.flatMap((from) => places.flatMap((to) => {
    const [way, here, there] = [from === to ? 0 : travel(from, to), day.filter((slot) => placeOf(slot) === from), day.filter((slot) => placeOf(slot) === to)]
    const shortest = Math.min(...there.map(({ series }) => limits[series]!.minutes))
    return way === 0 ? [] : lastMoments(here, endOf).flatMap((last) => momentsAfter(last, way, shortest).map((moment) => [...running(here, last), ...running(there, moment)]))
  }))
  return [...new Set(day.map(({ start }) => start))].map((moment) => atMost(1, running(day, moment))).concat(ways.map((some) => atMost(1, some)))
}

/** The last minute of each meeting. */
function lastMoments(some: Named[], endOf: (slot: Named) => number): number[] {
  return [...new Set(some.map((slot) => endOf(slot) - 1))]
}

/** Minutes on the way that no meeting of at least this length can begin and end between. */
function momentsAfter(last: number, way: number, shortest: number): number[] {
  return Array.from({ length: Math.ceil(way / shortest) }, (_, place) => last + way - place * shortest)
}

function atMost(bound: number, some: readonly { variable: string }[]): Rule {
  return { terms: some.map(({ variable }) => [1, variable] as const), is: '<=', bound }
}
