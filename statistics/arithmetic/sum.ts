/** What is the total of these numbers? An empty list totals 0. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
