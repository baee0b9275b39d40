import type { Dominance } from './dominance.ts'

export type NonOverlapErrors = { se: number | null, seHanley: number, seNull: number }

/**
 * How far would the non-overlap scatter from one such series to the next?
 *
 * Three answers, as authors differ: unbiased (Sen 1967; none with a one-point phase), Hanley & McNeil 1982, and the one that holds when there is no difference.
 * Convention: the share in p(1 - p) is kept half a pair away from 0 and 1, so that complete separation does not give an error of 0.
 * Reference: Pustejovsky 2019, SingleCaseES, technical notes.
 */
export function nonOverlapStandardErrors({ above, tied, ofA, ofB }: Dominance, value: number): NonOverlapErrors {
  const m = ofA.length, n = ofB.length, pairs = m * n
  const betweenA = scatter(ofA, n, value) / m
  const betweenB = scatter(ofB, m, value) / n
  const within = (above * (1 - value) ** 2 + tied * (0.5 - value) ** 2 + (pairs - above - tied) * value ** 2) / pairs
  const kept = Math.min(1 - 0.5 / pairs, Math.max(0.5 / pairs, value))
  const spread = kept * (1 - kept)

  const unbiased = (spread + n * betweenA + m * betweenB - 2 * within) / ((m - 1) * (n - 1))
  return {
    se: m > 1 && n > 1 && unbiased >= 0 ? Math.sqrt(unbiased) : null,
    seHanley: Math.sqrt((spread + (n - 1) * betweenA + (m - 1) * betweenB) / pairs),
    seNull: Math.sqrt((m + n + 1) / (12 * pairs)),
  }
}

function scatter(counts: Float64Array, others: number, value: number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! / others - value) ** 2
  return sum
}
