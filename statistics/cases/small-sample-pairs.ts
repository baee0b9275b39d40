/* The runner for paired values in references/07_small_sample.json. */
import { correlation } from '../compare/correlation.ts'
import { pairedEffectSize } from '../compare/paired-effect-size.ts'
import { pairedPermutation } from '../compare/paired-permutation.ts'
import { pairedT } from '../compare/paired-t.ts'
import { pairedValues } from '../compare/paired-values.ts'
import type { PairedValues } from '../compare/paired-values.ts'
import { rankBiserial } from '../compare/rank-biserial.ts'
import { signTest } from '../compare/sign-test.ts'
import { signedRankApproximate } from '../compare/signed-rank-approximate.ts'
import { signedRank } from '../compare/signed-rank.ts'
import { smallSampleCorrectionApproximate } from '../compare/small-sample-correction.ts'
import type { Result } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list } from './reading.ts'
import { absent, part, reasonOf } from './telling.ts'

export const pairedCases: Runners = { 'paired-comparison': paired }

function paired(inputs: Fields, options: Fields): unknown {
  const pairs = pairedValues(list(inputs, 'pre'), list(inputs, 'post'))
  return { n: pairs.differences.length, ...pairedTests(pairs, confidenceOf(options)), ...pairedSizes(pairs, confidenceOf(options)) }
}

function pairedTests(pairs: PairedValues, confidence: number): Fields {
  const t = pairedT(pairs, confidence)
  const dropped = signedRank(pairs)
  const pratt = signedRank(pairs, 'ranked')
  const approximate = signedRankApproximate(pairs)
  const signs = signTest(pairs)
  const flips = pairedPermutation(pairs)
  const oneSided = pairs.differences.length
  return {
    pairedT: t.kind === 'found'
      ? { t: t.t, df: t.df, p: t.p, meanDiff: t.value, ciLower: part(t, t.interval?.lower), ciUpper: part(t, t.interval?.upper) }
      : absent(t, ['t', 'df', 'p', 'meanDiff', 'ciLower', 'ciUpper']),
    wilcoxonExactDropZeros: dropped.kind === 'found'
      ? { V: dropped.value, p: dropped.p, pGreater: dropped.pGreater, nNonZero: dropped.n }
      : absent(dropped, ['V', 'p', 'pGreater', 'nNonZero']),
    wilcoxonPratt: pratt.kind === 'found' ? { z: pratt.z, p: pratt.p } : absent(pratt, ['z', 'p']),
    wilcoxonAsymptoticDropZeros: approximate.kind === 'found' ? { V: approximate.value, p: approximate.p } : absent(approximate, ['V', 'p']),
    signTest: signs.kind === 'found' ? { positives: signs.positives, n: signs.n, p: signs.p } : absent(signs, ['positives', 'n', 'p']),
    permutationMeanDiff: flips.kind === 'found'
      ? { p: flips.p, pGreater: flips.pGreater, nPermutations: flips.arrangements }
      : { ...absent(flips, ['p', 'pGreater']), nPermutations: 2 ** oneSided },
    rankBiserial: { r: value(rankBiserial(pairs)) },
  }
}

function pairedSizes(pairs: PairedValues, confidence: number): Fields {
  const dz = pairedEffectSize(pairs, 'changes', confidence)
  const dav = pairedEffectSize(pairs, 'average')
  const found = dz.kind === 'found'
  return {
    effectSizes: {
      cohenDz: value(dz),
      J: found ? dz.j : reasonOf(dz),
      hedgesGz: found ? dz.corrected : reasonOf(dz),
      Japprox: found ? smallSampleCorrectionApproximate(dz.n - 1) : reasonOf(dz),
      correlation: value(correlation(pairs)),
      dav: value(dav),
      gav: dav.kind === 'found' ? dav.corrected : reasonOf(dav),
      drm: value(pairedEffectSize(pairs, 'repeated-measures')),
      glassPre: value(pairedEffectSize(pairs, 'before')),
    },
    noncentralT: {
      dzCiLower: part(dz, found ? dz.interval?.lower : null),
      dzCiUpper: part(dz, found ? dz.interval?.upper : null),
      gzCiLower: part(dz, found ? dz.correctedInterval?.lower : null),
      gzCiUpper: part(dz, found ? dz.correctedInterval?.upper : null),
    },
  }
}

const value = (result: Result) => part(result, result.kind === 'found' ? result.value : null)
