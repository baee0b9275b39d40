import { mean } from '../../arithmetic/mean.ts'
import { median } from '../../describe/median.ts'
import { dominance } from '../overlap/dominance.ts'
import { moments } from '../moments.ts'

/** What a start-point test can compare, each a number from the points of A and of B; NaN where they are too few for it. */
export const startPointStatistics = {
  'Mean B-A': (A, B) => mean(B) - mean(A),
  'Mean A-B': (A, B) => mean(A) - mean(B),
  'Mean |A-B|': (A, B) => Math.abs(mean(A) - mean(B)),
  'Median B-A': (A, B) => median(B) - median(A),
  'Median A-B': (A, B) => median(A) - median(B),
  'Median |A-B|': (A, B) => Math.abs(median(A) - median(B)),
  'NAP': (A, B) => 100 * share(A, B),
  'NAP decreasing': (A, B) => 100 * (1 - share(A, B)),
  'T-test': welch,
  'W-test': (A, B) => A.length * B.length * share(B, A),
  'SMD glass': (A, B) => (mean(B) - mean(A)) / spread(A),
  'SMD hedges': hedges,
} as const satisfies Record<string, (A: readonly number[], B: readonly number[]) => number>

export type StartPointStatistic = keyof typeof startPointStatistics

function share(A: readonly number[], B: readonly number[]): number {
  const { above, tied } = dominance(A, B)
  return (above + tied / 2) / (A.length * B.length)
}

function spread(values: readonly number[]): number {
  return Math.sqrt(moments(values).variance ?? NaN)
}

// Welch's t of B minus A, each phase with its own spread.
function welch(A: readonly number[], B: readonly number[]): number {
  return (mean(B) - mean(A)) / Math.sqrt(spread(A) ** 2 / A.length + spread(B) ** 2 / B.length)
}

// Hedges' g with the correction for few points of Durlak 2009: (N - 3)/(N - 2.25) sqrt((N - 2)/N).
function hedges(A: readonly number[], B: readonly number[]): number {
  const n = A.length + B.length
  const pooled = Math.sqrt(((A.length - 1) * spread(A) ** 2 + (B.length - 1) * spread(B) ** 2) / (n - 2))
  return (mean(B) - mean(A)) / pooled * (n - 3) / (n - 2.25) * Math.sqrt((n - 2) / n)
}
