import type { Program, Solver } from '../../../statistics/index.ts'
import { step, weekdays } from './question.ts'

export type Weighed = { series: number, weekday: number, start: number, weight: number }
/** How long a meeting of a series is and where, how many at the most, and whether they keep a day between them. */
export type Limit = { minutes: number, place: string | null, most: number, apart: boolean }
type Asked = { limits: readonly Limit[], slots: readonly Weighed[], travel: (from: string | null, to: string | null) => number }
type Rule = Program['rules'][number]
type Named = Weighed & { variable: string }

/** The choice of the greatest weight within one week, in which one colleague is never in two places at once and has the time to get from one to the other. Proved. */
export function placeBest({ limits, slots, travel }: Asked, solve: Solver): Weighed[] {
  if (slots.length === 0) return []
  const named = slots.map((slot) => ({ ...slot, variable: `s${slot.series}_${slot.weekday}_${slot.start}` }))
  const days = weekdays.map((weekday) => named.filter((slot) => slot.weekday === weekday))
  const rules = [...limits.flatMap((limit, series) => rulesOfSeries(limit, days.map((day) => day.filter((slot) => slot.series === series)))), ...days.flatMap((day) => rulesOfDay(day, { limits, travel }))]
  const solution = solve({
    sense: 'most', goal: named.map(({ weight, variable }) => [weight, variable] as const), rules: rules.filter(({ terms }) => terms.length > 0), ranges: [], yesOrNo: named.map(({ variable }) => variable) })
  if (!solution) throw new Error('placing nothing obeys every rule, so there is always an answer')
  return slots.filter((_, place) => solution.of(named[place]!.variable) > 0.5)
}

/** Nobody is met twice on a day, unless the dose is above the days of a week. */
function rulesOfSeries({ most, apart }: Limit, days: Named[][]): Rule[] {
  const aDay = Math.ceil(most / 5)
  return [atMost(most, days.flat()), ...days.map((day) => atMost(aDay, day)), ...(apart ? days.slice(1).map((day, before) => atMost(1, [...days[before]!, ...day])) : [])]
}

/** At each moment one meeting at the most. Whoever comes from elsewhere is on the way: before and after each meeting lies the way to any meeting in another place. */
function rulesOfDay(day: Named[], { limits, travel }: Pick<Asked, 'limits' | 'travel'>): Rule[] {
  const placeOf = ({ series }: Named) => limits[series]!.place
  const endOf = ({ series, start }: Named) => start + limits[series]!.minutes
  const at = (moment: number) => day.filter((slot) => slot.start <= moment && moment < endOf(slot))
  const moments = [...new Set(day.map(({ start }) => start))]
  const ways = elsewhereOn(day, placeOf).map(({ place, others }) => ({ place, others, way: Math.max(...others.map((other) => travel(place, other))) }))
  const elsewhere = ways.flatMap(({ place, others, way }) => day.filter((slot) => placeOf(slot) === place).flatMap((slot) => {
    const isNear = (other: Named) => others.includes(placeOf(other)) && other.start < endOf(slot) + travel(place, placeOf(other)) && endOf(other) > slot.start - travel(place, placeOf(other))
    const hits = moments.filter((moment) => moment >= slot.start - way - step && moment < endOf(slot) + way)
    return hits.map((moment) => atMost(1, [slot, ...at(moment).filter(isNear)])).filter(({ terms }) => terms.length > 1)
  }))
  return [...moments.map((moment) => atMost(1, at(moment))), ...elsewhere]
}

/** The places of a day, each with the others. */
function elsewhereOn(day: Named[], placeOf: (slot: Named) => string | null) {
  const places = [...new Set(day.map(placeOf))]
  return places.map((place) => ({ place, others: places.filter((other) => other !== place) })).filter(({ others }) => others.length > 0)
}

function atMost(bound: number, some: readonly { variable: string }[]): Rule {
  return { terms: some.map(({ variable }) => [1, variable] as const), is: '<=', bound }
}
