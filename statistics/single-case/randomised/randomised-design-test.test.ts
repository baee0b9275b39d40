import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { seededGenerator } from '../../chance/seeded-generator.ts'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import type { LabelStatistic } from './label-statistics.ts'
import { randomisedDesignTest } from './randomised-design-test.ts'
import type { DesignName, Randomised } from './randomised-design-test.ts'

const chance = seededGenerator(1)
const designs: DesignName[] = ['AB', 'ABA', 'ABAB', 'CRD', 'RBD', 'ATD']

test('it is one of the six ways to choose two of four, by hand', () => {
  // A 1, 2 and B 5, 7: the largest difference of all six
  const study: Randomised = { design: 'CRD', condition: ['A', 'B', 'A', 'B'], values: [1, 5, 2, 7], statistic: 'B-A' }
  expect(randomisedDesignTest(study, { chance })).toMatchObject({ value: 1 / 6, observed: 4.5, nAssignments: 6 })
  expect(randomisedDesignTest({ ...study, statistic: '|A-B|' }, { chance })).toMatchObject({ value: 2 / 6 })
})

test.each(designs.flatMap((design) => storedCases('03_randomisation', `randomisation-test-${design}`).map((one) => ({ id: one.id, design, one }))))('it agrees with the stored figures of $id', ({ design, one }) => {
  const limit = one.options['limit']
  const result = randomisedDesignTest({
    design, statistic: one.options['statistic'] as LabelStatistic, limit: typeof limit === 'number' ? limit : undefined,
    condition: one.inputs['condition'] as string[], values: one.inputs['values'] as number[],
  }, { chance })
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(result.value).toBeCloseTo(storedFigure(one, 'p') as number, 12)
  expect(result.observed).toBeCloseTo(storedFigure(one, 'observed') as number, 12)
  expect(result.nAssignments).toBe(storedFigure(one, 'nAssignments'))
})

test('it does not mind a constant added to every point', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }), fc.integer({ min: -50, max: 50 }), (values, shift) => {
    const study: Randomised = { design: 'RBD', condition: ['A', 'B', 'B', 'A', 'A', 'B'], values, statistic: 'A-B' }
    const moved = randomisedDesignTest({ ...study, values: values.map((value) => value + shift) }, { chance })
    expect((moved as { value: number }).value).toBe((randomisedDesignTest(study, { chance }) as { value: number }).value)
  }))
})

test('it samples a design of 2^60 orders in the number asked for', () => {
  const condition = Array.from({ length: 120 }, (_, i) => i % 2 === 0 ? 'A' : 'B'), values = condition.map((name, i) => i % 7 + (name === 'B' ? 1 : 0))
  const result = randomisedDesignTest({ design: 'RBD', condition, values, statistic: 'B-A' }, { chance: seededGenerator(5), draws: 1_000 })
  expect(result).toMatchObject({ exact: false, nAssignments: 2 ** 60, draws: 1_000, seed: 5 })
  expect((result as { value: number }).value).toBeGreaterThanOrEqual(1 / 1001)
})

test('it refuses to test an order that the design cannot draw', () => {
  expect(randomisedDesignTest({ design: 'ATD', condition: ['A', 'A', 'A', 'B', 'B', 'B'], values: [1, 2, 3, 4, 5, 6], statistic: 'B-A', limit: 2 }, { chance })).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('not one that this design can draw') as string })
  expect(randomisedDesignTest({ design: 'AB', condition: ['A', 'B', 'B'], values: [1, 2, 3], statistic: 'B-A', limit: 2 }, { chance })).toMatchObject({ kind: 'not-computable' })
})

test('it has p 1 where all are equal, and names the place of what does not fit', () => {
  const study: Randomised = { design: 'AB', condition: ['A', 'A', 'B', 'B'], values: [3, 3, 3, 3], statistic: 'B-A' }
  expect(randomisedDesignTest(study, { chance })).toMatchObject({ value: 1, z: null })
  expect(() => randomisedDesignTest({ ...study, condition: ['A', 'A', 'B'] }, { chance })).toThrow('condition: as many conditions as values')
  expect(() => randomisedDesignTest({ ...study, condition: ['A', 'X', 'B', 'B'] }, { chance })).toThrow('condition, place 2')
  expect(() => randomisedDesignTest({ ...study, condition: ['B', 'A', 'B', 'B'] }, { chance })).toThrow('condition, place 1: the first phase is A')
  expect(() => randomisedDesignTest({ ...study, condition: ['A', 'B', 'A', 'B'] }, { chance })).toThrow('condition, place 3: a design AB has only 2 phases')
  expect(randomisedDesignTest({ ...study, values: [3, null, null, null] }, { chance })).toMatchObject({ kind: 'too-few' })
})
