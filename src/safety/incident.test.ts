import { expect, test } from 'vitest'
import { instant } from '../platform/day.ts'
import { helpingRoleOf, lineOf, mustBeWhole, nextStep, type Ask } from './incident.ts'

const at = (time: string) => instant(`2026-11-23T${time}:00Z`)
const asks: Ask[] = [
  { colleagueId: 1, place: 0, minutes: 10, asCoordinator: false, askedAt: at('16:50'), answerBy: at('17:00') },
  { colleagueId: 2, place: 1, minutes: 10, asCoordinator: false, askedAt: null, answerBy: null },
  { colleagueId: 3, place: 2, minutes: 10, asCoordinator: true, askedAt: null, answerBy: null },
  { colleagueId: 4, place: 3, minutes: 10, asCoordinator: true, askedAt: null, answerBy: null },
]
const asked = (ask: Ask, time: string, until: string): Ask => ({ ...ask, askedAt: at(time), answerBy: at(until) })

test('it asks the duty list in its order and the coordinators last, nobody twice, and never whoever calls', () => {
  const duty = [{ colleagueId: 7, minutes: 5 }, { colleagueId: 8, minutes: 15 }, { colleagueId: 9, minutes: 5 }]
  expect(lineOf(duty, [9, 10], 8)).toEqual([{ colleagueId: 7, minutes: 5, asCoordinator: false }, { colleagueId: 9, minutes: 5, asCoordinator: false }, { colleagueId: 10, minutes: 10, asCoordinator: true }])
  expect(lineOf([], [], 8)).toEqual([])
})

test('it waits as long as somebody has time to answer, and not a moment longer', () => {
  expect(nextStep(asks, at('16:59'))).toBe('wait')
  expect(nextStep(asks, at('17:00'))).toEqual({ ask: [asks[1]] })
})

test('it asks all coordinators together when nobody before them answered, and says that the line is at its end after that', () => {
  const second = [asks[0]!, asked(asks[1]!, '17:00', '17:10'), asks[2]!, asks[3]!]
  expect(nextStep(second, at('17:10'))).toEqual({ ask: [asks[2], asks[3]] })
  const last = [asks[0]!, second[1]!, asked(asks[2]!, '17:10', '17:20'), asked(asks[3]!, '17:10', '17:20')]
  expect(nextStep(last, at('17:15'))).toBe('wait')
  expect(nextStep(last, at('17:20'))).toBe('told-last')
  expect(nextStep([], at('17:20'))).toBe('told-last')
})

test('it opens a case in an emergency to the helping professions alone', () => {
  expect(helpingRoleOf(['assessor'])).toBe('assessor')
  expect(helpingRoleOf(['clinical_supervisor', 'facilitator'])).toBe('facilitator')
  for (const role of ['coordinator', 'mentor', 'coach', 'clinical_supervisor', 'case_manager', 'security', 'head', 'administrator', 'circle_volunteer']) expect(helpingRoleOf([role]), role).toBeUndefined()
})

test('it takes "look in" only with how often, and "keep apart" only with from whom', () => {
  expect(() => mustBeWhole({ measures: ['stay-with'] })).not.toThrow()
  expect(() => mustBeWhole({ measures: ['check', 'keep-apart'], checkEvery: 15, apartFrom: 'the cellmate' })).not.toThrow()
  expect(() => mustBeWhole({ measures: ['check'] })).toThrow('safety-check-needs-times')
  expect(() => mustBeWhole({ measures: ['stay-with'], checkEvery: 15 })).toThrow('safety-check-needs-times')
  expect(() => mustBeWhole({ measures: ['keep-apart'] })).toThrow('safety-apart-from-whom')
  expect(() => mustBeWhole({ measures: ['stay-with'], apartFrom: 'somebody' })).toThrow('safety-apart-from-whom')
})
