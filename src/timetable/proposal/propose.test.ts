import { beforeAll, expect, test } from 'vitest'
import { openSolver, type Solver } from '../../../statistics/index.ts'
import { countTo, needsByWeek, patternIn, rhythmIn } from './dose-weeks.ts'
import { propose } from './propose.ts'
import type { Wanted } from './question.ts'

let solve: Solver
beforeAll(async () => { solve = await openSolver() })

const office = (weekday: number, start: number, minutes: number) => weekday < 5 && start >= 9 * 60 && start + minutes <= 12 * 60
const series = (more: Partial<Wanted> = {}): Wanted => ({ minutes: 60, place: null, needs: [1, 1, 1, 1], isOpen: (_, weekday, start) => office(weekday, start, 60), ...more })
const nowhere = () => 0

test('it keeps one weekday and one time, and leaves them only in the week in which they are shut', () => {
  // Only Mondays at nine are open in all weeks but the third; then Tuesday at ten is.
  const isOpen = (week: number, weekday: number, start: number) => (week === 2 ? weekday === 1 && start === 600 : weekday === 0 && start === 540)
  const placed = propose({ wanted: [series({ isOpen })], weeks: 4, travel: nowhere }, solve)
  expect(placed.map(({ week, weekday, start, isRegular }) => [week, weekday, start, isRegular])).toEqual([[0, 0, 540, true], [1, 0, 540, true], [2, 1, 600, false], [3, 0, 540, true]])
})

test('it places as many as there can be, also where each series alone would take the only time of another', () => {
  // The first could be at nine or ten, the second at nine only, the third at ten or eleven: all three fit in one way.
  const at = (...starts: number[]) => series({ needs: [1], isOpen: (_, weekday, start) => weekday === 0 && starts.includes(start) })
  const placed = propose({ wanted: [at(540, 600), at(540), at(600, 660)], weeks: 1, travel: nowhere }, solve)
  expect(placed.map((one) => [one.series, one.start])).toEqual([[1, 540], [0, 600], [2, 660]])
})

test('it never puts two meetings over each other, and leaves the way between two places', () => {
  const both = (place: string) => series({ place, needs: [1], isOpen: (_, weekday, start) => weekday === 0 && start >= 540 && start + 60 <= 690 })
  const near = propose({ wanted: [both('a'), both('a')], weeks: 1, travel: nowhere }, solve)
  const far = propose({ wanted: [both('a'), both('b')], weeks: 1, travel: (from, to) => (from === to ? 0 : 60) }, solve)
  expect([near.length, Math.abs(near[0]!.start - near[1]!.start) >= 60, far.length]).toEqual([2, true, 1])
})

test('it puts two a week on days that are no neighbours, one a day, and answers the same question the same way', () => {
  const twice = { wanted: [series({ needs: [2, 2, 2, 2] })], weeks: 4, travel: nowhere }
  const placed = propose(twice, solve)
  const days = placed.filter(({ week }) => week === 0).map(({ weekday }) => weekday)
  expect([placed.length, placed.every(({ isRegular }) => isRegular), days[1]! - days[0]! >= 2]).toEqual([8, true, true])
  expect(propose(twice, solve)).toEqual(placed)
})

test('it answers nothing where nothing is open or wanted', () => {
  expect(propose({ wanted: [series({ isOpen: () => false })], weeks: 4, travel: nowhere }, solve)).toEqual([])
  expect(propose({ wanted: [series({ needs: [0, 0] }), series({ needs: [] })], weeks: 2, travel: nowhere }, solve)).toEqual([])
})

test('it reads once in two weeks, a taper, hours in bands, and stops at what is left', () => {
  expect(needsByWeek({ weeks: 5, aWeek: 0.5 })).toEqual([1, 0, 1, 0, 1])
  expect(needsByWeek({ weeks: 6, aWeek: 2, taperFrom: 2 })).toEqual([2, 2, 1, 1, 1, 1])
  expect(needsByWeek({ weeks: 3, aWeek: 2, most: 3 })).toEqual([2, 1, 0])
  const bands = [{ from_month: 0, until_month: 3, hours_per_week: { min: 6 }, source: 's' }, { from_month: 3, until_month: 'open' as const, hours_per_week: 2, source: 's' }]
  const dose = { id: 'contact', title: 'Contact', counted_in: 'hours' as const, stages: [], minutes: 90, bands, count: 'open' as const }
  expect([rhythmIn(dose, 0), rhythmIn(dose, 5)]).toEqual([{ aWeek: 4, minutes: 90, count: undefined }, { aWeek: 2 * 60 / 90, minutes: 90, count: undefined }])
})

const pattern = (id: string, stages: string[], more: object = {}) => ({ id, title: id, counted_in: 'sessions' as const, stages, bands: [], ...more })

test('it takes the pattern of the stage in which the plan stands, and counts what comes before it', () => {
  const weekly = pattern('weekly', ['weekly'], { frequency: { times: 1, per: 'week' }, count: 10 })
  const beside = pattern('beside', ['weekly'], { count: 3 })
  const fortnightly = pattern('fortnightly', ['fortnightly'], { frequency: { times: 1, per: 'two_weeks' }, count: 6 })
  const after = pattern('after', ['after'], { count: 'open' })
  const all = [weekly, beside, fortnightly, after]
  const found = (stage: string | undefined) => patternIn(all, stage, 0)?.id
  expect([found(undefined), found('weekly'), found('fortnightly'), found('after'), found('before'), patternIn([], 'weekly', 0)]).toEqual(['weekly', 'weekly', 'fortnightly', 'after', 'weekly', undefined])
  expect([weekly, beside, fortnightly, after].map((one) => countTo(all, one))).toEqual([10, 3, 19, undefined])
})

test('it reads a rhythm of its own for each week, and asks for nothing where nobody set one', () => {
  expect(needsByWeek({ weeks: 5, aWeek: [2, 2, 0.5, 0.5, undefined] })).toEqual([2, 2, 1, 0, 0])
})
