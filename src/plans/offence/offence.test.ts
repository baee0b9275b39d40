import { expect, test } from 'vitest'
import { day, instant, type Day } from '../../platform/day.ts'
import { offenceStanding } from './offence.ts'

const today = day('2026-11-23')
const remand = { status: 'remand', from_on: day('2026-10-01'), until_on: null as Day | null }
const sentenced = { status: 'sentenced', from_on: day('2026-11-10'), until_on: null }
const silent = { agreement: undefined, advisedAt: undefined, saidYes: null }
const at = instant('2026-11-20T10:00:00Z')
const yesOn = (on: string, time = '08:00') => ({ on: day(on), at: instant(`${on}T${time}:00Z`) })
const agreedOn = (on: string, advice: string | null = 'taken') => ({ agreed: true, on: day(on), at, advice })

test('it is open for somebody who is sentenced and was never on remand here', () => {
  expect(offenceStanding({ ...silent, statuses: [sentenced] }, today)).toBe('open')
})

test('it is closed on remand, with charges or an appeal pending, and after an acquittal', () => {
  for (const status of ['remand', 'charges', 'appeal', 'acquitted']) expect(offenceStanding({ ...silent, statuses: [sentenced, { ...remand, status }] }, today)).toBe('locked')
})

test('it treats an unknown status as open guilt, and tells nothing to whoever may not know it', () => {
  expect(offenceStanding({ ...silent, statuses: [] }, today)).toBe('not-known')
  expect(offenceStanding({ ...silent, statuses: [{ ...sentenced, from_on: day('2026-12-01') }] }, today)).toBe('not-known')
  expect(offenceStanding({ ...silent, statuses: 'not-mine-to-know' }, today)).toBe('not-mine-to-know')
})

test('it opens when the person agrees since the status began, and closes when they say no again', () => {
  expect(offenceStanding({ ...silent, statuses: [remand], agreement: agreedOn('2026-10-20') }, today)).toBe('open')
  expect(offenceStanding({ ...silent, statuses: [remand], agreement: agreedOn('2026-09-30') }, today)).toBe('locked')
  expect(offenceStanding({ ...silent, statuses: [remand], agreement: { agreed: false, on: today, at, advice: 'taken' } }, today)).toBe('locked')
})

test('it does not open by an answer that knew of no advice, though charges are recorded later from an earlier day', () => {
  for (const status of ['remand', 'charges', 'appeal']) expect(offenceStanding({ ...silent, statuses: [sentenced, { ...remand, status }], agreement: agreedOn('2026-11-20', null) }, today)).toBe('locked')
  expect(offenceStanding({ ...silent, statuses: [{ ...remand, until_on: day('2026-11-09') }, sentenced], agreement: agreedOn('2026-11-12', null) }, today)).toBe('open')
})

test('it takes no answer of the morning for a new yes when the judgment is recorded at noon', () => {
  const judged = [{ ...remand, until_on: day('2026-11-20'), ended_at: instant('2026-11-20T12:00:00Z') }, sentenced]
  expect(offenceStanding({ ...silent, statuses: judged, agreement: agreedOn('2026-11-20') }, today)).toBe('after-judgment')
  expect(offenceStanding({ ...silent, statuses: judged, agreement: { ...agreedOn('2026-11-20'), at: instant('2026-11-20T13:00:00Z') } }, today)).toBe('open')
})

test('it takes no yes to the programme for an agreement while guilt is open', () => {
  expect(offenceStanding({ ...silent, statuses: [remand], saidYes: yesOn(today) }, today)).toBe('locked')
})

test('it opens after a judgment only when the person says yes anew', () => {
  const judged = [{ ...remand, until_on: day('2026-11-09') }, sentenced]
  expect(offenceStanding({ ...silent, statuses: judged, agreement: agreedOn('2026-10-20') }, today)).toBe('after-judgment')
  expect(offenceStanding({ ...silent, statuses: judged, saidYes: yesOn('2026-11-09') }, today)).toBe('after-judgment')
  expect(offenceStanding({ ...silent, statuses: judged, saidYes: yesOn('2026-11-10') }, today)).toBe('open')
  expect(offenceStanding({ ...silent, statuses: judged, agreement: agreedOn('2026-11-12') }, today)).toBe('open')
})

test('it asks anew when something else is recorded of legal advice after the answer', () => {
  const facts = { ...silent, statuses: [remand], agreement: agreedOn('2026-11-20') }
  expect(offenceStanding({ ...facts, advisedAt: at }, today)).toBe('open')
  expect(offenceStanding({ ...facts, advisedAt: instant('2026-11-20T10:00:01Z') }, today)).toBe('locked')
})

test('it keeps an answer when a status that has nothing to do with guilt begins later, and takes none for an offence that was acquitted', () => {
  const parole = { status: 'parole', from_on: day('2026-11-22'), until_on: null }
  const judged = [{ ...remand, until_on: day('2026-11-09') }, sentenced, parole]
  expect(offenceStanding({ ...silent, statuses: judged, saidYes: yesOn('2026-11-10') }, today)).toBe('open')
  expect(offenceStanding({ ...silent, statuses: [remand, parole], agreement: agreedOn('2026-11-20') }, today)).toBe('open')
  expect(offenceStanding({ ...silent, statuses: [{ ...remand, status: 'acquitted' }], agreement: agreedOn('2026-11-20') }, today)).toBe('locked')
})

test('it takes a judgment that was only told for none', () => {
  expect(offenceStanding({ ...silent, statuses: [{ ...sentenced, as_told: true }] }, today)).toBe('not-known')
})

test('it no longer holds a status on the day of its end: a yes that came after the end was recorded opens the offence the same day, an earlier one does not', () => {
  const ends = (until: string) => [{ ...remand, until_on: day(until), ended_at: instant('2026-11-23T10:00:00Z') }, sentenced]
  expect(offenceStanding({ ...silent, statuses: ends('2026-11-24'), saidYes: yesOn('2026-11-23', '11:00') }, today)).toBe('locked')
  expect(offenceStanding({ ...silent, statuses: ends('2026-11-23') }, today)).toBe('after-judgment')
  expect(offenceStanding({ ...silent, statuses: ends('2026-11-23'), saidYes: yesOn('2026-11-23', '09:00') }, today)).toBe('after-judgment')
  expect(offenceStanding({ ...silent, statuses: ends('2026-11-23'), saidYes: yesOn('2026-11-23', '11:00') }, today)).toBe('open')
})
