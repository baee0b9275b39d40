import { finite } from '../describe/observed.ts'
import { normalQuantile } from '../distributions/normal.ts'
import { found, notComputable, tooFew, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import { prePostPairs, reliabilityOf, sampleNorms } from './pre-post-pairs.ts'
import type { Norms, Pairs, Scores } from './pre-post-pairs.ts'
import { formulaOf, reliabilityOfDifference, rciMethods } from './reliable-change-formulas.ts'
import type { Ingredients, RciMethod } from './reliable-change-formulas.ts'

export type Better = 'lower' | 'higher'
export type ReliableChange = Norms & {
  /** one for each person in the order given; null where a score is missing */
  rci: (number | null)[]
  improved: number
  unchanged: number
  deteriorated: number
  sem: number
  sDiff: number
  /** the smallest raw difference that counts as reliable after Jacobson & Truax at 95 % */
  minimalReliableChange: number
  rDd: number | null
  criticalValue: number
}
export type Yardsticks = {
  rciMethod: RciMethod
  betterIs: Better
  reliability: number
  reliabilityPost?: number | undefined
  criticalValue?: number | undefined
  /** mean and spread of a published group; without it those of the people given are used */
  norm?: { mean: number, sd: number } | undefined
}

/**
 * Whose score changed by more than unreliable measuring alone would explain?
 *
 * Assumes a reliability that holds for people like these: take a published one and store its source. With a handful of people the spread of their own scores is a poor guess;
 * give a norm. Nothing is said about why somebody changed.
 * Convention: six schools, see `formulaOf`; change beyond the critical value counts (1.96; for HA 1.645, one-sided). The value is the number improved;
 * the number deteriorated is always beside it.
 * Reference: Jacobson & Truax 1991; the comparison of methods in Bauer, Lambert & Nielsen 2004.
 */
export function reliableChange(pre: Scores, post: Scores, yardsticks: Yardsticks): Result<ReliableChange> {
  const { rciMethod, norm } = yardsticks
  if (!rciMethods.includes(rciMethod)) throw wrongInput('rciMethod', `one of ${rciMethods.join(', ')} belongs here`)
  const pairs = prePostPairs(pre, post)
  const told = { method: `reliable change, ${rciMethod}`, n: pairs.whole.length, missing: pairs.missing }
  const needed = norm === undefined || rciMethod === 'HA' || rciMethod === 'HLL' ? 2 : 1
  if (told.n < needed) return tooFew({ ...told, needed, of: 'people with both scores' })

  const ingredients = ingredientsOf(pairs, yardsticks)
  return 'reason' in ingredients ? notComputable({ ...told, reason: ingredients.reason }) : judged(told, pairs, yardsticks, ingredients)
}

function ingredientsOf(pairs: Pairs, { rciMethod, norm, ...given }: Yardsticks): Ingredients | { reason: string } {
  const reliability = reliabilityOf(given.reliability, 'reliability')
  const norms = normsOf(pairs, norm)
  const { sdPre } = norms
  if (sdPre === null || sdPre === 0) return { reason: 'all scores before are equal, so there is no spread to measure a change by' }
  if (reliability === 1) return { reason: 'with a reliability of 1 every difference would be reliable' }

  const rDd = reliabilityOfDifference(pairs.whole, sdPre * Math.sqrt(1 - reliability))
  if (rciMethod === 'HA' && (rDd === null || rDd <= 0)) return { reason: 'the differences of this group have no reliability of their own' }
  return { ...norms, sdPre, reliability, rDd, reliabilityPost: reliabilityOf(given.reliabilityPost ?? reliability, 'reliabilityPost') }
}

function judged(told: { method: string, n: number, missing: number }, pairs: Pairs, { rciMethod, betterIs, ...given }: Yardsticks, ingredients: Ingredients): Result<ReliableChange> {
  const formula = formulaOf(rciMethod, ingredients)
  const rci = pairs.all.map((pair) => pair === null ? null : formula(pair))
  const criticalValue = finite(given.criticalValue ?? normalQuantile(rciMethod === 'HA' ? 0.95 : 0.975), 'criticalValue')
  const counts = counted(rci, betterIs, criticalValue)
  const { meanPre, sdPre, meanPost, sdPost, rDd } = ingredients
  const sem = sdPre * Math.sqrt(1 - ingredients.reliability)
  return found({
    ...told, ...counts, meanPre, sdPre, meanPost, sdPost, rci, sem, rDd, criticalValue,
    value: counts.improved,
    sDiff: Math.SQRT2 * sem,
    minimalReliableChange: normalQuantile(0.975) * Math.SQRT2 * sem,
    cautions: pairs.missing > 0 ? ['missing-values'] : [],
  })
}

function normsOf(pairs: Pairs, norm: Yardsticks['norm']): Norms {
  const own = sampleNorms(pairs.whole)
  return norm === undefined ? own : { ...own, meanPre: finite(norm.mean, 'norm.mean'), sdPre: finite(norm.sd, 'norm.sd') }
}

function counted(rci: readonly (number | null)[], betterIs: Better, criticalValue: number): { improved: number, unchanged: number, deteriorated: number } {
  if (betterIs !== 'lower' && betterIs !== 'higher') throw wrongInput('betterIs', '"lower" or "higher" belongs here')
  const known = rci.filter((index) => index !== null)
  const rises = known.filter((index) => index > criticalValue).length
  const falls = known.filter((index) => index < -criticalValue).length
  const unchanged = known.length - rises - falls
  return betterIs === 'higher' ? { improved: rises, deteriorated: falls, unchanged } : { improved: falls, deteriorated: rises, unchanged }
}
