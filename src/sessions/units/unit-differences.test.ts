import { expect, test } from 'vitest'
import { differencesOf, reasonsByWhose, unitReasons, whoseReason, withoutReason } from './unit-differences.ts'

test('it finds what was planned and not worked on, and what was worked on and not planned', () => {
  expect(differencesOf(['a', 'b'], ['b', 'c'])).toEqual(['a', 'c'])
  expect(differencesOf(['a'], ['a'])).toEqual([])
  expect(differencesOf(['a'], [])).toEqual(['a'])
})

test('it finds no difference where nothing was planned: a unit worked on by the way is a record, no deviation', () => {
  expect(differencesOf([], ['a', 'b'])).toEqual([])
})

test('it takes a reason for its own unit alone, and words without a reason for none', () => {
  expect(withoutReason(['a', 'c'], [{ unit: 'a', reason: 'came-up' }, { unit: 'b', reason: 'other' }])).toEqual(['c'])
  expect(withoutReason(['a'], [{ unit: 'a', words: 'No time.' }])).toEqual(['a'])
})

test('it offers every reason once, keeps the service\'s the service\'s, and lays tailoring at nobody\'s door', () => {
  expect([...unitReasons].sort()).toEqual(Object.values(reasonsByWhose).flat().sort())
  expect([whoseReason('cut-short'), whoseReason('no-means'), whoseReason('person-asked'), whoseReason('too-early')]).toEqual(['service', 'service', 'person', 'neither'])
})
