/* Runners for references/02_bcsmd.json: between-case standardised mean differences by moments and by REML. */
import { betweenCaseMoments } from '../mixed/between-case-moments.ts'
import type { Plan } from '../mixed/between-case-moments.ts'
import { levelDesign, trendDesign } from '../mixed/between-case-design.ts'
import { betweenCaseSmd } from '../mixed/between-case-smd.ts'
import { sessionCases } from '../mixed/session-cases.ts'
import type { SessionCase } from '../mixed/session-cases.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list, number, oneOf } from './reading.ts'
import { absent, part } from './telling.ts'

export const betweenCaseCases: Runners = {
  'bcsmd-hps-multiple-baseline': (inputs) => moments(inputs, 'multiple-baseline'),
  'bcsmd-hps-abk': (inputs) => moments(inputs, 'reversal'),
  'bcsmd-reml-mbp-level-change': levelChange,
  'bcsmd-reml-mbp-trend': trend,
}

function casesOf(inputs: Fields): { cases: SessionCase[], missing: number } {
  const columns = { case: list(inputs, 'case'), time: list(inputs, 'time'), treatment: list(inputs, 'treatment'), outcome: list(inputs, 'outcome') }
  return sessionCases(inputs.phase === undefined ? columns : { ...columns, phase: list(inputs, 'phase') })
}

function moments(inputs: Fields, plan: Plan): unknown {
  const { cases, missing } = casesOf(inputs)
  const result = betweenCaseMoments(cases, plan, missing)
  if (result.kind !== 'found') return absent(result, ['deltaUnadjusted', 'g', 'varG', 'seG', 'df', 'phi', 'rho'])
  return {
    deltaUnadjusted: result.uncorrected, g: result.value, varG: result.se ** 2, seG: result.se, df: result.df,
    phi: result.autocorrelation, rho: result.intraclass, gDotDot: result.sessions, Ssq: result.variance,
  }
}

function levelChange(inputs: Fields, options: Fields): unknown {
  const errors = errorsOf(options, 'AR1')
  const { cases, missing } = casesOf(inputs)
  const result = betweenCaseSmd({ cases: levelDesign(cases), effect: [0, 1], errors, confidence: confidenceOf(options), missing })
  if (result.kind !== 'found') return absent(result, ['g', 'seG', 'df', 'ciLower', 'ciUpper', 'rhoIntraClass', 'intercept', 'treatmentEffect', 'seIntercept', 'seTreatment', 'tauSq', 'sigmaSq', 'phi', 'logLikREML'])
  return {
    g: result.value, seG: result.se, df: result.df, ciLower: part(result, result.interval?.lower), ciUpper: part(result, result.interval?.upper),
    rhoIntraClass: result.intraclass, intercept: result.coefficients[0], treatmentEffect: result.coefficients[1],
    seIntercept: result.coefficientSe[0], seTreatment: result.coefficientSe[1], tauSq: result.between, sigmaSq: result.within,
    phi: result.autocorrelation ?? 0, logLikREML: result.logLik,
  }
}

// Only REML is offered: by ML the spread of a few cases comes out too small.
function errorsOf(options: Fields, otherwise: 'AR1' | 'IID'): 'autocorrelated' | 'independent' {
  oneOf(options, 'estimation', ['REML'], 'REML')
  return oneOf(options, 'correlation', ['AR1', 'IID'], otherwise) === 'AR1' ? 'autocorrelated' : 'independent'
}

function trend(inputs: Fields, options: Fields): unknown {
  const { cases, missing } = casesOf(inputs)
  const result = betweenCaseSmd({ cases: trendDesign(cases, number(options, 'centre', 0)), missing, effect: [0, 0, 1, number(options, 'B') - number(options, 'A')], errors: errorsOf(options, 'IID'), confidence: confidenceOf(options) })
  return result.kind === 'found' ? { g: result.value, seG: result.se, df: result.df } : absent(result, ['g', 'seG', 'df'])
}
