import { sum } from '../arithmetic/sum.ts'
import { found, tooFew } from '../result.ts'
import type { Result } from '../result.ts'
import { fourCells, tablesWithSameMargins } from './four-cells.ts'
import type { FourCells } from './four-cells.ts'

/** Tables whose chance differs from the observed one only by rounding count as equally likely. */
const equal = 1 + 1e-7

/**
 * Does the share of "yes" differ between two groups, if the group meant nothing?
 * Assumes: people are independent; the margins are taken as given.
 * Convention: two-sided p = all tables with the same margins that are no likelier than the observed one; mid-p counts those
 * equally likely by half. `value` is the difference of the two shares. Few people: the smallest p there can be is `smallest`.
 * Reference: Fisher 1935; mid-p: Lancaster 1961; Agresti 2013, Categorical Data Analysis, section 3.5.
 */
export function fisherExact(table: readonly (readonly unknown[])[]): Result<{ p: number, pLess: number, pGreater: number, midP: number, smallest: number }> {
  const method = 'Fisher exact'
  const cells = fourCells(table)
  const refusal = emptyRow(cells, method)
  if (refusal) return refusal

  const { from, chances } = tablesWithSameMargins(cells)
  const own = chances[cells.a - from]!
  const likelier = (chance: number) => chance > own * equal
  const asLikely = (chance: number) => !likelier(chance) && chance >= own / equal
  const p = Math.min(1, sum(chances.filter((chance) => !likelier(chance))))
  return found({
    value: cells.a / (cells.a + cells.b) - cells.c / (cells.c + cells.d), n: cells.n, method, p,
    pLess: Math.min(1, sum(chances.slice(0, cells.a - from + 1))),
    pGreater: Math.min(1, sum(chances.slice(cells.a - from))),
    midP: p - 0.5 * sum(chances.filter(asLikely)),
    smallest: Math.min(...chances),
  })
}

function emptyRow({ a, b, c, d }: FourCells, method: string) {
  const smaller = Math.min(a + b, c + d)
  return smaller < 1 ? tooFew({ method, n: smaller, needed: 1, of: 'people in the smaller group' }) : null
}
