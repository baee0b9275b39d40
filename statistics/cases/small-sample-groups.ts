/* The runner for two groups in references/07_small_sample.json. */
import { groupPermutation } from '../compare/group-permutation.ts'
import { hedgesG } from '../compare/hedges-g.ts'
import { mannWhitneyApproximate } from '../compare/mann-whitney-approximate.ts'
import { mannWhitney } from '../compare/mann-whitney.ts'
import { probabilityOfSuperiority } from '../compare/probability-of-superiority.ts'
import { twoGroupT } from '../compare/two-group-t.ts'
import { twoGroups } from '../compare/two-groups.ts'
import type { TwoGroups } from '../compare/two-groups.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list } from './reading.ts'
import { absent, part, reasonOf } from './telling.ts'

export const groupCases: Runners = { 'two-group-comparison': compared }

function compared(inputs: Fields, options: Fields): unknown {
  const groups = twoGroups(list(inputs, 'x'), list(inputs, 'y'))
  const superiority = probabilityOfSuperiority(groups)
  return {
    ...rankTests(groups),
    probabilityOfSuperiority: superiority.kind === 'found' ? superiority.value : reasonOf(superiority),
    cliffsDelta: superiority.kind === 'found' ? superiority.cliffsDelta : reasonOf(superiority),
    ...meanTests(groups, confidenceOf(options)),
  }
}

function rankTests(groups: TwoGroups): Fields {
  const exact = mannWhitney(groups)
  const approximate = mannWhitneyApproximate(groups)
  return {
    mannWhitneyExact: exact.kind === 'found' ? { W: exact.value, p: exact.p, pLess: exact.pLess, pGreater: exact.pGreater } : absent(exact, ['W', 'p', 'pLess', 'pGreater']),
    mannWhitneyCoinExact: exact.kind === 'found' ? { z: exact.z, p: exact.p } : absent(exact, ['z', 'p']),
    mannWhitneyAsymptotic: approximate.kind === 'found' ? { W: approximate.value, p: approximate.p } : absent(approximate, ['W', 'p']),
  }
}

function meanTests(groups: TwoGroups, confidence: number): Fields {
  const welch = twoGroupT(groups, 'unequal', confidence)
  const student = twoGroupT(groups, 'pooled', confidence)
  const size = hedgesG(groups, confidence)
  const draws = groupPermutation(groups)
  return {
    welchT: welch.kind === 'found'
      ? { t: welch.t, df: welch.df, p: welch.p, ciLower: part(welch, welch.interval?.lower), ciUpper: part(welch, welch.interval?.upper) }
      : absent(welch, ['t', 'df', 'p', 'ciLower', 'ciUpper']),
    studentT: student.kind === 'found' ? { t: student.t, df: student.df, p: student.p } : absent(student, ['t', 'df', 'p']),
    hedges: size.kind === 'found'
      ? {
          d: size.d, J: size.j, g: size.value, seG: size.se, dCiLower: size.uncorrectedInterval.lower, dCiUpper: size.uncorrectedInterval.upper,
          gCiLower: part(size, size.interval?.lower), gCiUpper: part(size, size.interval?.upper),
        }
      : absent(size, ['d', 'J', 'g', 'seG', 'dCiLower', 'dCiUpper', 'gCiLower', 'gCiUpper']),
    permutationMeanDiff: draws.kind === 'found' ? { p: draws.p, pGreater: draws.pGreater, nPermutations: draws.arrangements } : absent(draws, ['p', 'pGreater', 'nPermutations']),
  }
}
