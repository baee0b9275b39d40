import { expect, test } from 'vitest'
import { addDays, day, type Day } from '../../platform/day.ts'
import { byLot, mayBeCalledEffective } from './by-lot.ts'
import { eachPerson } from './each-person.ts'
import type { MeasureRow, StageRow, StartRow, Study, StudyData } from '../study.ts'

const study = { outcomeKind: 'ruler', outcome: 'Coping', phases: 'plan-stages', programme: 'entre', design: 'drawn-starts', better: 'higher', effect: 'tau', leastPeople: 2, leastPoints: 1, reliability: null, spread: null, cutoff: null, seed: 7 } as Study
const enrolled = day('2026-01-05')

type Told = { person: string, values: (number | null)[], earliest: number, latest: number, drawn: number, began?: Day | null }

/** Measured every week from the day of enrolment on; begun on the drawn day unless another is told. */
function dataOf(...told: Told[]): StudyData {
  const drawnOn = ({ drawn }: Told) => addDays(enrolled, drawn * 7)
  const measures = told.flatMap(({ person, values }) => values.map((value, week): MeasureRow => (
    { person, kind: 'ruler', series: 'Coping', measured_on: addDays(enrolled, week * 7), value, missing: null, lowest: 0, highest: 10, phase: null })))
  const stages = told.flatMap((one): StageRow[] => [{ person: one.person, stage: 'assessment', kind: 'assessment', begins_on: enrolled },
    ...(one.began === null ? [] : [{ person: one.person, stage: 'treatment', kind: 'delivery', begins_on: one.began ?? drawnOn(one) }])])
  const starts = told.map((one, at): StartRow => ({ person: one.person, place: at + 1, earliest: one.earliest, latest: one.latest, drawn: one.drawn, every_days: 7, enrolled_on: enrolled, drawn_on: drawnOn(one) }))
  return { measures, stages, starts, plans: [], sessions: [], referrals: [], codes: [], pairs: [], asked: [], feedback: [], incidents: { incidents: 0, people: 0 }, leftOut: 0 }
}

const found = (...told: Told[]) => {
  const data = dataOf(...told)
  return byLot(study, eachPerson(study, data), data.starts)
}

const ann: Told = { person: 'b', values: [1, 2, 1, 6, 7, 6], earliest: 2, latest: 3, drawn: 3 }
const bo: Told = { person: 'a', values: [2, 2, 2, 5, 5, 5], earliest: 3, latest: 5, drawn: 3 }

test('it enumerates for each person the starts between earliest and latest and no others, by hand', () => {
  // Ann could begin after 2 or 3 (differences 3.5 and 5), Bo after 3, 4 or 5 (3, 2.25, 1.8): six arrangements, means 3.25 2.875 2.65 4 3.625 3.4. The observed 4 is the largest.
  const { test: result, tested, enrolled: places } = found(ann, bo)
  expect(result).toMatchObject({ kind: 'found', value: 1 / 6, nAssignments: 6, smallestP: 1 / 6, exact: true, seed: null })
  expect([tested, places]).toEqual([2, 2])
})

test('it keeps each draw with its own person, whatever their keys are', () => {
  expect(found(ann, bo).drawn.map(({ person, nA, starts }) => [person.key, nA, starts])).toEqual([['b', 3, [2, 3]], ['a', 3, [3, 4, 5]]])
})

test('it says who began on the drawn day, on another and not yet, and reckons everybody as drawn', () => {
  const { drawn, test: result } = found(ann, { ...bo, began: addDays(enrolled, 4 * 7) }, { ...bo, person: 'c', began: null })
  expect(drawn.map(({ standing }) => standing)).toEqual(['kept', 'not-kept', 'not-begun'])
  expect(result).toMatchObject({ kind: 'found', nAssignments: 18 })
})

test('it takes three days for the same beginning and four weeks for another, even where nobody measured meanwhile', () => {
  expect(found({ ...ann, began: addDays(enrolled, 3 * 7 - 3) }).drawn[0]?.standing).toBe('kept')
  const gap: Told = { ...ann, values: [1, 2, 1], began: addDays(enrolled, 7 * 7) }
  expect(found(gap).drawn[0]?.standing).toBe('not-kept')
})

test('it leaves out who has too few measurements for a day that chance could have drawn, and says so', () => {
  expect(found(ann, { ...bo, values: [2, 2, 2, 5] })).toMatchObject({ enrolled: 2, tested: 1, test: { nAssignments: 2 } })
  expect(found({ ...ann, values: [1] }).test).toMatchObject({ kind: 'too-few' })
})

test('it draws a sample above the limit with the seed of the plan', () => {
  const many = Array.from({ length: 9 }, (_, at): Told => ({ person: `p${at}`, values: Array.from({ length: 20 }, (__, week) => week % 3 + (week < 8 ? 0 : 5)), earliest: 5, latest: 12, drawn: 8 }))
  const [once, again] = [found(...many).test, found(...many).test]
  expect(once).toMatchObject({ exact: false, nAssignments: 8 ** 9, seed: 7, smallestP: 1 / 10_000 })
  expect(once).toEqual(again)
})

test('it allows the word where chance chose, everybody kept to it, and p is small; nowhere else', () => {
  const shown = (change: number) => Array.from({ length: 3 }, (_, at): Told => ({ person: `p${at}`, values: [2, 3, 2, 3, 2, 3, 2, 3].map((value, week) => value + (week < 4 ? 0 : change)), earliest: 2, latest: 6, drawn: 4 }))
  const clear = found(...shown(5))
  expect([clear.test.kind === 'found' && clear.test.value, clear.isEffective]).toEqual([1 / 125, true])
  expect(found(...shown(0)).isEffective).toBe(false)
  expect(found(...shown(5).map((one, at) => at === 0 ? { ...one, began: addDays(enrolled, 6 * 7) } : one)).isEffective).toBe(false)
  expect(found(...shown(5), { ...bo, person: 'late', values: [2], began: null }).isEffective).toBe(false)
  expect(mayBeCalledEffective({ ...study, design: 'multiple-baseline' }, clear)).toBe(false)
  expect(mayBeCalledEffective({ ...study, leastPeople: 4 }, clear)).toBe(false)
})
