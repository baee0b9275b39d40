import { seededGenerator, startPointTest, type Result } from '../../../statistics/index.ts'
import { addDays, daysBetween, type Day } from '../../platform/day.ts'
import type { OnePerson } from './each-person.ts'
import type { StartRow, Study } from '../study.ts'

/** Whether somebody began when chance said: no measurement lies between the two days, and less than one step of the rhythm. */
export type Standing = 'kept' | 'not-kept' | 'not-begun'
/** `starts`: how many measurements came before each day that chance could have drawn for this person; `nA` before the one it drew. */
export type DrawnStart = { person: OnePerson, place: number, drawnOn: Day, standing: Standing, starts: number[], nA: number, isTested: boolean }
export type LotTest = Result<{ nAssignments: number, smallestP: number, nExtreme: number, draws: number, seed: number | null }>
export type ByLot = {
  /** How many took a place of the draw, and how many of them have been measured. */
  enrolled: number
  drawn: DrawnStart[]
  tested: number
  test: LotTest
  /** Whether the word "effective" may be used: see `mayBeCalledEffective`. */
  isEffective: boolean
}

/**
 * Everybody stands where chance put them, whether it was kept to or not; only days that chance could have drawn for them are enumerated. Who has too few measurements for
 * one of these days is not tested yet.
 */
export function byLot(study: Study, people: OnePerson[], starts: StartRow[]): ByLot {
  const drawn = starts.flatMap((start) => {
    const person = people.find(({ key }) => key === start.person)
    return person ? [drawnStart(study, person, start)] : []
  })
  const tested = drawn.filter(({ isTested }) => isTested)
  const cases = tested.map(({ person, starts: possible, nA }) => ({ values: person.series.points.map(({ value }) => value), nA, starts: possible }))
  const test = startPointTest({ cases, statistic: study.better === 'higher' ? 'Mean B-A' : 'Mean A-B', minPhaseA: 1, minPhaseB: 1 }, { chance: seededGenerator(study.seed) })
  const found = { enrolled: starts.length, drawn, tested: tested.length, test }
  return { ...found, isEffective: mayBeCalledEffective(study, found) }
}

/** One in twenty, as it is used; what it means with few people stands beside it. */
const rare = 0.05

/**
 * The word is kept for a design in which chance chose the beginnings, where each beginning was kept to, with as many people as the locked plan asked for, and where chance
 * alone would seldom have shown as much. Anything less is described and not called so.
 */
export function mayBeCalledEffective(study: Pick<Study, 'design' | 'leastPeople'>, { enrolled, drawn, tested, test }: Omit<ByLot, 'isEffective'>): boolean {
  return study.design === 'drawn-starts' && tested >= study.leastPeople && tested === enrolled && drawn.every(({ standing }) => standing === 'kept') && test.kind === 'found' && test.value <= rare
}

function drawnStart({ leastPoints }: Study, person: OnePerson, start: StartRow): DrawnStart {
  const { points, laterFrom } = person.series
  const before = (on: Day) => points.filter((point) => point.on < on).length
  const known = (from: number, to: number) => points.slice(from, to).filter(({ value }) => value !== null).length
  const starts = Array.from({ length: start.latest - start.earliest + 1 }, (_, step) => before(addDays(start.enrolled_on, (start.earliest + step) * start.every_days)))
  const nA = before(start.drawn_on)
  const isTested = starts.every((at) => known(0, at) > 0 && known(at, points.length) > 0) && known(0, nA) >= leastPoints && known(nA, points.length) >= leastPoints
  return { person, place: start.place, drawnOn: start.drawn_on, starts, nA, isTested, standing: standingOf(start, laterFrom, laterFrom === null ? 0 : before(laterFrom) - nA) }
}

function standingOf(start: StartRow, began: Day | null, measuredBetween: number): Standing {
  if (began === null) return 'not-begun'
  return measuredBetween === 0 && Math.abs(daysBetween(start.drawn_on, began)) < start.every_days ? 'kept' : 'not-kept'
}
