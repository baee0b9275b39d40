import { randomisationTest } from '../../chance/randomisation-test.ts'
import type { Drawing, RandomisationTest } from '../../chance/randomisation-test.ts'
import type { Chance } from '../../chance/seeded-generator.ts'
import { observed } from '../../describe/observed.ts'
import { notComputable, tooFew, wrongInput } from '../../result.ts'
import type { Result } from '../../result.ts'
import type { Values } from '../phases.ts'

export type Tier = { values: Values, nA: number }
export type MultipleBaseline = {
  tiers: readonly Tier[]
  /** one list a tier: how many points of A there could be before B began */
  possibleStarts: readonly (readonly number[])[]
  statistic: 'B-A' | 'A-B' | '|A-B|'
}

/**
 * If chance alone had said who starts early and who late, and exactly when, how often would the phases lie at least so far apart?
 *
 * Assumes that the lists of possible starts were shared out over the people at random, and one start drawn from each list (Koehler & Levin 1998, after Wampold & Worsham 1986).
 * Convention: every order of the lists over the people, every start in each list; the statistic is the mean over people of the difference of phase means
 * ('|A-B|': of its size). See `randomisationTest`.
 */
export function multipleBaselineTest({ tiers, possibleStarts, statistic }: MultipleBaseline, drawing: Drawing): Result<RandomisationTest> {
  const method = `randomisation test, multiple baseline, ${statistic}`
  const parts = tiers.map(({ values }, i) => observed(values, `cases, place ${i + 1}, values`))
  const told = { method, n: parts.reduce((sum, part) => sum + part.values.length, 0), missing: parts.reduce((sum, part) => sum + part.missing, 0) }
  if (tiers.length < 2) return tooFew({ ...told, n: tiers.length, needed: 2, of: 'people' })
  if (possibleStarts.length !== tiers.length) throw wrongInput('possibleStarts', 'one list of starts for each person belongs here')
  possibleStarts.forEach(checkedStarts)
  if (!couldBeDrawn(tiers, possibleStarts)) return notComputable({ ...told, reason: 'the starts that were carried out cannot be drawn from these lists' })

  // difference[tier][list][choice]
  const difference = tiers.map((tier) => possibleStarts.map((starts) => starts.map((nA) => apart(tier.values, nA, statistic) / tiers.length)))
  const observedDifference = tiers.reduce((sum, tier) => sum + apart(tier.values, tier.nA, statistic) / tiers.length, 0)
  return randomisationTest(told, {
    count: possibleStarts.reduce((product, starts, i) => product * starts.length * (i + 1), 1),
    every: (visit) => shareOut(difference, 0, 0, new Set(), visit),
    one: (chance) => sharedOut(difference, chance),
  }, observedDifference, drawing)
}

function checkedStarts(starts: readonly number[], i: number): void {
  const place = `possibleStarts, place ${i + 1}`
  const { values, missing } = observed(starts, place)
  if (missing > 0 || values.length === 0 || !values.every((start) => Number.isSafeInteger(start) && start > 0)) throw wrongInput(place, 'whole numbers from 1 belong here')
}

function apart(values: Values, nA: number, statistic: MultipleBaseline['statistic']): number {
  const difference = meanOf(values.slice(nA)) - meanOf(values.slice(0, nA))
  return statistic === 'B-A' ? difference : statistic === 'A-B' ? -difference : Math.abs(difference)
}

function meanOf(values: Values): number {
  const seen = values.filter((value) => value !== null)
  return seen.reduce((sum, value) => sum + value, 0) / seen.length
}

function shareOut(difference: readonly number[][][], tier: number, sum: number, taken: Set<number>, visit: (statistic: number) => void): void {
  const ofTier = difference[tier]
  if (!ofTier) return visit(sum)
  ofTier.forEach((choices, list) => {
    if (taken.has(list)) return
    taken.add(list)
    for (const choice of choices) shareOut(difference, tier + 1, sum + choice, taken, visit)
    taken.delete(list)
  })
}

function sharedOut(difference: readonly number[][][], chance: Chance): number {
  const lists = difference.map((_, i) => i)
  return difference.reduce((sum, ofTier, tier) => {
    const pick = tier + chance.below(lists.length - tier)
    ;[lists[tier], lists[pick]] = [lists[pick]!, lists[tier]!]
    const choices = ofTier[lists[tier]!]!
    return sum + choices[chance.below(choices.length)]!
  }, 0)
}

// Is there an order of the lists over the people in which each list holds that person's start?
function couldBeDrawn(tiers: readonly Tier[], possibleStarts: MultipleBaseline['possibleStarts'], tier = 0, taken = new Set<number>()): boolean {
  const own = tiers[tier]
  if (!own) return true
  return possibleStarts.some((starts, list) => {
    if (taken.has(list) || !starts.includes(own.nA)) return false
    return couldBeDrawn(tiers, possibleStarts, tier + 1, new Set([...taken, list]))
  })
}
