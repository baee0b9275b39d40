/**
 * Can these values be counted in whole steps of one size, and in how many each?
 * Measurements nearly always can (ratings, half points, one decimal). Then sums can be tabulated instead of listing every
 * arrangement, which is exact for far more persons. `null` where the steps would be too fine.
 */
export function wholeNumbers(values: readonly number[], limit = 1_000_000): number[] | null {
  for (let decimals = 0; decimals <= 6; decimals += 1) {
    const scaled = values.map((value) => value * 10 ** decimals)
    const total = scaled.reduce((sum, value) => sum + Math.abs(value), 0)
    if (scaled.every(isWhole)) return withinLimit(scaled.map(Math.round), limit)
    if (total > limit * 10) return null
  }
  return null
}

const isWhole = (value: number) => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, Math.abs(value))

function withinLimit(values: readonly number[], limit: number): number[] | null {
  const step = values.reduce((common, value) => greatestCommonDivisor(common, Math.abs(value)), 0) || 1
  const steps = values.map((value) => value / step)
  return steps.reduce((sum, value) => sum + Math.abs(value), 0) <= limit ? steps : null
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other)
}
