import { expect, test } from 'vitest'
import { pairedEffectSize } from './paired-effect-size.ts'
import { pairedValues } from './paired-values.ts'

const pairs = pairedValues([1, 2, 3], [2, 4, 6])

// Changes 1, 2, 3: mean 2, spread 1. Before has spread 1, after 2.
test('it matches the hand cases', () => {
  expect(pairedEffectSize(pairs, 'changes')).toMatchObject({ value: 2, corrected: expect.closeTo(2 / Math.sqrt(Math.PI), 12) })
  expect(pairedEffectSize(pairs, 'before')).toMatchObject({ value: 2, interval: null })
  expect(pairedEffectSize(pairs, 'average')).toMatchObject({ value: expect.closeTo(2 / Math.sqrt(2.5), 12) })
})
test('it turns over when before and after change places', () => {
  const turned = pairedEffectSize(pairedValues([2, 4, 6], [1, 2, 3]), 'changes')
  const here = pairedEffectSize(pairs, 'changes')
  if (here.kind !== 'found' || turned.kind !== 'found') throw new Error('both have a value')
  expect(turned.value).toBe(-here.value)
  expect(turned.interval!.lower).toBeCloseTo(-here.interval!.upper, 8)
})
test('it has no value without spread', () => {
  expect(pairedEffectSize(pairedValues([1, 2, 3], [2, 3, 4]), 'changes')).toMatchObject({ kind: 'not-computable' })
  expect(pairedEffectSize(pairedValues([1, 1, 1], [1, 2, 3]), 'before')).toMatchObject({ kind: 'not-computable' })
  expect(pairedEffectSize(pairedValues([1, 1, 1], [1, 2, 3]), 'repeated-measures')).toMatchObject({ kind: 'not-computable' })
})
test('it asks for three pairs', () => expect(pairedEffectSize(pairedValues([1, 2], [2, 4]), 'changes')).toMatchObject({ kind: 'too-few', needed: 3 }))
