import { sum } from '../arithmetic/sum.ts'
import type { Nearness } from './agreement-weights.ts'
import type { Agreement } from './chance-corrected.ts'
import { raterAgreement } from './rater-agreement.ts'
import type { ChanceAgreement, RatingStudy } from './rater-agreement.ts'
import type { Ratings } from './rating-counts.ts'

/**
 * How much better do raters agree than if each drew categories as often as they themselves do?
 * Assumes: the same raters throughout, each with habits of their own. With two raters this is Cohen's kappa.
 * Convention: a rater's shares rest on the persons they rated; chance is the mean over all pairs of different raters.
 * Reference: Conger 1980, Psychological Bulletin 88:322-328; missing ratings and standard error: Gwet 2014, ch. 5.
 */
export function congerKappa(study: RatingStudy): Agreement {
  const rated = withoutEmpty(study.ratings)
  return raterAgreement('Conger kappa', study, (_, nearness) => chanceByRater(rated, study.categories, nearness))
}

// A person whom nobody rated and a rater who rated nobody have no shares.
function withoutEmpty(ratings: Ratings): Ratings {
  const rows = ratings.filter((row) => row.some((rating) => rating !== null))
  return rows.map((row) => row.filter((_, rater) => rows.some((other) => (other[rater] ?? null) !== null)))
}

function chanceByRater(ratings: Ratings, categories: readonly (string | number)[], nearness: Nearness): ChanceAgreement {
  const raters = raterHabits(ratings, categories)
  const pairs = raters.length * (raters.length - 1)
  const everybody = categories.map((_, k) => sum(raters.map((rater) => rater.shares[k]!)))

  // How near the others come on average to a category that this rater chose.
  const othersNear = raters.map((rater) => categories.map((_, k) => sum(everybody.map((all, l) => nearness(k, l) * (all - rater.shares[l]!)))))
  const ownChance = raters.map((rater, g) => sum(rater.shares.map((share, k) => share * othersNear[g]![k]!)))
  const byChance = sum(ownChance) / pairs

  // A person moves the shares of each rater who rated them by (own choice - share) * n / persons rated.
  const chanceOf = ratings.map((row) => byChance + sum(row.map((rating, g) => {
    if (rating === null) return 0
    const pull = othersNear[g]![categories.indexOf(rating)]! - ownChance[g]!
    return (pull * ratings.length) / raters[g]!.persons / pairs
  })))
  return { byChance, chanceOf }
}

type Habits = { persons: number, shares: number[] }

function raterHabits(ratings: Ratings, categories: readonly (string | number)[]): Habits[] {
  const columns = (ratings[0] ?? []).map((_, g) => ratings.map((row) => row[g] ?? null).filter((rating) => rating !== null))
  return columns.map((column) => ({
    persons: column.length,
    shares: categories.map((category) => column.filter((rating) => rating === category).length / column.length),
  }))
}
