/**
 * Which place does each value take, from the smallest (1) up?
 * Convention: equal values share the mean of the places they would take.
 */
export function midRanks(values: readonly number[]): number[] {
  const sorted = values.toSorted((one, other) => one - other)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}
