import * as check from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { openSolver, type Solver } from '../../../statistics/index.ts'
import { placeBest, type Limit, type Weighed } from './place-best.ts'

let solve: Solver
beforeAll(async () => { solve = await openSolver() })

const ways: Record<string, number> = { 'a b': 20, 'b a': 35, 'a c': 90, 'c a': 90, 'b c': 45, 'c b': 10 }
const travel = (from: string | null, to: string | null) => ways[`${from} ${to}`] ?? 0

/** What the rules say, pair by pair: nobody is in two places at once, nor on the way while they should be there. */
function isAllowed(chosen: readonly Weighed[], limits: readonly Limit[]): boolean {
  const endOf = ({ series, start }: Weighed) => start + limits[series]!.minutes
  const clash = (one: Weighed, other: Weighed) => {
    if (one.weekday !== other.weekday) return false
    const [first, second] = one.start <= other.start ? [one, other] : [other, one]
    return second.start < endOf(first) + travel(limits[first.series]!.place, limits[second.series]!.place)
  }
  const many = (series: number, days?: (weekday: number) => boolean) => chosen.filter((one) => one.series === series && (days?.(one.weekday) ?? true)).length
  const keeps = limits.every(({ most, apart }, series) => many(series) <= most && [0, 1, 2, 3, 4, 5, 6].every((weekday) => many(series, (one) => one === weekday) <= Math.ceil(most / 5) && (!apart || many(series, (one) => one === weekday || one === weekday + 1) <= 1)))
  return keeps && chosen.every((one, place) => chosen.slice(place + 1).every((other) => !clash(one, other)))
}

function bestByTryingAll(slots: readonly Weighed[], limits: readonly Limit[]): number {
  const sums = Array.from({ length: 2 ** slots.length }, (_, which) => slots.filter((_slot, place) => (which >> place) % 2 === 1)).filter((chosen) => isAllowed(chosen, limits)).map((chosen) => chosen.reduce((sum, { weight }) => sum + weight, 0))
  return Math.max(...sums)
}

const limit = check.record({ minutes: check.constantFrom(15, 30, 45, 60, 75, 90), place: check.constantFrom('a', 'b', 'c'), most: check.integer({ min: 1, max: 3 }), apart: check.boolean() })
const slot = check.record({ series: check.integer({ min: 0, max: 2 }), weekday: check.integer({ min: 0, max: 1 }), start: check.integer({ min: 0, max: 7 }).map((half) => 480 + half * 30), weight: check.integer({ min: 1, max: 30 }) })
const question = check.record({ limits: check.array(limit, { minLength: 3, maxLength: 3 }), slots: check.uniqueArray(slot, { maxLength: 9, selector: ({ series, weekday, start }) => `${series} ${weekday} ${start}` }) })

test('it finds what trying every choice finds, over places with ways that differ there and back', () => {
  check.assert(check.property(question, ({ limits, slots }) => {
    const chosen = placeBest({ limits, slots, travel }, solve)
    expect(isAllowed(chosen, limits)).toBe(true)
    expect(chosen.reduce((sum, { weight }) => sum + weight, 0)).toBe(slots.length === 0 ? 0 : bestByTryingAll(slots, limits))
  }), { numRuns: 120, seed: 20261130 })
}, 60_000)
