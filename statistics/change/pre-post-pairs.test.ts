import { expect, test } from 'vitest'
import { prePostPairs, reliabilityOf, sampleNorms } from './pre-post-pairs.ts'

test('it keeps who has both scores, in place', () => {
  expect(prePostPairs([1, null, 3], [4, 5, null])).toEqual({ all: [{ pre: 1, post: 4 }, null, null], whole: [{ pre: 1, post: 4 }], missing: 2 })
})

test('it takes means and spreads by hand, and none of one pair', () => {
  expect(sampleNorms([{ pre: 2, post: 3 }, { pre: 4, post: 9 }])).toEqual({ meanPre: 3, sdPre: Math.SQRT2, meanPost: 6, sdPost: Math.sqrt(18) })
  expect(sampleNorms([{ pre: 2, post: 3 }])).toMatchObject({ sdPre: null, sdPost: null })
})

test('it names the place of what does not fit', () => {
  expect(() => prePostPairs([1, 2], [3])).toThrow('post: 2 scores belong here')
  expect(() => prePostPairs([1], ['x' as never])).toThrow('post, place 1')
  expect(() => reliabilityOf(1.2, 'reliability')).toThrow('reliability: 1.2')
  expect(reliabilityOf(0.8, 'reliability')).toBe(0.8)
})
