import { expect, test } from 'vitest'
import { compare } from './compare.ts'

const rule = { tolerance: 1e-6 }

test('it agrees within the tolerance, relative above 1', () => {
  expect(compare({ a: 1000, b: 0.5 }, { a: 1000.0009, b: 0.5000009 }, rule)).toEqual({ compared: 2, misses: [] })
  expect(compare({ a: 1000, b: 0.5 }, { a: 1000.002, b: 0.500002 }, rule).misses.map((miss) => miss.path)).toEqual(['a', 'b'])
})

test('it wants a reason, and no number, where the stored answer is no number', () => {
  expect(compare({ a: 'NaN', b: 'Infinity', c: 'not computable in the reference' }, { a: 'not computable: all equal', b: 3, c: undefined }, rule).misses.map((miss) => miss.path)).toEqual(['b', 'c'])
})

test('it misses a figure that is not there, and a list of another length', () => {
  expect(compare({ a: 1 }, {}, rule).misses).toEqual([{ path: 'a', expected: 1, got: undefined }])
  expect(compare({ a: [1, 2] }, { a: [1] }, rule).misses).toEqual([{ path: 'a.length', expected: 2, got: 1 }])
})

test('it does not compare what a package prints, nor one of several right answers', () => {
  expect(compare({ packageEst: 1, oneOptimalPattern: [1], numberOfPatternsOfMinimalSize: 2, attackIntervals: [3] }, {}, rule)).toEqual({ compared: 0, misses: [] })
})

test('it takes either answer where rounding decides a tie', () => {
  expect(compare({ est: 0.4, estTieTolerant: 0.5 }, { est: 0.5, estTieTolerant: 0.5 }, rule).misses).toEqual([])
  expect(compare({ est: 0.4, estTieTolerant: 0.5 }, { est: 0.4, estTieTolerant: 0.5 }, rule).misses).toEqual([])
})

test('it is looser where the note says so', () => {
  const note = 'glsAR1_ML is iterative: compare with 1e-4'
  expect(compare({ glsAR1_ML: { phi: 0.5 }, b: 0.5 }, { glsAR1_ML: { phi: 0.50005 }, b: 0.50005 }, { ...rule, note }).misses.map((miss) => miss.path)).toEqual(['b'])
})

test('it compares truths and words as they are', () => {
  expect(compare({ a: true, b: 'improved' }, { a: false, b: 'improved' }, rule).misses).toEqual([{ path: 'a', expected: true, got: false }])
})
