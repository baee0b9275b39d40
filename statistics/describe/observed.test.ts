import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { confidenceLevel, finite, observed } from './observed.ts'

test('it drops and counts the missing values', () => {
  expect(observed([4, null, 6, null], 'A')).toEqual({ values: [4, 6], missing: 2 })
  expect(observed([], 'A')).toEqual({ values: [], missing: 0 })
  expect(observed([null], 'A')).toEqual({ values: [], missing: 1 })
})

test.each([['seven', 'the text "seven"'], [NaN, 'NaN'], [Infinity, 'Infinity'], [undefined, 'nothing'], [{}, 'a value of kind object']])(
  'it throws for %s and names the place', (value, name) => {
    expect(() => observed([1, value], 'inputs.A')).toThrow(`inputs.A, place 2: ${name} was given where a finite number belongs`)
  })

test('it wants a list', () => {
  expect(() => observed('123' as never, 'inputs.A')).toThrow('inputs.A: a list of numbers belongs here')
})

test('it keeps every number in its order', () => {
  fc.assert(fc.property(fc.array(fc.option(fc.integer())), (given) => {
    expect(observed(given, 'A').values).toEqual(given.filter((value) => value !== null))
  }))
})

test('it refuses a number whose powers no computer can hold', () => {
  expect(() => finite(1e300, 'inputs.A, place 1')).toThrow('inputs.A, place 1: 1e+300 is too large to compute with')
  expect(() => finite(-1e-300, 'inputs.A, place 1')).toThrow('-1e-300 is too small a fraction to compute with')
  expect(finite(0, 'inputs.A, place 1')).toBe(0)
})

test('it takes a confidence strictly between 0 and 1', () => {
  expect(confidenceLevel(0.95)).toBe(0.95)
  expect(() => confidenceLevel(1.2)).toThrow('confidence: 1.2 was given where a number between 0 and 1 belongs')
  expect(() => finite('0.95', 'options.confidence')).toThrow('options.confidence')
})
