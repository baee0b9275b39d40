import { expect, test } from 'vitest'
import { ceilingOf, resolution, truncated } from './outcome-scale.ts'

test('it knows how fine each scale is', () => {
  expect(resolution({ scale: 'count', observationLength: 20 })).toBe(1)
  expect(resolution({ scale: 'rate', observationLength: 20 })).toBe(20)
  expect(resolution({ scale: 'proportion', intervals: 40 })).toBe(40)
  expect(resolution({ scale: 'percentage', intervals: 40 })).toBe(0.4)
  expect(resolution({ scale: 'rate' })).toBe(Infinity)
  expect(resolution({ scale: 'other', intervals: 40 })).toBe(Infinity)
  expect(() => resolution({ scale: 'rate', observationLength: 0 })).toThrow('observationLength: 0')
  expect(() => resolution({ scale: 'percentage', intervals: 0.5 })).toThrow('intervals: 0.5')
})

test('it knows the top of each scale', () => {
  expect([ceilingOf('proportion'), ceilingOf('percentage'), ceilingOf('count')]).toEqual([1, 100, null])
})

test('it lifts nothing in five sessions to half a part in all of them', () => {
  // D = 1, n = 5: mean at least 1/10, variance at least 1/125
  expect(truncated({ n: 5, mean: 0, variance: 0 }, 1)).toEqual({ n: 5, mean: 0.1, variance: 1 / 125 })
  expect(truncated({ n: 5, mean: 3, variance: 2 }, 1)).toEqual({ n: 5, mean: 3, variance: 2 })
  expect(truncated({ n: 5, mean: 0, variance: 0 }, Infinity)).toEqual({ n: 5, mean: 0, variance: 0 })
  expect(truncated({ n: 1, mean: 0, variance: null }, 1).variance).toBeNull()
})
