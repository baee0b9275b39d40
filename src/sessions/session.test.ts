import { expect, test } from 'vitest'
import { instant } from '../platform/day.ts'
import { allCauses, checkMoment, checkTakingPart, whoseCause } from './session.ts'

const now = instant('2026-11-23T09:00:00Z')

test('it keeps the service\'s causes the service\'s', () => {
  expect(whoseCause('no-escort')).toBe('service')
  expect(whoseCause('person-absent')).toBe('person')
  expect(whoseCause('illness')).toBe('neither')
  expect(allCauses.filter((cause) => whoseCause(cause) === 'service')).toHaveLength(6)
})

test('it records nothing that has not happened, and plans nothing that has', () => {
  expect(() => checkMoment('held', instant('2026-11-23T10:00:00Z'), now)).toThrow('session-in-the-future')
  expect(() => checkMoment('missed', instant('2026-11-23T09:00:00Z'), now)).not.toThrow()
  expect(() => checkMoment('planned', instant('2026-11-23T09:00:00Z'), now)).toThrow('session-planned-in-the-past')
  expect(() => checkMoment('planned', instant('2026-11-24T09:00:00Z'), now)).not.toThrow()
})

test('it holds no session with somebody paused or not yet begun', () => {
  expect(() => checkTakingPart('active')).not.toThrow()
  expect(() => checkTakingPart('paused')).toThrow('session-while-paused')
  expect(() => checkTakingPart('waiting')).toThrow('session-before-the-plan')
  expect(() => checkTakingPart('ended')).toThrow('session-on-a-closed-person')
})
