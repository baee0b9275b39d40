import { mean } from './mean.ts'
import { sum } from './sum.ts'

/** How far do two lists of numbers move together? The sample covariance, divided by n - 1; place i of one belongs to place i of the other. */
export function covariance(first: readonly number[], second: readonly number[]): number {
  if (first.length !== second.length) throw new RangeError('a covariance needs two lists of the same length')
  if (first.length < 2) throw new RangeError('a sample covariance needs at least two pairs')
  const centreOfFirst = mean(first)
  const centreOfSecond = mean(second)
  return sum(first.map((value, i) => (value - centreOfFirst) * (second[i]! - centreOfSecond))) / (first.length - 1)
}
