/* Cases of references/02b_piecewise_regression.json. */
import type { Result } from '../result.ts'
import type { Values } from '../single-case/phases.ts'
import { piecewiseAutoregression } from '../single-case/trend/piecewise-autoregression.ts'
import type { Autoregression } from '../single-case/trend/piecewise-autoregression.ts'
import { piecewiseRegression } from '../single-case/trend/piecewise-regression.ts'
import type { Coefficient, Piecewise } from '../single-case/trend/piecewise-regression.ts'
import type { Fields, Runners } from './index.ts'
import { list, number } from './reading.ts'
import { absent } from './telling.ts'

const autoregressive = ['phi', 'intercept', 'trend', 'level', 'slope', 'seLevel', 'seSlope', 'logLik'] as const
const quality = ['rSquared', 'sigma', 'F', 'df1', 'df2', 'AIC', 'durbinWatson', 'acf1'] as const

export const piecewiseCases: Runners = {
  'piecewise-regression-single-case': (inputs, options) => {
    const series = { time: list(inputs, 'time') as number[], phaseB: list(inputs, 'phaseB') as number[], outcome: list(inputs, 'outcome') as Values }
    const confidence = number(options, 'confidence', 0.95)
    return { ...lines(piecewiseRegression(series, confidence)), glsAR1_ML: withErrors(piecewiseAutoregression(series, confidence)) }
  },
}

function lines(result: Result<Piecewise>): Fields {
  if (result.kind !== 'found') return absent(result, ['intercept', 'trend', 'level', 'slope', ...quality])
  const { intercept, trend, level, slope } = result
  return {
    intercept: coefficient(intercept), trend: coefficient(trend), level: coefficient(level), slope: coefficient(slope),
    ...Object.fromEntries(quality.map((key) => [key, result[key] ?? withoutResidual])),
  }
}

const withoutResidual = 'not computable: the lines leave no residual to learn from'

function coefficient({ b, se, t, p, interval }: Coefficient): Fields {
  return { b, se, t: t ?? withoutResidual, p: p ?? withoutResidual, ciLower: interval?.lower ?? withoutResidual, ciUpper: interval?.upper ?? withoutResidual }
}

function withErrors(result: Result<Autoregression>): Fields {
  return result.kind === 'found' ? Object.fromEntries(autoregressive.map((key) => [key, result[key]])) : absent(result, autoregressive)
}
