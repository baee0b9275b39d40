/* The runner for references/02c_multilevel.json: piecewise mixed models over cases. */
import { studentTTwoSided } from '../distributions/student-t.ts'
import { kenwardRoger } from '../mixed/kenward-roger.ts'
import type { TimedCase } from '../mixed/autocorrelated-totals.ts'
import { piecewiseDesign } from '../mixed/piecewise-design.ts'
import { randomInterceptAutocorrelated } from '../mixed/random-intercept-autocorrelated.ts'
import { randomIntercept } from '../mixed/random-intercept.ts'
import type { RandomIntercept } from '../mixed/random-intercept.ts'
import { randomLevel } from '../mixed/random-level.ts'
import { satterthwaite } from '../mixed/satterthwaite.ts'
import { sessionCases } from '../mixed/session-cases.ts'
import type { Fields, Runners } from './index.ts'
import { list, oneOf } from './reading.ts'

export const multilevelCases: Runners = { 'piecewise-multilevel': multilevel }

const names = ['intercept', 'trend', 'level', 'slope']
const [level, slope] = [2, 3]
const noSpread = 'not computable: the sessions do not tell the variances apart'

function multilevel(inputs: Fields, options: Fields): unknown {
  const { cases: sessions } = sessionCases({ case: list(inputs, 'case'), time: list(inputs, 'time'), treatment: list(inputs, 'phaseB'), outcome: list(inputs, 'outcome') })
  const criterion = oneOf(options, 'estimation', ['ML', 'REML'], 'REML')
  const correlation = oneOf(options, 'correlation', ['AR1', 'IID'], 'IID')
  const cases = piecewiseDesign(sessions)
  const model = randomIntercept(cases, criterion)
  if (model.kind !== 'found') return { status: `not computable: ${model.reason}` }
  return {
    ...Object.fromEntries(names.map((name, i) => [name, { b: model.coefficients[i], se: model.se[i] }])),
    varCaseIntercept: model.between, varResidual: model.within, icc: model.icc, logLik: model.logLik, singular: model.singular,
    nlme: withinCases(model, cases),
    ...(criterion === 'ML' ? { nullModel: nullModel(cases) } : { smallSample: smallSample(model), randomLevelModel: ownLevels(cases) }),
    ...(correlation === 'AR1' ? { autocorrelated: autocorrelated(cases, criterion) } : {}),
  }
}

// Degrees of freedom by counting: sessions less cases less what changes within cases; ML standard errors as if REML had been used for the error.
function withinCases(model: RandomIntercept, cases: readonly TimedCase[]): Fields {
  const df = model.n - cases.length - (names.length - 1)
  const stretch = model.criterion === 'ML' ? Math.sqrt(model.n / (model.n - names.length)) : 1
  const se = model.se[level]! * stretch
  const t = model.coefficients[level]! / se
  return { level: model.coefficients[level], seLevel: se, df, t, p: studentTTwoSided(t, df) }
}

// Not among the stored figures: the same lines with errors that are carried on, only where `correlation` asks for it.
function autocorrelated(cases: readonly TimedCase[], criterion: 'ML' | 'REML'): Fields {
  const model = randomInterceptAutocorrelated(cases, criterion)
  if (model.kind !== 'found') return { status: `not computable: ${model.reason}` }
  return {
    ...Object.fromEntries(names.map((name, i) => [name, { b: model.coefficients[i], se: model.se[i] }])),
    varCaseIntercept: model.between, varResidual: model.within, phi: model.autocorrelation, logLik: model.logLik, singular: model.singular,
  }
}

function nullModel(cases: readonly TimedCase[]): Fields {
  const model = randomIntercept(cases.map(({ y }) => ({ y, x: y.map(() => [1]) })), 'ML')
  return model.kind === 'found' ? { icc: model.icc, logLik: model.logLik } : { status: `not computable: ${model.reason}` }
}

function smallSample(model: RandomIntercept): Fields {
  const both = (of: (coefficient: number) => number | undefined) => ({ level: of(level) ?? noSpread, slope: of(slope) ?? noSpread })
  return {
    satterthwaiteDf: both((k) => satterthwaite(model, k)?.df),
    satterthwaiteP: both((k) => satterthwaite(model, k)?.p),
    kenwardRogerSe: both((k) => kenwardRoger(model, k)?.se),
    kenwardRogerDf: both((k) => kenwardRoger(model, k)?.df),
  }
}

function ownLevels(cases: readonly TimedCase[]): Fields {
  const model = randomLevel(cases, level, 'REML')
  if (model.kind !== 'found') return { status: `not computable: ${model.reason}` }
  return {
    level: model.coefficients[level], seLevel: model.se[level],
    varIntercept: model.intercept, varLevel: model.level, covInterceptLevel: model.covariance,
    varResidual: model.within, logLik: model.logLik, singular: model.singular,
  }
}
