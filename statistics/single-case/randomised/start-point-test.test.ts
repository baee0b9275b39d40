import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { seededGenerator } from '../../chance/seeded-generator.ts'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import { startPointTest } from './start-point-test.ts'
import type { StartPoints } from './start-point-test.ts'

const chance = seededGenerator(1)
const one: StartPoints = { cases: [{ values: [1, 2, 1, 6, 7, 6], nA: 3 }], statistic: 'Mean B-A', minPhaseA: 2, minPhaseB: 2 }

test('it compares the start with every other start, by hand', () => {
  // starts after 2, 3, 4: 5 - 1.5, 19/3 - 4/3, 6.5 - 2.5; the observed 5 is the largest
  expect(startPointTest(one, { chance })).toMatchObject({ value: 1 / 3, observed: 5, nAssignments: 3, smallestP: 1 / 3 })
})

test.each(storedCases('03_randomisation', 'randomisation-test-start-point'))('it agrees with the stored figures of $id', (stored) => {
  const options = stored.options as Omit<StartPoints, 'cases'> & { direction: 'greater' | 'less' }
  const result = startPointTest({ ...options, cases: stored.inputs['cases'] as StartPoints['cases'] }, { direction: options.direction, chance })
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(result.value).toBeCloseTo(storedFigure(stored, 'p') as number, 12)
  expect(result.observed).toBeCloseTo(storedFigure(stored, 'observed') as number, 9)
  expect(result.nAssignments).toBe(storedFigure(stored, 'nAssignments'))
  expect(result.distSd).toBeCloseTo(storedFigure(stored, 'distSd') as number, 9)
})

test('it enumerates the starts that chance could draw for each person, and no others, by hand', () => {
  // first person, after 2 or 3: means 1.5 | 5 gives 3.5, 4/3 | 19/3 gives 5. Second person, after 3, 4 or 5: 2 | 5 gives 3, 2.75 | 5 gives 2.25, 3.2 | 5 gives 1.8.
  // the means of the two: 3.25, 2.875, 2.65, 4, 3.625, 3.4. The observed 4 is the largest of six.
  const cases = [{ values: [1, 2, 1, 6, 7, 6], nA: 3, starts: [2, 3] }, { values: [2, 2, 2, 5, 5, 5], nA: 3, starts: [3, 4, 5] }]
  expect(startPointTest({ ...one, cases }, { chance })).toMatchObject({ value: 1 / 6, observed: 4, nAssignments: 6, smallestP: 1 / 6 })
  expect(startPointTest({ ...one, cases: [{ values: [1, 2, 1, 6, 7, 6], nA: 4, starts: [2, 3] }] }, { chance })).toMatchObject({ kind: 'not-computable' })
})

test('it does not mind the order of the people', () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 8 })
  fc.assert(fc.property(values, values, (first, second) => {
    const cases = [{ values: first, nA: 2 }, { values: second, nA: 3 }]
    const straight = startPointTest({ ...one, cases }, { chance }), turned = startPointTest({ ...one, cases: cases.toReversed() }, { chance })
    expect((straight as { value: number }).value).toBe((turned as { value: number }).value)
  }))
})

test('it draws a sample from more starts than can be listed', () => {
  const cases = Array.from({ length: 12 }, () => ({ values: Array.from({ length: 60 }, (_, t) => t % 5 + (t >= 30 ? 3 : 0)), nA: 30 }))
  const result = startPointTest({ ...one, cases }, { chance: seededGenerator(4), draws: 2_000 })
  expect(result).toMatchObject({ exact: false, draws: 2_000, nAssignments: 57 ** 12, cautions: ['sampled'] })
  expect((result as { value: number }).value).toBeGreaterThanOrEqual(1 / 2001)
})

test('it keeps the place of a missing point', () => {
  expect(startPointTest({ ...one, cases: [{ values: [1, null, 1, 6, 7, 6], nA: 3 }] }, { chance })).toMatchObject({ n: 5, missing: 1, observed: 19 / 3 - 1 })
})

test('it has p 1 where all are equal, and no answer without the spread it needs', () => {
  const flat = [{ values: [3, 3, 3, 3, 3, 3], nA: 3 }]
  expect(startPointTest({ ...one, cases: flat }, { chance })).toMatchObject({ value: 1, z: null })
  expect(startPointTest({ ...one, cases: flat, statistic: 'T-test' }, { chance })).toMatchObject({ kind: 'not-computable' })
})

test('it refuses what is no design', () => {
  expect(startPointTest({ ...one, cases: [{ values: [1, 2, 3], nA: 1 }] }, { chance })).toMatchObject({ kind: 'too-few', needed: 4 })
  expect(startPointTest({ ...one, cases: [{ values: [1, 2, 1, 6, 7, 6], nA: 1 }] }, { chance })).toMatchObject({ kind: 'not-computable', reason: 'the start of B in case 1 is not one that could be drawn' })
  expect(startPointTest({ ...one, cases: [] }, { chance })).toMatchObject({ kind: 'too-few' })
  expect(() => startPointTest({ ...one, minPhaseA: 0 }, { chance })).toThrow('minPhaseA:')
  expect(() => startPointTest({ ...one, minPhaseB: 1.5 }, { chance })).toThrow('minPhaseB:')
})
