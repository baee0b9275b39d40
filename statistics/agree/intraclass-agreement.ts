import { fQuantile } from '../distributions/fisher-f.ts'
import { intraclassAnswer, intraclassRefusal } from './intraclass-answer.ts'
import type { Intraclass, RatersUsed } from './intraclass-answer.ts'
import type { TwoWayTable } from './two-way-table.ts'

/** Where the degrees of freedom of the error are taken: at the coefficient of a single rater, or at the coefficient of the mean of all. */
export type ErrorDegrees = 'at-single' | 'at-average'

/**
 * Do raters give the same ratings, so that one could stand in for another?
 * Assumes: raters are a sample of raters and rate everybody; normal ratings.
 * Convention: ICC(2,1) and ICC(2,k) of Shrout & Fleiss = ICC(A,1) and ICC(A,k) of McGraw & Wong. The degrees of freedom of the
 * error are Satterthwaite's at the estimate, for the interval and (more careful than (n-1)(k-1)) for the F test of zero as well.
 * The spread of raters and error is the same whichever coefficient is asked for, so its degrees of freedom belong at the single
 * coefficient; some programs put the mean's coefficient into the same formula ("at-average"), which moves the bounds of ICC(2,k).
 * Reference: Shrout & Fleiss 1979; McGraw & Wong 1996, Psychological Methods 1:30-46.
 */
export function intraclassAgreement(table: TwoWayTable, used: RatersUsed, confidence = 0.95, degrees: ErrorDegrees = 'at-single'): Intraclass {
  const method = used === 'single' ? 'ICC(2,1)' : 'ICC(2,k)'
  const refusal = intraclassRefusal(table, method)
  if (refusal) return refusal

  const { betweenPersons, rest, persons } = table
  const value = coefficient(table, used, betweenPersons, rest)
  const df1 = persons - 1
  const df2 = errorDegrees(table, degrees === 'at-average' ? value : coefficient(table, 'single', betweenPersons, rest))
  const alpha = 1 - confidence
  const low = rest * fQuantile(1 - alpha / 2, df1, df2)
  const high = betweenPersons * fQuantile(1 - alpha / 2, df2, df1)
  return intraclassAnswer(table, method, confidence, {
    value, f: betweenPersons / rest, df1, df2,
    lower: coefficient(table, used, betweenPersons, low),
    upper: coefficient(table, used, high, rest),
  })
}

// The mean squares may stand at a bound; then the raters' spread grows by the same factor as the error.
function coefficient({ persons, raters, betweenRaters, rest }: TwoWayTable, used: RatersUsed, between: number, error: number): number {
  const ofRaters = (error === rest ? 1 : error / rest) * (betweenRaters - rest) / persons
  const spread = used === 'single' ? between + (raters - 1) * error + raters * ofRaters : between + ofRaters
  // Where the parts cancel, rounding leaves some 1e-16 of them: that is no spread, and there is no coefficient.
  const size = between + raters * error + raters * Math.abs(ofRaters)
  return (between - error) / (Math.abs(spread) < 1e-12 * size ? 0 : spread)
}

function errorDegrees({ persons, raters, betweenRaters, rest }: TwoWayTable, value: number): number {
  const share = (raters * value) / (persons * (1 - value))
  const ofRaters = share * betweenRaters
  const ofRest = (1 + share * (persons - 1)) * rest
  return (ofRaters + ofRest) ** 2 / (ofRaters ** 2 / (raters - 1) + ofRest ** 2 / ((persons - 1) * (raters - 1)))
}
