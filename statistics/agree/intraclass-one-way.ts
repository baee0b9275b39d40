import { fQuantile } from '../distributions/fisher-f.ts'
import { intraclassAnswer, intraclassRefusal } from './intraclass-answer.ts'
import type { Intraclass, RatersUsed } from './intraclass-answer.ts'
import type { TwoWayTable } from './two-way-table.ts'

/**
 * How much of the spread of ratings is between persons, when each person may have had other raters?
 * Assumes: normal ratings of equal spread; each person's raters drawn anew.
 * Convention: ICC(1,1) for one rater's rating, ICC(1,k) for the mean of k; a negative value is reported as it is.
 * Reference: Shrout & Fleiss 1979, Psychological Bulletin 86:420-428; McGraw & Wong 1996.
 */
export function intraclassOneWay(table: TwoWayTable, used: RatersUsed, confidence = 0.95): Intraclass {
  const method = used === 'single' ? 'ICC(1,1)' : 'ICC(1,k)'
  const refusal = intraclassRefusal(table, method)
  if (refusal) return refusal

  const { persons, raters, betweenPersons, withinPersons } = table
  const [df1, df2] = [persons - 1, persons * (raters - 1)]
  const f = betweenPersons / withinPersons
  const alpha = 1 - confidence
  const low = f / fQuantile(1 - alpha / 2, df1, df2)
  const high = f * fQuantile(1 - alpha / 2, df2, df1)
  return intraclassAnswer(table, method, confidence, {
    value: shareBetween(betweenPersons, withinPersons, raters, used), f, df1, df2,
    lower: fromRatio(low, raters, used),
    upper: fromRatio(high, raters, used),
  })
}

/** The share of the spread that lies between persons, for one rater or for the mean of all. */
export function shareBetween(between: number, error: number, raters: number, used: RatersUsed): number {
  return (between - error) / (used === 'single' ? between + (raters - 1) * error : between)
}

/** The same from the ratio between / error alone. */
export function fromRatio(ratio: number, raters: number, used: RatersUsed): number {
  return shareBetween(ratio, 1, raters, used)
}
