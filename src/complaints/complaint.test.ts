import { expect, test } from 'vitest'
import { day } from '../platform/day.ts'
import { answerByFrom, daysLeft, mustBeOpen, numberFrom, outcomesFor, ownTerms, standingOf, termsFrom, type Complaint } from './complaint.ts'

const raised: Complaint = { id: 1, publicId: 'x', participantId: 2, number: 'ABCD-EFGH', kind: 'complaint', subject: 'worker', words: 'Nobody came.', reach: '', raisedOn: day('2026-11-23'), answerBy: day('2026-12-23'), way: 'own-page' }
const answer = { outcome: 'agreed', words: 'You are right.', on: day('2026-11-30'), by: 'Rune Vik' } as const
const takenBack = { words: '', on: day('2026-11-24') }

test('it is open until its day is over, and late from the next', () => {
  expect(standingOf(raised, day('2026-12-23'))).toBe('open')
  expect(standingOf(raised, day('2026-12-24'))).toBe('overdue')
  expect([daysLeft(raised, day('2026-12-23')), daysLeft(raised, day('2026-12-25'))]).toEqual([0, -2])
})

test('it is never late once it was answered or taken back', () => {
  expect(standingOf({ ...raised, answer }, day('2027-05-01'))).toBe('answered')
  expect(standingOf({ ...raised, takenBack }, day('2027-05-01'))).toBe('taken-back')
})

test('it takes nothing more once it is over, and says which way it ended', () => {
  expect(() => mustBeOpen(raised)).not.toThrow()
  expect(() => mustBeOpen({ ...raised, answer })).toThrow(expect.objectContaining({ code: 'complaint-answered' }))
  expect(() => mustBeOpen({ ...raised, takenBack })).toThrow(expect.objectContaining({ code: 'complaint-taken-back' }))
})

test('it counts the days from the day on which it was raised', () => {
  expect(answerByFrom(day('2026-11-23'), { days: 30 })).toBe('2026-12-23')
})

test('it says "not established" where no law was written down, and the service\'s own number where one was', () => {
  const terms = termsFrom([{ kind: 'file', days: 20, source: 'Data Act, section 3' }])
  expect(terms.find(({ kind }) => kind === 'file')).toEqual({ kind: 'file', days: 20, source: 'Data Act, section 3' })
  expect(terms.find(({ kind }) => kind === 'complaint')).toEqual({ kind: 'complaint', days: ownTerms.complaint, source: null })
})

test('it neither agrees nor disagrees in part with the wish to see a file', () => {
  expect(outcomesFor('file')).toEqual(['given', 'elsewhere', 'not-agreed'])
  expect(outcomesFor('objection')).not.toContain('given')
})

test('it has a number that can be said aloud and counts nothing', () => {
  expect(numberFrom('7kq2m4xd99999999')).toBe('7KQ2-M4XD')
})
