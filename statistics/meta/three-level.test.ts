import { expect, test } from 'vitest'
import { threeLevel } from './three-level.ts'

// Three clusters of two equal effects each, variance 1 throughout. Within clusters nothing differs beyond chance: 0 there.
// Cluster means 0, 3, 6 have variance 9 and chance 1/2: 8.5 between; the mean 3 with standard error sqrt(9/3).
test('it matches the hand case', () => {
  const result = threeLevel({ y: [0, 0, 3, 3, 6, 6], v: [1, 1, 1, 1, 1, 1], missing: 0 }, ['a', 'a', 'b', 'b', 'c', 'c'])
  expect(result).toMatchObject({ value: expect.closeTo(3, 9), between: expect.closeTo(8.5, 6), within: 0, se: expect.closeTo(Math.sqrt(3), 6), cautions: ['singular-fit'], clusters: 3 })
  // Balanced clusters: the robust standard error is that of the three means, with 2 degrees of freedom.
  expect(result.kind === 'found' && result.robust).toMatchObject({ se: expect.closeTo(Math.sqrt(3), 6), df: expect.closeTo(2, 6) })
})
test('it does not depend on the order of effects', () => {
  const list = { y: [0.1, 0.5, 0.3, 0.9, 0.7, 0.2], v: [0.1, 0.2, 0.1, 0.3, 0.2, 0.1], missing: 0 }
  const here = threeLevel(list, [1, 1, 2, 2, 3, 3])
  const turned = threeLevel({ y: list.y.toReversed(), v: list.v.toReversed(), missing: 0 }, [3, 3, 2, 2, 1, 1])
  if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('both settle')
  expect(turned.value).toBeCloseTo(here.value, 8)
  expect(turned.robust!.df).toBeCloseTo(here.robust!.df, 6)
})
test('it asks for three clusters, some with several effects', () => {
  expect(threeLevel({ y: [1, 2, 3], v: [1, 1, 1], missing: 0 }, [1, 1, 2])).toMatchObject({ kind: 'too-few', needed: 3 })
  expect(threeLevel({ y: [1, 2, 3], v: [1, 1, 1], missing: 0 }, [1, 2, 3])).toMatchObject({ kind: 'not-computable' })
})
test('it refuses labels that do not fit', () => expect(() => threeLevel({ y: [1], v: [1], missing: 0 }, [])).toThrow('cluster'))
