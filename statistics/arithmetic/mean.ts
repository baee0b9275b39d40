import { sum } from './sum.ts'

/** What is the average? The caller makes sure that there is at least one number. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the mean of no numbers is not defined')
  return sum(values) / values.length
}
