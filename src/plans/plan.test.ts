import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { checkBegin, ended, endings, isWorkDone } from './plan.ts'

test('it lets a plan begin today, later, or a quarter of a year ago at most', () => {
  const today = day('2026-11-23')
  expect(() => checkBegin(today, today)).not.toThrow()
  expect(() => checkBegin(day('2027-01-01'), today)).not.toThrow()
  expect(() => checkBegin(day('2026-08-23'), today)).not.toThrow()
  expect(() => checkBegin(day('2026-08-22'), today)).toThrow('plan-begins-too-early')
})

test('it ends a plan once, not before it began and not ahead; one that has not begun ends on the day it would have begun', () => {
  const [plan, today] = [{ state: 'running' as const, beginsOn: day('2026-11-23') }, day('2026-11-24')]
  expect([ended(plan, day('2026-11-23'), today).state, ended(plan, today, today).state, ended({ ...plan, beginsOn: day('2027-01-04') }, day('2027-01-04'), today).state]).toEqual(['ended', 'ended', 'ended'])
  expect(() => ended(plan, day('2026-11-22'), today)).toThrow('plan-ends-before-it-begins')
  expect(() => ended(plan, day('2026-11-25'), today)).toThrow('plan-ends-ahead')
  expect(() => ended({ ...plan, beginsOn: day('2027-01-04') }, day('2027-01-05'), today)).toThrow('plan-ends-ahead')
  expect(() => ended({ ...plan, state: 'ended' }, today, today)).toThrow('plan-ended-already')
})

test('it keeps up what was gained where the work was done, and nowhere else', () => {
  expect(endings.filter(isWorkDone)).toEqual(['completed', 'commitments consolidated'])
})
