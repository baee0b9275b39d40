import { expect, test } from 'vitest'
import { day } from '../../platform/day.ts'
import { feedbackIn } from './feedback.ts'

const session = (state: string) => ({ person: 'a', held_on: day('2026-03-02'), state, whose: null, minutes: 60, units_planned: 0, units_as_planned: 0, units_instead: 0, whose_change: null })

// Six held, one missed. Two said 8, one said 3, one did not want to say: two of the six were never asked.
test('it is how often each answer was given, of how many sessions, and how often there was none', () => {
  const found = feedbackIn({ sessions: [...Array.from({ length: 6 }, () => session('held')), session('missed')], feedback: [{ value: 8, missing: null, sessions: 2 }, { value: 3, missing: null, sessions: 1 }, { value: null, missing: 'did-not-want', sessions: 1 }] })
  expect(found).toMatchObject({ held: 6, answered: 3, didNotWant: 1, notAnswered: 2 })
  expect(found.answers.filter(({ sessions }) => sessions > 0)).toEqual([{ answer: 3, sessions: 1 }, { answer: 8, sessions: 2 }])
})

test('it has no mean', () => {
  expect(Object.keys(feedbackIn({ sessions: [], feedback: [] }))).toEqual(['held', 'answered', 'didNotWant', 'notAnswered', 'answers'])
})
