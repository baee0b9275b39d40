import { expect, test } from 'vitest'
import { cox } from './cox.ts'
import { followed } from './followed.ts'

// Events 1 (group 1), 2 (group 0), with r the factor: r/(1 + r) * 1/1 has no maximum; with 3 (group 1) added:
// 2r/(2r + 1)... set out: at 1 r/(2r+1), at 2 1/(r+1), at 3 nothing. Slope zero: 1 - 2r/(2r+1) - r/(r+1) = 0, so 2 r^2 = 1... r = 1/sqrt(2).
test('it matches the hand case', () => {
  expect(cox(followed([1, 2, 3], [1, 1, 1]), [1, 0, 1])).toMatchObject({ value: expect.closeTo(-0.5 * Math.log(2), 10) })
})
test('it turns over with the groups and does not mind the order of people', () => {
  const [here, turned] = [cox(followed([1, 2, 2, 4], [1, 1, 1, 0]), [1, 0, 1, 0]), cox(followed([4, 2, 2, 1], [0, 1, 1, 1]), [1, 0, 1, 0])]
  if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('both have a value')
  expect(turned.value).toBeCloseTo(-here.value, 9)
  expect(turned.se).toBeCloseTo(here.se, 9)
})
test('it says when the events do not bound the factor', () => {
  expect(cox(followed([1, 2, 3, 4], [1, 1, 0, 0]), [1, 1, 0, 0])).toMatchObject({ kind: 'not-computable' })
  expect(cox(followed([1, 2], [0, 0]), [1, 0])).toMatchObject({ kind: 'not-computable' })
  expect(cox(followed([1, 2], [1, 1]), [1, 1])).toMatchObject({ kind: 'not-computable' })
})
test('it refuses lists of unequal length', () => expect(() => cox(followed([1], [1]), [])).toThrow('group'))
