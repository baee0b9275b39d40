import { expect, test } from 'vitest'
import { found, isWrongInput, notComputable, tooFew, wrongInput } from './result.ts'

test('it tells an honest default for what a method leaves out', () => {
  const result = found({ value: 0.5, n: 8, method: 'share', se: 0.1 })
  expect(result).toEqual({ kind: 'found', value: 0.5, n: 8, method: 'share', se: 0.1, missing: 0, exact: true, interval: null, cautions: [] })
})

test.each([NaN, Infinity, -Infinity])('it refuses to pass %s on as a value', (value) => {
  expect(() => found({ value, n: 8, method: 'share' })).toThrow('share made a value that is not a finite number')
})

test('it says how many are needed when there are too few', () => {
  expect(tooFew({ method: 'spread', n: 1, needed: 2, of: 'points' })).toMatchObject({ kind: 'too-few', reason: '1 points where at least 2 are needed', missing: 0 })
})

test('it keeps the reason where a question has no answer', () => {
  expect(notComputable({ method: 'spread', n: 3, reason: 'all values are equal' })).toMatchObject({ kind: 'not-computable', reason: 'all values are equal' })
})

test('it names the place of a wrong input', () => {
  const error = wrongInput('inputs.A, place 3', 'a text was given where a number belongs')
  expect(error.message).toBe('inputs.A, place 3: a text was given where a number belongs')
  expect(isWrongInput(error)).toBe(true)
  expect(isWrongInput(new Error('disk full'))).toBe(false)
})
