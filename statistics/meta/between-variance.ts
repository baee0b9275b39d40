import { sum } from '../arithmetic/sum.ts'
import { findRoot } from '../interval/find-root.ts'
import { weightedFit } from './random-effects.ts'
import type { Effects, Estimator } from './random-effects.ts'

/** The variance between effects, with its standard error; null where there are no degrees of freedom. */
export type BetweenVariance = { tau2: number, se: number | null }

/**
 * How much do the true effects differ, beyond what chance makes of each?
 * Assumes: true effects scatter around a line (or a common mean) by the normal curve; the variances of the effects are known.
 * Convention: never below 0. DL by DerSimonian & Laird's moments; PM makes the weighted residuals as large as expected; ML and
 * REML by scoring to the last digits, REML counting what the coefficients cost.
 * Reference: Viechtbauer 2005, Journal of Educational and Behavioral Statistics 30:261-293; Paule & Mandel 1982.
 */
export function betweenVariance(effects: Effects, estimator: Exclude<Estimator, 'FE'>): BetweenVariance {
  const df = effects.y.length - effects.x[0]!.length
  if (df <= 0) return { tau2: 0, se: null }
  switch (estimator) {
    case 'DL': return byMoments(effects, df)
    case 'PM': return byExpectation(effects, df)
    case 'ML': return byLikelihood(effects, 'ML')
    case 'REML': return byLikelihood(effects, 'REML')
  }
}

function byMoments(effects: Effects, df: number): BetweenVariance {
  const { q, trace, traceOfSquare } = weightedFit(effects, 0)
  const tau2 = Math.max(0, (q - df) / trace)
  return { tau2, se: Math.sqrt(2 * df + 4 * tau2 * trace + 2 * tau2 ** 2 * traceOfSquare) / trace }
}

function byExpectation(effects: Effects, df: number): BetweenVariance {
  const tau2 = atQ(effects, df)
  const weights = effects.v.map((own) => 1 / (own + tau2))
  return { tau2, se: (weights.length * Math.sqrt(2 / df)) / sum(weights) }
}

/** The variance at which the weighted sum of squares comes down to `height`; 0 where it is never so high. */
export function atQ(effects: Effects, height: number): number {
  const excess = (tau2: number) => weightedFit(effects, tau2).q - height
  if (excess(0) <= 0) return 0
  let to = Math.max(...effects.v)
  while (excess(to) > 0) to *= 2
  return findRoot(excess, 0, to)
}

function byLikelihood(effects: Effects, criterion: 'ML' | 'REML'): BetweenVariance {
  const start = byMoments(effects, effects.y.length - effects.x[0]!.length).tau2
  let tau2 = start > 0 ? start : 0.1 * Math.min(...effects.v)
  for (let round = 0; round < 1000; round += 1) {
    const { slope, information } = scores(effects, tau2, criterion)
    const next = Math.max(0, tau2 + slope / information)
    if (Math.abs(next - tau2) <= 1e-13 * Math.max(1e-3, tau2)) break
    tau2 = next
  }
  const { information } = scores(effects, tau2, criterion)
  return { tau2, se: Math.sqrt(2 / information) }
}

// Twice the slope of the log likelihood, and twice twice the expected information.
function scores(effects: Effects, tau2: number, criterion: 'ML' | 'REML'): { slope: number, information: number } {
  const { pull, trace, traceOfSquare } = weightedFit(effects, tau2)
  if (criterion === 'REML') return { slope: pull - trace, information: traceOfSquare }
  const weights = effects.v.map((own) => 1 / (own + tau2))
  return { slope: pull - sum(weights), information: sum(weights.map((weight) => weight ** 2)) }
}
