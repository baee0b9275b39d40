import { expect, test } from 'vitest'
import { knownMethods, runCase } from './index.ts'

test('it runs a case by the name of its method', async () => {
  expect(await runCase({ id: 'one', method: 'goal-attainment-scaling-T', inputs: { scores: [0], weights: [1] }, options: {} })).toMatchObject({ T: 50 })
  expect(knownMethods).toContain('goal-attainment-scaling-T')
})

test('it refuses a method it does not know, also one that every object has', () => {
  expect(() => runCase({ id: 'one', method: 'astrology', inputs: {}, options: {} })).toThrow('method: "astrology" is not a method of this library')
  expect(() => runCase({ id: 'one', method: 'toString', inputs: {}, options: {} })).toThrow('method: "toString"')
})

test('it refuses inputs and options without names', () => {
  expect(() => runCase({ id: 'one', method: 'goal-attainment-scaling-T', inputs: [1] as never, options: {} })).toThrow('inputs: named fields belong here')
  expect(() => runCase({ id: 'one', method: 'goal-attainment-scaling-T', inputs: {}, options: null as never })).toThrow('options: named fields belong here')
})
