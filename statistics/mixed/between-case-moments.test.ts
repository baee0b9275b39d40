import { expect, test } from 'vitest'
import { betweenCaseMoments } from './between-case-moments.ts'
import type { SessionCase } from './session-cases.ts'

const made = (label: string, outcomes: number[], from: number): SessionCase => ({ label, rows: outcomes.map((outcome, i) => ({ time: i + 1, treatment: i < from ? 0 : 1, phase: '1', outcome })) })
const cases = [made('a', [1, 3, 2, 6, 8, 7, 7], 3), made('b', [2, 2, 5, 3, 9, 8, 9], 4), made('c', [5, 4, 6, 6, 5, 11, 12], 5)]

// Differences of means: 7 - 2, 26/3 - 3, 11.5 - 5.2. Cells by session and condition: see the sum of squares in the test.
test('it matches the hand case', () => {
  const result = betweenCaseMoments(cases, 'multiple-baseline')
  if (result.kind !== 'found') throw new Error('there is an answer')
  const spread = (...values: number[]) => values.reduce((all, value) => all + (value - values.reduce((a, b) => a + b) / values.length) ** 2, 0)
  const squares = spread(1, 2, 5) + spread(3, 2, 4) + spread(2, 5, 6) + spread(3, 6) + spread(8, 9) + spread(7, 8, 11) + spread(7, 9, 12)
  expect(result.variance).toBeCloseTo(squares / 12, 10)
  expect(result.uncorrected * Math.sqrt(result.variance)).toBeCloseTo((5 + (26 / 3 - 3) + (11.5 - 5.2)) / 3, 10)
  expect(result.sessions).toBe(21)
})
test('it does not mind the order of cases, a constant or the unit, and turns over with the outcomes', () => {
  const here = betweenCaseMoments(cases, 'multiple-baseline')
  const there = betweenCaseMoments(cases.toReversed().map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, outcome: 10 - 2 * row.outcome })) })), 'multiple-baseline')
  if (here.kind !== 'found' || there.kind !== 'found') throw new Error('both have an answer')
  expect(there.value).toBeCloseTo(-here.value, 9)
  expect(there.se).toBeCloseTo(here.se, 9)
})
test('it takes the places that all cases have in a reversal design', () => {
  const reversed = cases.map((one) => ({ ...one, rows: [...one.rows, ...one.rows.map((row) => ({ ...row, time: row.time + 7, phase: '2', outcome: row.outcome + (row.time % 2) }))] }))
  // Three baseline and two treatment places are common to all, in each of the two pairs of phases.
  expect(betweenCaseMoments(reversed, 'reversal')).toMatchObject({ kind: 'found', sessions: 30 })
})
test('it says what is missing', () => {
  expect(betweenCaseMoments(cases.slice(1), 'multiple-baseline')).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(betweenCaseMoments([...cases, made('d', [1, 2, 3], 3)], 'multiple-baseline')).toMatchObject({ kind: 'not-computable', reason: 'case d lacks a baseline or a treatment phase' })
  expect(betweenCaseMoments(cases.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, outcome: 1 })) })), 'multiple-baseline')).toMatchObject({ kind: 'not-computable' })
  const twice = cases.map((one) => ({ ...one, rows: [...one.rows, one.rows[6]!] }))
  expect(betweenCaseMoments(twice, 'multiple-baseline')).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('same time') })
  const apart = cases.map((one, i) => ({ ...one, rows: one.rows.map((row) => ({ ...row, time: row.time + 100 * i })) }))
  expect(betweenCaseMoments(apart, 'multiple-baseline')).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('same time') })
})
