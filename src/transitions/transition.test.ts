import { expect, test } from 'vitest'
import { day, instant } from '../platform/day.ts'
import { openingSaid } from './said.ts'
import { acknowledgeBy, latestOfEach, meetingDays, openingOf } from './transition.ts'

const lead = { days: 90, rule: 'Instruction 12' }
const release = (releaseOn: string, knownOn: string) => ({ releaseOn: day(releaseOn), knownOn: day(knownOn), reason: 'Term shortened by the court', authority: 'Fjordvik District Court' })
const today = day('2026-11-23')

test('it opens by itself on the day that the lead time begins, and not a day before', () => {
  expect(openingOf(release('2027-02-21', '2026-01-01'), lead, today)).toEqual({ state: 'open', opensOn: '2026-11-23', releaseOn: '2027-02-21', days: 90 })
  expect(openingOf(release('2027-02-22', '2026-01-01'), lead, today)).toMatchObject({ state: 'ahead', opensOn: '2026-11-24' })
})

test('it opens late, with the cause that was recorded, where the day came nearer than the lead time', () => {
  expect(openingOf(release('2026-12-28', '2026-11-20'), lead, today)).toEqual({ state: 'open', opensOn: '2026-11-20', releaseOn: '2026-12-28', days: 90,
    late: { cause: 'Term shortened by the court', authority: 'Fjordvik District Court', days: 90 } })
})

test('it says that the cause is not recorded where only a referral told the day', () => {
  expect(openingSaid(openingOf({ ...release('2026-12-28', '2026-11-20'), reason: '', authority: '' }, lead, today))).toContain('Below lead time, cause: not recorded.')
})

test('it is not late on the very day that the lead time begins', () => {
  expect(openingOf(release('2027-02-21', '2026-11-23'), lead, today)).not.toHaveProperty('late')
})

test('it says that no day is known, and nothing else', () => {
  expect(openingOf(undefined, lead, today)).toEqual({ state: 'no-day' })
})

test('it gives a week to say that one knows, and never longer than until release', () => {
  expect(acknowledgeBy(today, day('2026-12-28'))).toBe('2026-11-30')
  expect(acknowledgeBy(today, day('2026-11-25'))).toBe('2026-11-25')
  expect(acknowledgeBy(today, day('2026-11-01'))).toBe('2026-11-30')
  expect(acknowledgeBy(today, undefined)).toBe('2026-11-30')
})

test('it keeps what was said of a place before, and lets the latest hold', () => {
  const told = (placeId: number, answer: 'agreed' | 'over') => ({ placeId, answer, words: '', toldAt: instant('2026-11-23T10:00:00Z') })
  expect(latestOfEach([told(1, 'over'), told(2, 'agreed'), told(1, 'agreed')])).toEqual([{ now: told(1, 'over'), before: [told(1, 'agreed')] }, { now: told(2, 'agreed'), before: [] }])
})

test('it counts the days of meetings over a change of the clock', () => {
  expect(meetingDays({ fromOn: day('2027-03-22'), everyWeeks: 2, meetings: 3 })).toEqual(['2027-03-22', '2027-04-05', '2027-04-19'])
})
