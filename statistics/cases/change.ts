/* Cases of references/04_reliable_change.json and references/05_goal_attainment.json. */
import { clinicalSignificance } from '../change/clinical-significance.ts'
import { goalAttainment } from '../change/goal-attainment.ts'
import type { Scores } from '../change/pre-post-pairs.ts'
import { reliableChange } from '../change/reliable-change.ts'
import { rciMethods } from '../change/reliable-change-formulas.ts'
import type { Fields, Runners } from './index.ts'
import { list, number, oneOf, optionalNumber } from './reading.ts'
import { absent, part, reasonOf } from './telling.ts'

const incomplete = 'not computable: a score is missing'

export const changeCases: Runners = {
  'reliable-change-index': (inputs, options) => {
    const result = reliableChange(list(inputs, 'pre') as Scores, list(inputs, 'post') as Scores, {
      rciMethod: oneOf(options, 'rciMethod', rciMethods),
      betterIs: oneOf(options, 'betterIs', ['lower', 'higher']),
      reliability: number(options, 'reliability'),
      reliabilityPost: optionalNumber(options, 'reliabilityPost'),
      criticalValue: optionalNumber(options, 'criticalValue'),
    })
    if (result.kind !== 'found') return { n: result.n, ...absent(result, ['sem', 'rci', 'improved', 'deteriorated', 'unchanged', 'sDiff', 'rDd', 'minimalReliableChangeJT']) }

    const { n, meanPre, meanPost, sdPre, sdPost, sem, improved, deteriorated, unchanged, sDiff } = result
    return {
      n, meanPre, meanPost, sem, improved, deteriorated, unchanged, sDiff,
      sdPre: part(result, sdPre),
      sdPost: part(result, sdPost),
      rDd: part(result, result.rDd),
      rci: result.rci.map((index) => index ?? incomplete),
      minimalReliableChangeJT: result.minimalReliableChange,
    }
  },

  'jacobson-truax-cutoffs': (inputs, options) => {
    const result = clinicalSignificance(list(inputs, 'pre') as Scores, list(inputs, 'post') as Scores, {
      functional: { mean: number(options, 'meanFunctional'), sd: number(options, 'sdFunctional') },
      betterIs: oneOf(options, 'betterIs', ['lower', 'higher']),
      reliability: number(options, 'reliability'),
      confidence: number(options, 'confidence', 0.95),
    })
    if (result.kind !== 'found') return absent(result, ['cutoffA', 'cutoffB', 'cutoffC', 'sDiff', 'rci', 'classWithCutoffC', 'counts'])

    const { cutoffs, sDiff, counts } = result
    return {
      cutoffA: cutoffs.a, cutoffB: cutoffs.b, cutoffC: cutoffs.c, sDiff, counts,
      rci: result.rci.map((index) => index ?? incomplete),
      classWithCutoffC: result.classes.map((one) => one ?? incomplete),
    }
  },

  'goal-attainment-scaling-T': (inputs, options) => goalsOf(inputs, number(options, 'rho', 0.3)),
}

function goalsOf(inputs: Fields, rho: number): Fields {
  const baselineScores = inputs['baselineScores'] === undefined ? undefined : list(inputs, 'baselineScores') as Scores
  const result = goalAttainment({ scores: list(inputs, 'scores') as Scores, weights: list(inputs, 'weights') as number[], baselineScores }, rho)
  if (result.kind !== 'found') return absent(result, ['T', 'weightedSum', 'denominator', 'Tmin', 'Tmax', 'proportionAtOrAboveExpected'])

  const { value: T, weightedSum, denominator, lowest: Tmin, highest: Tmax, atOrAboveExpected: proportionAtOrAboveExpected, baseline, change } = result
  const told = { T, weightedSum, denominator, Tmin, Tmax, proportionAtOrAboveExpected }
  if (baselineScores === undefined) return told
  return { ...told, Tbaseline: baseline ?? reasonOf(result), change: change ?? reasonOf(result) }
}
