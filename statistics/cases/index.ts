/*
 * From a case, as written in references/ or sent to `waymark stats`, to its figures.
 * Every file of references/ has one file here; each hands in its methods by name.
 */
import { wrongInput } from '../result.ts'
import { betweenCaseCases } from './between-case.ts'
import { changeCases } from './change.ts'
import { disclosureCases } from './disclosure-control.ts'
import { interraterCases } from './interrater.ts'
import { metaCases } from './meta-analysis.ts'
import { multilevelCases } from './multilevel.ts'
import { piecewiseCases } from './piecewise.ts'
import { randomisationCases } from './randomisation.ts'
import { effectSizeCases } from './single-case-effect-sizes.ts'
import { tauUCases } from './tau-u-and-overlap.ts'
import { smallSampleCases } from './small-sample.ts'

export type Fields = Record<string, unknown>
export type Case = { id: string, method: string, inputs: Fields, options: Fields }
export type Runner = (inputs: Fields, options: Fields) => unknown
export type Runners = Record<string, Runner>

const runners: Runners = {
  ...effectSizeCases,
  ...tauUCases,
  ...piecewiseCases,
  ...randomisationCases,
  ...changeCases,
  ...disclosureCases,
  ...betweenCaseCases,
  ...interraterCases,
  ...metaCases,
  ...multilevelCases,
  ...smallSampleCases,
}

export const knownMethods: readonly string[] = Object.keys(runners)

/** What are the figures of this case? Has the shape of `expected` in references/; what cannot be computed is a text "not computable: …" at its place; wrong input throws, naming the place. Some methods need a solver that loads first: wait for the answer. */
export function runCase(given: Case): unknown {
  const runner = typeof given.method === 'string' && Object.hasOwn(runners, given.method) ? runners[given.method] : undefined
  if (!runner) throw wrongInput('method', typeof given.method === 'string' ? `"${given.method.slice(0, 60)}" is not a method of this library` : 'the name of a method belongs here')
  return runner(fields(given.inputs, 'inputs'), fields(given.options, 'options'))
}

function fields(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields
  throw wrongInput(place, 'named fields belong here')
}
