import { expect, test } from 'vitest'
import { storedCases } from '../references/stored-cases.ts'
import { piecewiseDesign } from './piecewise-design.ts'
import { randomInterceptAutocorrelated } from './random-intercept-autocorrelated.ts'
import { randomIntercept } from './random-intercept.ts'
import { sessionCases } from './session-cases.ts'

const level = (y: number[]) => ({ y, x: y.map(() => [1]), time: y.map((_, i) => i) })

/*
 * Figures of nlme 3.1-162 under R 4.2.2, on the inputs of references/02c_multilevel.json:
 * lme(y ~ trend + level + slope, random = ~1|case, correlation = corAR1(form = ~time|case), method = …, control = lmeControl(opt = "nlminb", tolerance = 1e-8, msTol = 1e-10)).
 */
const nlme = [
  { id: 'hplm.Grosche2011.REML', coefficients: [6.850217, -0.031617, 0.224358, 0.065090], se: [2.048274, 0.029765, 1.109562, 0.037376], between: 11.08179, within: 3.851236, autocorrelation: 0.623026, logLik: -134.355406 },
  { id: 'hplm.Grosche2011.ML', coefficients: [6.846047, -0.031004, 0.188008, 0.064873], se: [1.687928, 0.028040, 1.056556, 0.034910], between: 7.235391, within: 3.537487, autocorrelation: 0.579650, logLik: -130.656487 },
  { id: 'hplm.Leidig.b.REML', coefficients: [2.812016, -0.017481, 0.879372, 0.020219], se: [0.281785, 0.008768, 0.162725, 0.008814], between: 0.565766, within: 0.435538, autocorrelation: 0.200569, logLik: -566.484097 },
  { id: 'hplm.exampleAB_score.REML', coefficients: [2.235677, 0.100084, 10.481410, 0.081268], se: [0.476942, 0.089926, 0.661234, 0.094431], between: 0, within: 2.579256, autocorrelation: -0.166459, logLik: -172.442098 },
]
test.each(nlme)('it agrees with nlme on $id', ({ id, ...figures }) => {
  const one = storedCases('02c_multilevel').find((other) => other.id === id)!
  const columns = one.inputs as Record<string, unknown[]>
  const { cases } = sessionCases({ case: columns['case']!, time: columns['time']!, treatment: columns['phaseB']!, outcome: columns['outcome']! })
  const model = randomInterceptAutocorrelated(piecewiseDesign(cases), one.options['estimation'] as 'ML' | 'REML')
  if (model.kind !== 'found') throw new Error('it settles')
  model.coefficients.forEach((value, k) => expect(value).toBeCloseTo(figures.coefficients[k]!, 4))
  model.se.forEach((value, k) => expect(value).toBeCloseTo(figures.se[k]!, 4))
  expect(model.between).toBeCloseTo(figures.between, 4)
  expect(model.within).toBeCloseTo(figures.within, 4)
  expect(model.autocorrelation).toBeCloseTo(figures.autocorrelation, 4)
  expect(model.logLik).toBeCloseTo(figures.logLik, 5)
  expect(model.singular).toBe(figures.between === 0)
})
test('it never stands lower than the fit with independent errors, and turns over with the outcomes', () => {
  const cases = [level([1, 3, 2, 5, 4]), level([6, 8, 9, 9, 7]), level([9, 11, 12, 10, 13])]
  const [here, turned, plain] = [randomInterceptAutocorrelated(cases, 'REML'), randomInterceptAutocorrelated(cases.map(({ y, ...one }) => ({ ...one, y: y.map((value) => 7 - 2 * value) })), 'REML'), randomIntercept(cases, 'REML')]
  if (here.kind !== 'found' || turned.kind !== 'found' || plain.kind !== 'found') throw new Error('all settle')
  expect(here.logLik).toBeGreaterThanOrEqual(plain.logLik)
  expect(turned.coefficients[0]).toBeCloseTo(7 - 2 * here.coefficients[0]!, 5)
  expect(turned.autocorrelation).toBeCloseTo(here.autocorrelation, 4)
})
test('it asks for cases and sessions, and has no answer for equal outcomes, a column too many or two sessions at one time', () => {
  expect(randomInterceptAutocorrelated([level([1, 2, 3, 4])], 'REML')).toMatchObject({ kind: 'too-few', needed: 2 })
  expect(randomInterceptAutocorrelated([level([1]), level([2, 3])], 'REML')).toMatchObject({ kind: 'too-few', needed: 4 })
  expect(randomInterceptAutocorrelated([level([1, 1]), level([1, 1])], 'REML')).toMatchObject({ kind: 'not-computable', reason: 'all outcomes are equal' })
  expect(randomInterceptAutocorrelated([[1, 2, 4], [3, 5, 5]].map((y) => ({ ...level(y), x: y.map(() => [1, 1]) })), 'REML')).toMatchObject({ kind: 'not-computable', reason: expect.stringContaining('column') })
  expect(randomInterceptAutocorrelated([[1, 2, 4], [3, 5, 5]].map((y) => ({ ...level(y), time: [1, 2, 2] })), 'REML')).toMatchObject({ kind: 'not-computable' })
})
