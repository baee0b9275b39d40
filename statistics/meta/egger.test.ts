import { expect, test } from 'vitest'
import { egger } from './egger.ts'

// Effects that grow by 2 with each unit of the standard error.
test('it finds the slope on the standard error', () => {
  expect(egger({ y: [3, 5, 7, 9], v: [1, 4, 9, 16], missing: 0 }, 'REML')).toMatchObject({ value: expect.closeTo(2, 9), cautions: ['few-effects'] })
})
test('it sees nothing where all are equally precise', () => expect(egger({ y: [1, 2, 3], v: [1, 1, 1], missing: 0 }, 'REML')).toMatchObject({ kind: 'not-computable' }))
test('it asks for three effects', () => expect(egger({ y: [1, 2], v: [1, 2], missing: 0 }, 'REML')).toMatchObject({ kind: 'too-few', needed: 3 }))
