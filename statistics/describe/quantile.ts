/**
 * Below which value does this share of the values lie?
 * Convention: a straight line between neighbours, Hyndman & Fan 1996 type 7 (the usual one in R). The caller makes sure that there is at least one value.
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('a quantile of no numbers is not defined')
  return quantileOfSorted(values.toSorted((a, b) => a - b), share)
}

export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const from = sorted[below]!, to = sorted[Math.min(below + 1, sorted.length - 1)]!
  return from + (place - below) * (to - from)
}
