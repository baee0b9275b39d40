import { expect, test } from 'vitest'
import { fleissKappa } from './fleiss-kappa.ts'
import { fleissZeroTest } from './fleiss-zero-test.ts'

const ratings = [[1, 1, 1], [2, 2, 1], [2, 2, 2], [1, 2, 1]]

// Two categories: the variance is 2 / (persons * raters * (raters - 1)) = 2/24 whatever the shares.
test('it matches the hand case', () => {
  const kappa = fleissKappa({ ratings, categories: [1, 2] })
  const value = kappa.kind === 'found' ? kappa.value : Number.NaN
  expect(fleissZeroTest(ratings, [1, 2])).toMatchObject({ value: expect.closeTo(value, 12), z: expect.closeTo(value / Math.sqrt(1 / 12), 10) })
})
test('it leaves out and counts persons with a missing rating', () => {
  expect(fleissZeroTest([...ratings, [1, null, 1]], [1, 2])).toMatchObject({ n: 4, missing: 1, cautions: ['missing-values'] })
})
test('it does not test where all ratings are in one category', () => {
  expect(fleissZeroTest([[1, 1], [1, 1]], [1, 2])).toMatchObject({ kind: 'not-computable' })
})
test('it asks for two persons and two raters', () => {
  expect(fleissZeroTest([[1, 2]], [1, 2])).toMatchObject({ kind: 'too-few' })
  expect(fleissZeroTest([[1], [2]], [1, 2])).toMatchObject({ kind: 'too-few' })
})
