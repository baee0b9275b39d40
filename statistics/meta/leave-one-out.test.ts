import { expect, test } from 'vitest'
import { leaveOneOut } from './leave-one-out.ts'

test('it leaves each out in turn', () => {
  expect(leaveOneOut({ y: [1, 2, 6], v: [1, 1, 1], missing: 0 }, 'FE').map((one) => (one.kind === 'found' ? one.value : null))).toEqual([4, 3.5, 1.5])
})
test('it has nothing left of one effect', () => expect(leaveOneOut({ y: [1], v: [1], missing: 0 }, 'FE')).toMatchObject([{ kind: 'too-few' }]))
