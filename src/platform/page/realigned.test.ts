import { expect, test } from 'vitest'
import { realigned } from './realigned.ts'

const goals = { list: 'ratings', key: 'goal' }
const sent = { on: '2026-11-23', 'ratings.0.goal': 'a', 'ratings.0.level': '-2', 'ratings.1.goal': 'b', 'ratings.1.level': '2' }

test('it leaves a form as it was where nothing has changed, and one that nobody has sent', () => {
  expect(realigned(['a', 'b'], { values: sent, problems: [{ field: 'ratings.1.level', sentence: 'x' }] }, goals)).toEqual({ values: sent, problems: [{ field: 'ratings.1.level', sentence: 'x' }] })
  expect(realigned(['a', 'b'], undefined, goals)).toBeUndefined()
})

test('it takes what was said of a thing to where it stands now, with its problem, and to no other', () => {
  const found = realigned(['c', 'b'], { values: sent, problems: [{ field: 'ratings.1.level', sentence: 'of b' }, { field: 'ratings.0.level', sentence: 'of a' }] }, goals)!
  expect(found.values).toEqual({ on: '2026-11-23', 'ratings.1.goal': 'b', 'ratings.1.level': '2' })
  expect(found.problems).toEqual([{ field: 'ratings.1.level', sentence: 'of b' }, { field: '', sentence: 'of a' }])
})

test('it keeps the order of several lines about the same thing, and makes room between them', () => {
  const lines = { 'entries.0.part': 'ways', 'entries.0.words': 'first', 'entries.1.part': 'ways', 'entries.1.words': 'second', 'entries.2.part': 'choice', 'entries.2.words': 'Ask.' }
  expect(realigned(['ways', 'ways', 'ways', 'choice'], { values: lines, problems: [] }, { list: 'entries', key: 'part' })!.values)
    .toEqual({ 'entries.0.part': 'ways', 'entries.0.words': 'first', 'entries.1.part': 'ways', 'entries.1.words': 'second', 'entries.3.part': 'choice', 'entries.3.words': 'Ask.' })
})
