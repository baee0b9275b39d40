import type { Caution } from '../cautions.ts'
import { fAbove } from '../distributions/fisher-f.ts'
import { found, notComputable, tooFew } from '../result.ts'
import type { Interval, NotComputable, Result, TooFew } from '../result.ts'
import type { TwoWayTable } from './two-way-table.ts'

export type Intraclass = Result<{ f: number | null, df1: number, df2: number | null, p: number | null }>
export type RatersUsed = 'single' | 'average'
export type Ratio = { value: number, f: number, df1: number, df2: number, lower: number, upper: number }

/** What every intraclass coefficient refuses: fewer than two persons or raters, and ratings that are all the same. */
export function intraclassRefusal(table: TwoWayTable, method: string): TooFew | NotComputable | null {
  const { persons: n, raters, missing } = table
  if (n < 2) return tooFew({ method, n, missing, needed: 2, of: 'persons rated by all' })
  if (raters < 2) return tooFew({ method, n: raters, missing, needed: 2, of: 'raters' })
  if (table.betweenPersons === 0 && table.withinPersons === 0) return notComputable({ method, n, missing, reason: 'all ratings are the same, so persons cannot be told apart' })
  return null
}

/** The coefficient with its F test and interval; where raters leave no error at all there is a value, but nothing to test it by. */
export function intraclassAnswer(table: TwoWayTable, method: string, confidence: number, ratio: Ratio): Intraclass {
  const { value, f, df1, df2, lower, upper } = ratio
  const told = { n: table.persons, missing: table.missing, method, exact: false }
  const cautions: Caution[] = table.missing > 0 ? ['missing-values'] : []
  if (!Number.isFinite(value)) return notComputable({ method, n: table.persons, missing: table.missing, reason: 'persons do not differ on average, so the coefficient has no value' })
  if (![f, df2, lower, upper].every(Number.isFinite)) {
    return found({ ...told, value, f: null, df1, df2: null, p: null, cautions: [...cautions, 'no-spread'] })
  }
  // With few persons and a rater spread below error the bounds of the agreement forms can pass through a pole: no interval then.
  const interval: Interval | null = lower <= value && value <= upper ? { lower, upper, confidence, method: 'F' } : null
  if (interval === null) cautions.push('interval-breaks-down')
  return found({ ...told, value, f, df1, df2, p: fAbove(f, df1, df2), interval, cautions })
}
