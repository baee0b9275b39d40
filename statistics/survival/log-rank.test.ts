import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followed } from './followed.ts'
import { logRank } from './log-rank.ts'

// Group 0 has its events at 1 and 2, group 1 at 3 and 4: expected 2/4 + 1/3, variance 1/4 + 2/9.
test('it matches the hand case', () => {
  const test_ = logRank(followed([1, 2, 3, 4], [1, 1, 1, 1]), [0, 0, 1, 1])
  expect(test_).toMatchObject({ observed: [2, 2], value: expect.closeTo((2 - 5 / 6) ** 2 / (17 / 36), 10), df: 1 })
  expect(test_.kind === 'found' && test_.expected[0]).toBeCloseTo(5 / 6, 12)
})
test('it does not depend on the labels or the order of people', () => {
  const person = fc.record({ time: fc.integer({ min: 1, max: 6 }), event: fc.boolean(), group: fc.constantFrom(0, 1, 2) })
  fc.assert(fc.property(fc.array(person, { minLength: 3, maxLength: 12 }), (people) => {
    const here = logRank(people, people.map((one) => one.group))
    const turned = people.toReversed()
    const there = logRank(turned, turned.map((one) => 7 - one.group))
    expect(there.kind).toBe(here.kind)
    if (here.kind === 'found' && there.kind === 'found') expect(there.value).toBeCloseTo(here.value, 6)
  }))
})
test('it compares nothing in one group, nor where no event came', () => {
  expect(logRank(followed([1, 2], [1, 1]), [0, 0])).toMatchObject({ kind: 'not-computable' })
  expect(logRank(followed([1, 2], [0, 0]), [0, 1])).toMatchObject({ kind: 'not-computable' })
})
test('it refuses lists of unequal length', () => expect(() => logRank(followed([1], [1]), [0, 1])).toThrow('group'))
