import { expect, test } from 'vitest'
import { kenwardRoger } from './kenward-roger.ts'
import { randomIntercept } from './random-intercept.ts'

const change = (y: number[], from: number) => ({ y, x: y.map((_, i) => [1, i < from ? 0 : 1]) })

test('it leaves the standard error alone in balanced cases', () => {
  const model = randomIntercept([change([1, 2, 4, 7], 2), change([5, 5, 9, 8], 2), change([2, 3, 8, 6], 2)], 'REML')
  if (model.kind !== 'found') throw new Error('it settles')
  expect(kenwardRoger(model, 1)).toMatchObject({ se: expect.closeTo(model.se[1]!, 8), df: expect.closeTo(8, 6) })
})
test('it widens the standard error in unequal cases', () => {
  const model = randomIntercept([change([1, 2, 4, 7, 6], 2), change([5, 9, 8], 1), change([2, 3, 3, 8], 3)], 'REML')
  if (model.kind !== 'found') throw new Error('it settles')
  expect(kenwardRoger(model, 1)?.se).toBeGreaterThan(model.se[1]!)
})
