import { fQuantile } from '../distributions/fisher-f.ts'
import { intraclassAnswer, intraclassRefusal } from './intraclass-answer.ts'
import type { Intraclass, RatersUsed } from './intraclass-answer.ts'
import { fromRatio, shareBetween } from './intraclass-one-way.ts'
import type { TwoWayTable } from './two-way-table.ts'

/**
 * Do raters put persons into the same order and distance, even if one is stricter than another throughout?
 * Assumes: the same raters rate everybody; normal ratings; no interaction of rater and person beyond error.
 * Convention: ICC(3,1) and ICC(3,k) of Shrout & Fleiss = ICC(C,1) and ICC(C,k) of McGraw & Wong; negative values stay.
 * Reference: Shrout & Fleiss 1979; McGraw & Wong 1996, Psychological Methods 1:30-46.
 */
export function intraclassConsistency(table: TwoWayTable, used: RatersUsed, confidence = 0.95): Intraclass {
  const method = used === 'single' ? 'ICC(3,1)' : 'ICC(3,k)'
  const refusal = intraclassRefusal(table, method)
  if (refusal) return refusal

  const { persons, raters, betweenPersons, rest } = table
  const [df1, df2] = [persons - 1, (persons - 1) * (raters - 1)]
  const f = betweenPersons / rest
  const alpha = 1 - confidence
  return intraclassAnswer(table, method, confidence, {
    value: shareBetween(betweenPersons, rest, raters, used), f, df1, df2,
    lower: fromRatio(f / fQuantile(1 - alpha / 2, df1, df2), raters, used),
    upper: fromRatio(f * fQuantile(1 - alpha / 2, df2, df1), raters, used),
  })
}
