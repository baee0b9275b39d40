import { expect, test } from 'vitest'
import { list, number, oneOf, optionalNumber } from './reading.ts'

test('it hands back what has the right kind', () => {
  expect(list({ A: [1, null] }, 'A')).toEqual([1, null])
  expect(number({ rho: 0.3 }, 'rho')).toBe(0.3)
  expect(number({}, 'rho', 0.5)).toBe(0.5)
  expect(optionalNumber({ goal: null }, 'goal')).toBeUndefined()
  expect(optionalNumber({ goal: 0 }, 'goal')).toBe(0)
  expect(oneOf({ scale: 'count' }, 'scale', ['count', 'rate'])).toBe('count')
  expect(oneOf({}, 'scale', ['count', 'rate'], 'rate')).toBe('rate')
})

test('it names the place of what has not', () => {
  expect(() => list({ A: '1, 2' }, 'A')).toThrow('inputs.A: a list belongs here')
  expect(() => list({}, 'values', 'inputs.cases, place 2')).toThrow('inputs.cases, place 2.values: a list belongs here')
  expect(() => number({}, 'rho')).toThrow('options.rho: nothing was given')
  expect(() => optionalNumber({ goal: 'ten' }, 'goal')).toThrow('options.goal: the text "ten"')
  expect(() => oneOf({ scale: 'feet' }, 'scale', ['count', 'rate'])).toThrow('options.scale: one of count, rate belongs here')
})
