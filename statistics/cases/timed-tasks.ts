/*
 * The tasks whose time in R is stored in references/r-timings.json, with inputs built from their description and a seed.
 * Comparing them is indicative only: R's packages check their arguments and build data frames on the way.
 */
import { seededGenerator } from '../chance/seeded-generator.ts'
import { baselineCorrectedTau } from '../single-case/tau/baseline-corrected-tau.ts'
import { nonOverlapOfAllPairs } from '../single-case/overlap/non-overlap-of-all-pairs.ts'
import { startPointTest } from '../single-case/randomised/start-point-test.ts'
import type { StartPoints } from '../single-case/randomised/start-point-test.ts'
import { piecewiseRegression } from '../single-case/trend/piecewise-regression.ts'
import { tauUTable } from '../single-case/tau/tau-u-table.ts'
import { tau } from '../single-case/tau/tau.ts'
import { effectSizeCases } from './single-case-effect-sizes.ts'
import { timedTasksOfSeveral, times } from './timed-tasks-of-several.ts'

/** By the id of the stored timing: the task, done as often as the timing says. */
export function timedTasks(seed: number): Record<string, () => unknown> {
  const chance = seededGenerator(seed)
  const points = (n: number): number[] => Array.from({ length: n }, () => 1 + chance.below(20))
  const people = (count: number, n: number): StartPoints['cases'] => Array.from({ length: count }, () => ({ values: points(n), nA: 7 }))
  const [six, three] = [people(6, 18), people(3, 20)]
  const A = points(10), B = points(15), outcome = points(20), time = outcome.map((_, i) => i + 1)
  const up = { improvement: 'increase' } as const

  const draw = (statistic: StartPoints['statistic']) => () => startPointTest({ cases: six, statistic, minPhaseA: 4, minPhaseB: 4 }, { enumerateUpTo: 0, draws: 10_000, chance: seededGenerator(seed) })
  const list = (statistic: StartPoints['statistic']) => () => startPointTest({ cases: three, statistic, minPhaseA: 5, minPhaseB: 5 }, { chance })
  return {
    'randtest10000.6cases': draw('Mean B-A'),
    'randtest10000nap.6cases': draw('NAP'),
    'randtest1331': list('Mean B-A'),
    'randtestNAP1331': list('NAP'),
    'nap1000': times(1000, () => nonOverlapOfAllPairs(A, B, up)),
    'tau1000': times(1000, () => tau(A, B, up)),
    'taubc1000': times(1000, () => baselineCorrectedTau(A, B, up)),
    'all100': times(100, () => effectSizeCases['single-case-ab-effect-sizes']!({ A, B }, { ...up, scale: 'count' })),
    'scanTauU100': times(100, () => tauUTable(A, B, { ...up, variant: 'complete, tau-b' })),
    'plm100': times(100, () => piecewiseRegression({ time, phaseB: time.map((t) => t > 8 ? 1 : 0), outcome })),
    ...timedTasksOfSeveral(chance),
  }
}
