import { mean } from './mean.ts'
import { sum } from './sum.ts'

/** How far do the numbers scatter, squared? The sample variance, divided by n - 1. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) throw new RangeError('a sample variance needs at least two numbers')
  // The mean of equal values can be off in the last digit, which would pass for spread.
  if (values.every((value) => value === values[0])) return 0
  const centre = mean(values)
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1)
}
