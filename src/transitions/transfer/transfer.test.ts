import { expect, test } from 'vitest'
import { day, instant } from '../../platform/day.ts'
import { checkMovesOn, checkTeam, stateOf } from './transfer.ts'

const today = day('2026-11-23')

test('it is announced until the next unit has taken over, or it was called off', () => {
  const then = instant('2026-11-20T09:00:00Z')
  expect([stateOf({ takenAt: null, calledOffAt: null }), stateOf({ takenAt: then, calledOffAt: null }), stateOf({ takenAt: null, calledOffAt: then })]).toEqual(['announced', 'taken', 'called-off'])
})

test('it takes a day of the last three months or of the year ahead, and none before the last transfer', () => {
  for (const on of ['2026-08-24', '2026-11-23', '2027-11-23']) expect(() => checkMovesOn(day(on), { today, lastOn: undefined }), on).not.toThrow()
  expect(() => checkMovesOn(day('2026-08-22'), { today, lastOn: undefined })).toThrow('transfer-too-long-ago')
  expect(() => checkMovesOn(day('2027-11-24'), { today, lastOn: undefined })).toThrow('transfer-too-far-ahead')
  expect(() => checkMovesOn(day('2026-11-10'), { today, lastOn: day('2026-11-11') })).toThrow('transfer-before-the-last')
})

test('it asks of everybody on the team whether they go on, once each, and of nobody else', () => {
  const team = [{ public_id: 'amira' }, { public_id: 'mia' }]
  const both = [{ assignment: 'amira', goes: 'on' as const }, { assignment: 'mia', goes: 'ends' as const }]
  expect(() => checkTeam(both, team)).not.toThrow()
  for (const decided of [both.slice(0, 1), [both[0]!, both[0]!], [...both, { assignment: 'lena', goes: 'on' as const }], [both[0]!, { assignment: 'lena', goes: 'on' as const }]]) {
    expect(() => checkTeam(decided, team)).toThrow('transfer-team-changed')
  }
})
