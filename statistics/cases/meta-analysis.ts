/* Runners for references/08_meta_analysis.json: one effect a case, and several effects a case. */
import { finite } from '../describe/observed.ts'
import { betweenVarianceInterval } from '../meta/between-variance-interval.ts'
import { effectList } from '../meta/effect-list.ts'
import type { EffectList } from '../meta/effect-list.ts'
import { egger } from '../meta/egger.ts'
import { hartungKnapp } from '../meta/hartung-knapp.ts'
import { leaveOneOut } from '../meta/leave-one-out.ts'
import { pooledEffect } from '../meta/pooled-effect.ts'
import type { PooledEffect } from '../meta/pooled-effect.ts'
import { predictionInterval } from '../meta/prediction-interval.ts'
import type { Estimator } from '../meta/random-effects.ts'
import { shrunkenEffects } from '../meta/shrunken-effects.ts'
import { threeLevel } from '../meta/three-level.ts'
import { wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list, oneOf } from './reading.ts'
import { absent, part, reasonOf } from './telling.ts'

export const metaCases: Runners = { 'meta-analysis': pooled, 'three-level-meta-analysis': levels }

function pooled(inputs: Fields, options: Fields): unknown {
  const effects = effectList(list(inputs, 'yi'), list(inputs, 'vi'))
  const estimator = oneOf<Estimator>(options, 'method', ['FE', 'DL', 'REML', 'PM', 'ML'])
  const confidence = confidenceOf(options)
  const result = pooledEffect(effects, estimator, confidence)
  if (result.kind !== 'found') return absent(result, ['estimate', 'se', 'z', 'p', 'ciLower', 'ciUpper', 'Q', 'Qp', 'I2', 'H2', 'tau2', 'seTau2'])
  return {
    k: result.n, estimate: result.value, se: result.se, z: result.z, p: result.p, ...ends(result),
    Q: result.q, Qp: result.qP, I2: result.i2, H2: result.h2, weightsPercent: result.weightsPercent,
    ...(estimator === 'FE' ? {} : { tau2: result.tau2, seTau2: result.tau2Se ?? 'not computable: one effect has nothing to differ from', ...between(effects, estimator, confidence) }),
  }
}

function between(effects: EffectList, estimator: Exclude<Estimator, 'FE'>, confidence: number): Fields {
  const careful = hartungKnapp(effects, estimator, confidence)
  const asymmetry = egger(effects, estimator)
  const shrunken = shrunkenEffects(effects, estimator)
  const without = leaveOneOut(effects, estimator, confidence)
  const figure = (of: (one: PooledEffect & { kind: 'found' }) => number) => without.map((one) => (one.kind === 'found' ? of(one) : reasonOf(one)))
  return {
    hartungKnapp: careful.kind === 'found' ? { se: careful.se, t: part(careful, careful.t), df: careful.df, p: careful.p, ...ends(careful) } : absent(careful, ['se', 't', 'df', 'p', 'ciLower', 'ciUpper']),
    predictionInterval: bounds(predictionInterval(effects, estimator, 'normal', confidence)),
    predictionIntervalHartungKnapp: bounds(predictionInterval(effects, estimator, 'hartung-knapp', confidence)),
    tau2CiQProfile: bounds(betweenVarianceInterval(effects, estimator, confidence)),
    eggerRegtest: asymmetry.kind === 'found' ? { z: asymmetry.z, p: asymmetry.p } : absent(asymmetry, ['z', 'p']),
    leaveOneOut: { estimate: figure((one) => one.value), tau2: figure((one) => one.tau2) },
    blup: shrunken.kind === 'found' ? shrunken.effects : reasonOf(shrunken),
  }
}

const bounds = (result: Result) => ({ lower: edge(result, 'lower'), upper: edge(result, 'upper') })
const ends = (result: Result) => ({ ciLower: edge(result, 'lower'), ciUpper: edge(result, 'upper') })
const edge = (result: Result, side: 'lower' | 'upper') => part(result, result.kind === 'found' ? result.interval?.[side] : null)

function levels(inputs: Fields, options: Fields): unknown {
  const [yi, vi, cluster] = [list(inputs, 'yi'), list(inputs, 'vi'), list(inputs, 'cluster')]
  const kept = cluster.map((_, i) => yi[i] !== null && vi[i] !== null)
  const labels = cluster.map((label, i) => (typeof label === 'string' ? label : finite(label, `inputs.cluster, place ${i + 1}`)))
  if (labels.length !== yi.length) throw wrongInput('inputs.cluster', `${labels.length} labels where yi has ${yi.length} effects`)
  oneOf(options, 'estimation', ['REML'], 'REML')
  const result = threeLevel(effectList(yi, vi), labels.filter((_, i) => kept[i]), confidenceOf(options))
  if (result.kind !== 'found') return absent(result, ['estimate', 'se', 'sigma2Between', 'sigma2Within', 'Q', 'logLik', 'robustCR2'])
  const { robust } = result
  return {
    estimate: result.value, se: result.se, sigma2Between: result.between, sigma2Within: result.within, Q: result.q, logLik: result.logLik,
    robustCR2: robust
      ? { se: robust.se, df: robust.df, t: robust.t, p: robust.p, ciLower: robust.lower, ciUpper: robust.upper }
      : { status: 'not computable: the clusters do not differ' },
  }
}
