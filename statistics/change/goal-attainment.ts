import { finite, observed } from '../describe/observed.ts'
import { found, notComputable, tooFew, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'

export type GoalAttainment = {
  weightedSum: number
  denominator: number
  /** T if every goal were at -2, or at +2: the ends of the scale for these weights */
  lowest: number
  highest: number
  /** share of goals at the expected level or better */
  atOrAboveExpected: number
  /** T of the ratings at the start, and the change since; null where none were given */
  baseline: number | null
  change: number | null
}
export type Goals = { scores: readonly (number | null)[], weights: readonly number[], baselineScores?: readonly (number | null)[] | undefined }

/**
 * How far were a person's own goals reached, taken together, on a scale where 50 is "as expected"?
 *
 * Assumes goals set beforehand with levels -2 (much less than expected) to +2 (much more), of equal difficulty, correlated by rho with one another. T is a summary of ratings,
 * not a measurement: always show the goals beside it.
 * Convention: T = 50 + 10 sum(w x) / sqrt((1 - rho) sum w^2 + rho (sum w)^2) with rho = 0.3; half steps are allowed; a goal without a rating drops out, with its weight.
 * Reference: Kiresuk & Sherman 1968.
 */
export function goalAttainment({ scores, weights, baselineScores }: Goals, rho = 0.3): Result<GoalAttainment> {
  const method = `goal attainment, Kiresuk-Sherman T, rho ${rho}`
  checkShare(rho)
  const rated = ratings(scores, weights, 'scores')
  const n = rated.length, missing = scores.length - n
  if (n === 0) return tooFew({ method, n, missing, needed: 1, of: 'rated goals' })

  const denominator = spread(rated, rho)
  if (denominator === 0) return notComputable({ method, n, missing, reason: 'all weights are zero' })

  const value = tOf(rated, denominator)
  const baseline = baselineScores === undefined ? null : baselineT(ratings(baselineScores, weights, 'baselineScores'), rho)
  return found({
    method, value, n, missing, denominator, baseline,
    cautions: missing > 0 ? ['missing-values'] : [],
    weightedSum: rated.reduce((sum, { weight, score }) => sum + weight * score, 0),
    lowest: tOf(rated.map((goal) => ({ ...goal, score: -2 })), denominator),
    highest: tOf(rated.map((goal) => ({ ...goal, score: 2 })), denominator),
    atOrAboveExpected: rated.filter(({ score }) => score >= 0).length / n,
    change: baseline === null ? null : value - baseline,
  })
}

type Rating = { score: number, weight: number }

function ratings(scores: readonly (number | null)[], weights: readonly number[], place: string): Rating[] {
  observed(scores, place)
  if (weights.length !== scores.length) throw wrongInput('weights', `${scores.length} weights belong here, one for each goal in ${place}`)
  return scores.flatMap((score, i) => {
    const weight = finite(weights[i], `weights, place ${i + 1}`)
    if (weight < 0) throw wrongInput(`weights, place ${i + 1}`, `${weight} was given where a number from 0 belongs`)
    if (score !== null && Math.abs(score) > 2) throw wrongInput(`${place}, place ${i + 1}`, `${score} was given where a rating from -2 to 2 belongs`)
    return score === null ? [] : [{ score, weight }]
  })
}

function spread(rated: readonly Rating[], rho: number): number {
  const sum = rated.reduce((total, { weight }) => total + weight, 0)
  const squares = rated.reduce((total, { weight }) => total + weight * weight, 0)
  return Math.sqrt((1 - rho) * squares + rho * sum * sum)
}

function tOf(rated: readonly Rating[], denominator: number): number {
  return 50 + 10 * rated.reduce((sum, { weight, score }) => sum + weight * score, 0) / denominator
}

function baselineT(rated: readonly Rating[], rho: number): number | null {
  const denominator = spread(rated, rho)
  return denominator === 0 ? null : tOf(rated, denominator)
}

function checkShare(rho: number): void {
  const given = finite(rho, 'rho')
  if (given < 0 || given > 1) throw wrongInput('rho', `${given} was given where a number from 0 to 1 belongs`)
}
