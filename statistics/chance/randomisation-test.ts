import type { Caution } from '../cautions.ts'
import { found, notComputable, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import { summary } from './distribution-summary.ts'
import type { Summary } from './distribution-summary.ts'
import type { Chance } from './seeded-generator.ts'

/** All the ways in which chance could have arranged the study, seen only through the statistic of each. */
export type Design = {
  /** how many arrangements there are; above 2^53 the last digits are rounded */
  count: number
  /** calls visit with the statistic of every arrangement */
  every: (visit: (statistic: number) => void) => void
  /** the statistic of one arrangement drawn at random, all equally likely */
  one: (chance: Chance) => number
}
export type Drawing = {
  direction?: 'greater' | 'less'
  /** up to this many arrangements all are enumerated; above, a sample is drawn */
  enumerateUpTo?: number
  draws?: number
  chance: Chance
}
export type RandomisationTest = Summary & {
  observed: number
  nAssignments: number
  nExtreme: number
  /** the smallest p this design can ever give */
  smallestP: number
  draws: number
  seed: number | null
  distribution: Float64Array
}

export const ENUMERATE_UP_TO = 1_000_000

/**
 * If chance alone had arranged the study, how often would the statistic be at least as large as it was?
 *
 * Assumes that chance really arranged it: the start points or conditions were drawn beforehand from exactly these arrangements. Nothing else is assumed, neither
 * normality nor independence. The value is p, one-sided; statistics within 1e-9 of the observed one count as equal, so that rounding decides nothing.
 * Convention: all arrangements, the observed one among them, up to a stated limit; above it a random sample with the observed one added, p = (1 + extreme)/(1 + draws),
 * so that p is never 0. Reference: Edgington & Onghena 2007; Phipson & Smyth 2010 for the added one.
 */
export function randomisationTest(told: { method: string, n: number, missing: number, cautions?: Caution[] }, design: Design, observed: number, drawing: Drawing): Result<RandomisationTest> {
  const { enumerateUpTo = ENUMERATE_UP_TO, direction = 'greater', chance } = drawing
  const exact = design.count <= enumerateUpTo
  const distribution = exact ? enumerated(design) : sampled(design, observed, drawing)
  if (distribution.some(Number.isNaN)) return notComputable({ ...plain(told), reason: 'in some arrangement a phase has too few points or no spread for this statistic' })

  const nExtreme = extreme(distribution, observed, direction)
  return found({
    ...plain(told), exact, observed, nExtreme, distribution,
    value: nExtreme / distribution.length,
    nAssignments: design.count,
    smallestP: exact ? 1 / design.count : 1 / distribution.length,
    draws: exact ? 0 : distribution.length - 1,
    seed: exact ? null : chance.seed,
    cautions: exact ? told.cautions ?? [] : [...told.cautions ?? [], 'sampled'],
    ...summary(distribution, observed, direction),
  })
}

function plain({ method, n, missing }: { method: string, n: number, missing: number }): { method: string, n: number, missing: number } {
  return { method, n, missing }
}

function enumerated(design: Design): Float64Array {
  const distribution = new Float64Array(design.count)
  let place = 0
  design.every((statistic) => {
    distribution[place] = statistic
    place += 1
  })
  return distribution
}

function sampled(design: Design, observed: number, { draws = 9_999, chance }: Drawing): Float64Array {
  if (!Number.isSafeInteger(draws) || draws < 1 || draws > 10_000_000) throw wrongInput('draws', `${draws} was given where a whole number from 1 to 10 million belongs`)
  const distribution = new Float64Array(draws + 1)
  distribution[0] = observed
  for (let i = 1; i <= draws; i++) distribution[i] = design.one(chance)
  return distribution
}

function extreme(distribution: Float64Array, observed: number, direction: 'greater' | 'less'): number {
  const room = Number.isFinite(observed) ? 1e-9 * Math.max(1, Math.abs(observed)) : 0
  let count = 0
  for (let i = 0; i < distribution.length; i++) {
    const statistic = distribution[i]!
    if (direction === 'greater' ? statistic >= observed - room : statistic <= observed + room) count += 1
  }
  return count
}
