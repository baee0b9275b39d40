import type { Slice } from './load.ts'

export type Figures = { perSecond: number, median: number, p95: number, failed: number }

/** What several slices of the same load found together. */
export function figuresOf(slices: readonly Slice[]): Figures {
  const times = slices.flatMap((one) => one.times).toSorted((a, b) => a - b)
  const seconds = slices.reduce((sum, one) => sum + one.seconds, 0)
  return { perSecond: times.length / seconds, median: at(times, 0.5), p95: at(times, 0.95), failed: slices.reduce((sum, one) => sum + one.failed, 0) }
}

/** Ours over the limit's, by throughput, in each round; the median of the rounds. */
export function ratioOf(ours: readonly Slice[], limit: readonly Slice[]): number {
  const rate = (one: Slice) => one.times.length / one.seconds
  return at(ours.map((one, round) => rate(one) / rate(limit[round]!)).toSorted((a, b) => a - b), 0.5)
}

/** By which power of the size something grows. */
export function exponentOf(small: { size: number, takes: number }, large: { size: number, takes: number }): number {
  return Math.log(large.takes / small.takes) / Math.log(large.size / small.size)
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)] ?? Number.NaN
}
