/* Runners for references/07_small_sample.json: proportions and two-by-two tables here, the rest beside. */
import { fisherExact } from '../compare/fisher-exact.ts'
import { mcnemar } from '../compare/mcnemar.ts'
import { oddsRatio } from '../compare/odds-ratio.ts'
import { exactBinomial } from '../interval/exact-binomial.ts'
import { jeffreys } from '../interval/jeffreys.ts'
import { wilson } from '../interval/wilson.ts'
import { wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Fields, Runners } from './index.ts'
import { reliabilityCases } from './internal-consistency.ts'
import { confidenceOf, list } from './reading.ts'
import { groupCases } from './small-sample-groups.ts'
import { pairedCases } from './small-sample-pairs.ts'
import { survivalCases } from './survival.ts'
import { absent, part, reasonOf } from './telling.ts'

export const smallSampleCases: Runners = {
  ...pairedCases,
  ...groupCases,
  ...survivalCases,
  ...reliabilityCases,
  'proportion-interval': proportion,
  'fisher-exact-2x2': fisher,
  'mcnemar-exact': changes,
}

function proportion({ events, n }: Fields, options: Fields): unknown {
  const confidence = confidenceOf(options)
  const score = wilson(events, n, confidence)
  const exact = exactBinomial(events, n, confidence)
  return {
    p: exact.kind === 'found' ? exact.value : reasonOf(exact),
    clopperPearson: bounds(exact),
    wilson: bounds(score),
    jeffreys: bounds(jeffreys(events, n, confidence)),
    agrestiCoullCentre: score.kind === 'found' ? score.centre : reasonOf(score),
    midPoint: score.kind === 'found' ? score.centre : reasonOf(score),
  }
}

const bounds = (result: Result) => (result.kind === 'found' ? [part(result, result.interval?.lower), part(result, result.interval?.upper)] : [reasonOf(result), reasonOf(result)])

function fisher(inputs: Fields, options: Fields): unknown {
  const table = list(inputs, 'table').map((row, i) => {
    if (Array.isArray(row)) return row as unknown[]
    throw wrongInput(`inputs.table, row ${i + 1}`, 'a list of counts belongs here')
  })
  const test = fisherExact(table)
  const odds = oddsRatio(table, confidenceOf(options))
  const bound = (end: number | 'unbounded') => (end === 'unbounded' ? 'not computable: the odds ratio has no upper end' : end)
  return {
    ...(test.kind === 'found' ? { p: test.p, pLess: test.pLess, pGreater: test.pGreater, midP: test.midP, riskDifference: test.value }
      : absent(test, ['p', 'pLess', 'pGreater', 'midP', 'riskDifference'])),
    conditionalOddsRatio: odds.kind === 'found' ? odds.value : reasonOf(odds),
    sampleOddsRatio: odds.kind === 'found' ? part(odds, odds.sample) : reasonOf(odds),
    orCiLower: bound(odds.bounds.lower),
    orCiUpper: bound(odds.bounds.upper),
  }
}

function changes({ b, c }: Fields): unknown {
  const test = mcnemar(b, c)
  return test.kind === 'found' ? { pExact: test.p, pMid: test.midP } : absent(test, ['pExact', 'pMid'])
}
