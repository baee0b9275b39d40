import { expect, test } from 'vitest'
import { addDays, day } from '../platform/day.ts'
import { decidedState, eraseOn, expiryOf, mayAccept, officerWordsEnd, receiptFrom, seenByOfficer, states, type Decision, type Referral } from './referral.ts'

const today = day('2026-11-23')
const referral: Referral = { state: 'received', answer: 'yes', ground: 'not-said', referredOn: today, expiresOn: null }

test('it can be decided while it is open, and opened again when it led nowhere', () => {
  const moves = (decision: Decision) => states.filter((state) => { try { decidedState({ state }, decision); return true } catch { return false } })
  for (const decision of ['accepted', 'waiting', 'declined', 'another-route'] as const) expect(moves(decision)).toEqual(['received', 'waiting'])
  expect(moves('reopened')).toEqual(['declined', 'another-route'])
  expect(decidedState({ state: 'declined' }, 'reopened')).toBe('received')
})

test('it takes in nobody who said no, and everybody else by their own answer', () => {
  const accept = (answer: Referral['answer']) => () => mayAccept({ ...referral, answer }, { today, readBySomebodyElse: false })
  expect(accept('no')).toThrow('referral-person-said-no')
  for (const answer of ['yes', 'not-now', 'not-asked'] as const) expect(accept(answer)).not.toThrow()
})

test('it needs a second reader for a word about somebody, and none after its day', () => {
  const vulnerable = { ...referral, ground: 'vulnerable', expiresOn: today } as const
  expect(() => mayAccept(vulnerable, { today, readBySomebodyElse: false })).toThrow('referral-needs-second-reader')
  expect(() => mayAccept(vulnerable, { today, readBySomebodyElse: true })).not.toThrow()
  expect(() => mayAccept(vulnerable, { today: addDays(today, 1), readBySomebodyElse: true })).toThrow('referral-expired')
})

test('it ends early unless somebody said yes or was accepted', () => {
  const ends = (given: Partial<Referral>) => eraseOn({ ...referral, ...given }, today)
  expect([ends({}), ends({ state: 'accepted', answer: 'not-asked' }), ends({ state: 'waiting' })]).toEqual([null, null, null])
  expect([ends({ state: 'declined' }), ends({ state: 'another-route' })]).toEqual(['2027-02-23', '2027-02-23'])
  for (const answer of ['no', 'not-now', 'not-asked'] as const) expect(ends({ answer })).toBe('2027-05-23')
  expect(ends({ expiresOn: expiryOf('vulnerable', today) })).toBe('2027-05-23')
  expect(expiryOf('convicted', today)).toBe(null)
})

test('it shows an officer two words, by the calendar alone', () => {
  expect([seenByOfficer(today, today), seenByOfficer(today, addDays(today, 89)), seenByOfficer(today, addDays(today, 90))]).toEqual(['received', 'received', 'closed'])
  expect(officerWordsEnd(today)).toBe('2027-05-23')
})

test('it gives a receipt that can be said aloud', () => {
  expect(receiptFrom('25ky7g6nh03dxxxx')).toBe('25KY-7G6N-H03D')
})
