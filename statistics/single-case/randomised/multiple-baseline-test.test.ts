import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { seededGenerator } from '../../chance/seeded-generator.ts'
import { storedCases, storedFigure } from '../../references/stored-cases.ts'
import { multipleBaselineTest } from './multiple-baseline-test.ts'
import type { MultipleBaseline } from './multiple-baseline-test.ts'

const chance = seededGenerator(1)
const pair: MultipleBaseline = { tiers: [{ values: [0, 6, 6, 6], nA: 1 }, { values: [0, 0, 0, 6], nA: 3 }], possibleStarts: [[1], [3]], statistic: 'B-A' }

test('it shares two lists out in both orders, by hand', () => {
  // as carried out (6 + 6)/2; the other way round: 6 - 4 = 2 and 2 - 0 = 2
  expect(multipleBaselineTest(pair, { chance })).toMatchObject({ value: 0.5, observed: 6, nAssignments: 2, distMin: 2 })
})

test.each(storedCases('03_randomisation', 'randomisation-test-MBD'))('it agrees with the stored figures of $id', (one) => {
  const cases = one.inputs['cases'] as { condition: string[], values: number[] }[]
  const result = multipleBaselineTest({
    tiers: cases.map(({ condition, values }) => ({ values, nA: condition.indexOf('B') })),
    possibleStarts: one.inputs['possibleStarts'] as number[][],
    statistic: one.options['statistic'] as MultipleBaseline['statistic'],
  }, { chance })
  if (result.kind !== 'found') throw new Error(result.reason)
  expect(result.value).toBeCloseTo(storedFigure(one, 'p') as number, 12)
  expect(result.observed).toBeCloseTo(storedFigure(one, 'observed') as number, 12)
  expect(result.nAssignments).toBe(storedFigure(one, 'nAssignments'))
})

test('it does not mind the order in which the people are listed', () => {
  const values = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 })
  fc.assert(fc.property(values, values, values, (one, two, three) => {
    const tiers = [{ values: one, nA: 2 }, { values: two, nA: 3 }, { values: three, nA: 4 }], possibleStarts = [[1, 2], [3], [4, 5]]
    const turned = multipleBaselineTest({ tiers: tiers.toReversed(), possibleStarts: possibleStarts.toReversed(), statistic: 'B-A' }, { chance })
    expect((turned as { value: number }).value).toBe((multipleBaselineTest({ tiers, possibleStarts, statistic: 'B-A' }, { chance }) as { value: number }).value)
  }))
})

test('it draws a sample where there are too many orders', () => {
  const tiers = Array.from({ length: 9 }, (_, i) => ({ values: Array.from({ length: 12 }, (_v, t) => t >= i + 2 ? 5 : t % 2), nA: i + 2 }))
  const result = multipleBaselineTest({ tiers, possibleStarts: tiers.map(({ nA }) => [nA, nA + 1 > 11 ? nA - 1 : nA + 1]), statistic: 'B-A' }, { chance: seededGenerator(9), draws: 500 })
  expect(result).toMatchObject({ exact: false, draws: 500, nAssignments: 362_880 * 512 })
})

test('it refuses starts that nobody could have drawn', () => {
  expect(multipleBaselineTest({ ...pair, possibleStarts: [[2], [3]] }, { chance })).toMatchObject({ kind: 'not-computable' })
  expect(() => multipleBaselineTest({ ...pair, possibleStarts: [[1]] }, { chance })).toThrow('possibleStarts:')
  expect(multipleBaselineTest({ ...pair, tiers: pair.tiers.slice(0, 1) }, { chance })).toMatchObject({ kind: 'too-few', needed: 2 })
})
