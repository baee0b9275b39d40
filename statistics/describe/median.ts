/**
 * Which value has as many above as below?
 * Convention: the mean of the two middle values when their number is even. The caller makes sure that there is at least one.
 */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('the median of no numbers is not defined')
  return middleOfSorted([...values].sort((a, b) => a - b))
}

export function middleOfSorted(sorted: ArrayLike<number>): number {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
