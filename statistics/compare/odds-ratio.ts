import { sum } from '../arithmetic/sum.ts'
import { findRoot } from '../interval/find-root.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import { fourCells, tablesWithSameMargins } from './four-cells.ts'

type Bound = number | 'unbounded'

/**
 * By which factor do the odds of "yes" differ between two groups?
 * Assumes: people are independent; the margins are taken as given.
 * Convention: the odds ratio that makes the observed table most likely given its margins (not ad/bc, which is given beside it),
 * with the exact interval that leaves half of the rest on each side. Where a cell is empty at an end, the ratio is 0 or without
 * bound: `value` then does not exist, the finite bound still does.
 * Reference: Fisher 1935; Cornfield 1956; Agresti 2013, section 3.6.
 */
export function oddsRatio(table: readonly (readonly unknown[])[], confidence = 0.95): Result<{ sample: number | null }> & { bounds: { lower: Bound, upper: Bound } } {
  const method = 'odds ratio, conditional'
  const cells = fourCells(table)
  const { from, chances } = tablesWithSameMargins(cells)
  const to = from + chances.length - 1
  const shares = (log: number) => tilted(chances, log)
  const tail = (1 - confidence) / 2
  const observed = cells.a - from
  const bounds = {
    lower: cells.a === from ? 0 : Math.exp(crossing((log) => sum(shares(log).slice(observed)) - tail)),
    upper: cells.a === to ? 'unbounded' as const : Math.exp(crossing((log) => tail - sum(shares(log).slice(0, observed + 1)))),
  }
  if (from === to) return { ...notComputable({ method, n: cells.n, reason: 'only one table has these margins' }), bounds: { lower: 0, upper: 'unbounded' } }
  if (cells.a === to) return { ...notComputable({ method, n: cells.n, reason: 'the odds ratio has no upper end: a cell is empty' }), bounds }

  const value = cells.a === from ? 0 : Math.exp(crossing((log) => sum(shares(log).map((share, i) => share * i)) - observed))
  const sample = cells.b * cells.c === 0 ? null : (cells.a * cells.d) / (cells.b * cells.c)
  const interval = bounds.upper === 'unbounded' ? null : { lower: bounds.lower, upper: bounds.upper, confidence, method: 'exact, given the margins' }
  return { ...found({ value, n: cells.n, method, sample, interval }), bounds }
}

// The chances of the tables when the odds differ by exp(log).
function tilted(chances: readonly number[], log: number): number[] {
  const logs = chances.map((chance, i) => Math.log(chance) + i * log)
  const highest = Math.max(...logs)
  const weights = logs.map((own) => Math.exp(own - highest))
  const total = sum(weights)
  return weights.map((weight) => weight / total)
}

function crossing(rising: (log: number) => number): number {
  let reach = 1
  while (rising(-reach) > 0 || rising(reach) < 0) reach *= 2
  return findRoot(rising, -reach, reach)
}
