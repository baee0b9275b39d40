import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { givenIn } from './given.ts'

const session = (given: object) => ({ person: 'a', held_on: day('2026-03-02'), state: 'held', whose: null, minutes: 60, units_planned: 0, units_as_planned: 0, units_instead: 0, whose_change: null, ...given })

// Seven were planned: three held, one missed for each of the three causes, one called off. For the three that were held, 2 + 1 + 0 units were set, 1 + 1 worked on, and one instead.
test('it counts what was planned, held and missed, with whose cause, and how far it went as planned', () => {
  expect(givenIn([
    session({ units_planned: 2, units_as_planned: 1, units_instead: 1, whose_change: 'person' }), session({ units_planned: 1, units_as_planned: 1 }), session({}),
    session({ state: 'missed', whose: 'service', units_planned: 4 }), session({ state: 'missed', whose: 'person' }), session({ state: 'missed', whose: 'neither' }), session({ state: 'called-off' }),
  ])).toEqual({ planned: 7, held: 3, calledOff: 1, missed: { service: 1, person: 1, neither: 1 }, units: { planned: 3, asPlanned: 2, instead: 1 } })
})

test('it is nothing, and no gap, for whom nothing was planned', () => {
  expect(givenIn([])).toEqual({ planned: 0, held: 0, calledOff: 0, missed: { service: 0, person: 0, neither: 0 }, units: { planned: 0, asPlanned: 0, instead: 0 } })
})
