import { dominance } from '../overlap/dominance.ts'
import type { Phases } from '../phases.ts'

export const rowNames = ['AvB', 'trendA', 'trendB', 'AvB_minus_trendA', 'AvB_plus_trendB', 'AvB_plus_trendB_minus_trendA'] as const
export type RowName = typeof rowNames[number]
export type Counts = { pos: number, neg: number, ties: number }
export type Row = Counts & {
  /** the values compared, and the order they are compared with: their Kendall score is pos - neg */
  values: number[]
  order: number[]
}

/**
 * Which pairs does each row of a Tau-U table compare?
 * Convention: a trend in A is taken off by giving A the order m..1 and B the order m + 1, so that every rise within A counts against B.
 */
export function tauURows({ A, B }: Phases): Record<RowName, Row> {
  const m = A.length, both = [...A, ...B]
  const { above, below, tied } = dominance(A, B)
  const between = { pos: above, neg: below, ties: tied }
  const inA = upsAndDowns(A), inB = upsAndDowns(B)
  const lessA = { ...inA, pos: inA.neg, neg: inA.pos }
  const falling = A.map((_, i) => m - i), rising = B.map((_, j) => j + 1)

  return {
    AvB: { ...between, values: both, order: [...A.map(() => 0), ...B.map(() => 1)] },
    trendA: { ...inA, values: A, order: A.map((_, i) => i) },
    trendB: { ...inB, values: B, order: rising },
    AvB_minus_trendA: { ...total(between, lessA), values: both, order: [...falling, ...B.map(() => m + 1)] },
    AvB_plus_trendB: { ...total(between, inB), values: both, order: [...A.map(() => 0), ...rising] },
    AvB_plus_trendB_minus_trendA: { ...total(between, inB, lessA), values: both, order: [...falling, ...rising.map((step) => m + step)] },
  }
}

function upsAndDowns(series: readonly number[]): Counts {
  const counts = { pos: 0, neg: 0, ties: 0 }
  for (let early = 0; early < series.length; early++) {
    for (let late = early + 1; late < series.length; late++) {
      const step = series[late]! - series[early]!
      if (step > 0) counts.pos += 1
      else if (step < 0) counts.neg += 1
      else counts.ties += 1
    }
  }
  return counts
}

function total(...parts: Counts[]): Counts {
  return parts.reduce((sum, part) => ({ pos: sum.pos + part.pos, neg: sum.neg + part.neg, ties: sum.ties + part.ties }))
}
