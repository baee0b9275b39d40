/* Cases of references/03_randomisation.json. */
import { seededGenerator } from '../chance/seeded-generator.ts'
import type { Drawing, RandomisationTest } from '../chance/randomisation-test.ts'
import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import { asLabelStatistic } from '../single-case/randomised/label-statistics.ts'
import { multipleBaselineTest } from '../single-case/randomised/multiple-baseline-test.ts'
import type { Tier } from '../single-case/randomised/multiple-baseline-test.ts'
import type { Values } from '../single-case/phases.ts'
import { randomisedDesignTest } from '../single-case/randomised/randomised-design-test.ts'
import type { DesignName } from '../single-case/randomised/randomised-design-test.ts'
import { startPointStatistics } from '../single-case/randomised/start-point-statistics.ts'
import type { StartPointStatistic } from '../single-case/randomised/start-point-statistics.ts'
import { aggregates, startPointTest } from '../single-case/randomised/start-point-test.ts'
import type { Fields, Runner, Runners } from './index.ts'
import { list, number, oneOf, optionalNumber } from './reading.ts'
import { absent, part } from './telling.ts'

const figures = ['observed', 'p', 'nAssignments', 'nExtreme', 'z', 'pNormalApprox', 'distMean', 'distSd', 'distMin', 'distMax'] as const
const designs: readonly DesignName[] = ['AB', 'ABA', 'ABAB', 'CRD', 'RBD', 'ATD']
/** Longer distributions are not handed out one by one. */
const LONGEST_DISTRIBUTION = 1_000

export const randomisationCases: Runners = {
  'randomisation-test-start-point': (inputs, options) => told(startPointTest({
    cases: tiers(inputs, (one, place) => finite(one['nA'], `${place}.nA`)),
    statistic: oneOf(options, 'statistic', Object.keys(startPointStatistics) as StartPointStatistic[]),
    aggregate: oneOf(options, 'aggregate', aggregates, 'mean over cases'),
    minPhaseA: number(options, 'minPhaseA'),
    minPhaseB: number(options, 'minPhaseB'),
  }, drawing(options))),
  ...Object.fromEntries(designs.map((design) => [`randomisation-test-${design}`, designRunner(design)])),
  'randomisation-test-MBD': (inputs, options) => told(multipleBaselineTest({
    tiers: tiers(inputs, leadingA),
    possibleStarts: list(inputs, 'possibleStarts') as number[][],
    statistic: oneOf(options, 'statistic', ['B-A', 'A-B', '|A-B|']),
  }, drawing(options))),
}

function designRunner(design: DesignName): Runner {
  return (inputs, options) => told(randomisedDesignTest({
    design,
    condition: list(inputs, 'condition') as string[],
    values: list(inputs, 'values') as Values,
    statistic: asLabelStatistic(options['statistic']),
    limit: options['limit'] === 'none' ? undefined : optionalNumber(options, 'limit'),
  }, drawing(options)))
}

function drawing(options: Fields): Drawing {
  const draws = optionalNumber(options, 'draws') ?? optionalNumber(options, 'permutations')
  // W counts the pairs in which A stands higher: a small one speaks for B.
  const direction = oneOf(options, 'direction', ['greater', 'less'], options['statistic'] === 'W-test' ? 'less' : 'greater')
  return { direction, chance: seededGenerator(number(options, 'seed', 1)), ...draws !== undefined && { draws } }
}

function tiers(inputs: Fields, startOf: (one: Fields, place: string) => number): Tier[] {
  return list(inputs, 'cases').map((one, i) => {
    const place = `inputs.cases, place ${i + 1}`
    if (typeof one !== 'object' || one === null) throw wrongInput(place, 'a case with values belongs here')
    return { values: list(one as Fields, 'values', place) as Values, nA: startOf(one as Fields, place) }
  })
}

function leadingA(one: Fields, place: string): number {
  const condition = list(one, 'condition', place)
  const first = condition.findIndex((name) => name !== 'A')
  return first < 0 ? condition.length : first
}

function told(result: Result<RandomisationTest>): Fields {
  if (result.kind !== 'found') return absent(result, figures)
  const { value, distribution, exact, draws, seed } = result
  // The stored cases also carry the package's own p; the same number, but for rounding that we do not repeat.
  const shown = { ...Object.fromEntries(figures.map((key) => [key, key === 'p' ? value : part(result, result[key])])), pPackage: value, ...exact ? {} : { sampled: true, draws, seed } }
  return distribution.length > LONGEST_DISTRIBUTION ? shown : { ...shown, distributionSorted: Array.from(distribution).sort((a, b) => a - b).map((statistic) => part(result, statistic)) }
}
