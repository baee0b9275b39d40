import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import type { StudyData } from '../study.ts'
import { changesOf } from './change.ts'
import type { OnePerson } from './each-person.ts'
import { harmsOf } from './harms.ts'

// Spread 10, reliability 0.82: the standard error of a difference is 10 * sqrt(2) * sqrt(0.18) = 6, so more than 1.96 * 6 = 11.76 is more than error. Cut-off 50, higher is better.
const yardstick = { reliability: 0.82, spread: 10, better: 'higher', cutoff: 50 } as const
const people = [
  { who: 'recovers: from 40 to 60', first: 40, latest: 60, change: 'better', jacobson: 'recovered' },
  { who: 'is better, and still below: from 30 to 45', first: 30, latest: 45, change: 'better', jacobson: 'improved' },
  { who: 'moves by 11, less than error: from 44 to 55', first: 44, latest: 55, change: 'within-error', jacobson: 'unchanged' },
  { who: 'moves by 12, more than error: from 40 to 52', first: 40, latest: 52, change: 'better', jacobson: 'recovered' },
  { who: 'gets worse, below already: from 45 to 30', first: 45, latest: 30, change: 'worse', jacobson: 'deteriorated' },
  { who: 'is harmed: from 60 to 40', first: 60, latest: 40, change: 'worse', jacobson: 'harmed' },
  { who: 'is worse, and still well: from 90 to 70', first: 90, latest: 70, change: 'worse', jacobson: 'deteriorated' },
  { who: 'was measured once', first: 60, latest: null, change: null, jacobson: null },
] as const

test.each(people)('it says of somebody who $who', ({ first, latest, change, jacobson }) => {
  expect(changesOf(yardstick, [{ first, latest }])).toEqual([{ change, jacobson }])
})

test('it turns the sides where lower is better', () => {
  expect(changesOf({ ...yardstick, better: 'lower' }, [{ first: 40, latest: 60 }, { first: 60, latest: 40 }])).toEqual([{ change: 'worse', jacobson: 'harmed' }, { change: 'better', jacobson: 'recovered' }])
})

test('it names no class without a cut-off, and no change without an error of measurement', () => {
  expect(changesOf({ ...yardstick, cutoff: null }, [{ first: 60, latest: 40 }])).toEqual([{ change: 'worse', jacobson: null }])
  expect(changesOf({ ...yardstick, reliability: null, spread: null }, [{ first: 60, latest: 40 }])).toEqual([{ change: null, jacobson: null }])
})

const plan = (person: string, ending: string | null) => ({ person, begins_on: day('2026-01-05'), ended_on: null, followed_until: day('2026-06-01'), state: 'running', ending })
const data: Pick<StudyData, 'plans' | 'incidents'> = { plans: [plan('a', 'completed'), plan('b', 'own wish'), plan('c', 'another route'), plan('d', 'transferred'), plan('e', null)], incidents: { incidents: 3, people: 2 } }

test('it counts who got worse, who was harmed, who left and what happened, beside of how many', () => {
  const judged = people.map(({ first, latest }, place) => ({ place, ...changesOf(yardstick, [{ first, latest }])[0]!, effect: { kind: 'found', value: place === 5 ? -0.4 : 0.2 } }) as unknown as OnePerson)
  expect(harmsOf({ effect: 'tau' }, judged, data)).toEqual({
    reliablyWorse: 3, judged: 7, classes: { recovered: 2, improved: 1, unchanged: 1, deteriorated: 2, harmed: 1 }, worseByEffect: 1, compared: 8, left: 2, begun: 5, incidents: 3, peopleInIncidents: 2 })
})

test('it says that classes are not known, rather than that nobody was harmed', () => {
  expect(harmsOf({ effect: 'tau' }, [], data)).toMatchObject({ classes: null, judged: 0, compared: 0 })
})
