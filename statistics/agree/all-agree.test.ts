import { expect, test } from 'vitest'
import { allAgree } from './all-agree.ts'

test('it gives the share of persons on whom all agree', () => {
  expect(allAgree([[1, 1, 1], [1, 1, 2], ['a', 'a', 'a'], [1, null, 1]])).toMatchObject({ value: 2 / 3, n: 3, missing: 1 })
})
test('it asks for a person rated by all', () => expect(allAgree([[1, null], []])).toMatchObject({ kind: 'too-few' }))
