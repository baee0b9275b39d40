/* Runners for survival in references/07_small_sample.json. */
import { finite } from '../describe/observed.ts'
import { cox } from '../survival/cox.ts'
import { followed } from '../survival/followed.ts'
import { kaplanMeier } from '../survival/kaplan-meier.ts'
import type { Step } from '../survival/kaplan-meier.ts'
import { logRank } from '../survival/log-rank.ts'
import { restrictedMean } from '../survival/restricted-mean.ts'
import { quantileBounds, survivalQuantile } from '../survival/survival-quantile.ts'
import type { Fields, Runners } from './index.ts'
import { confidenceOf, list, optionalNumber } from './reading.ts'
import { absent, reasonOf } from './telling.ts'

export const survivalCases: Runners = { 'kaplan-meier': curve, 'log-rank': groupsCompared }

const notReached = 'not computable: the curve does not reach this height'
const nobodyLeft = 'not computable: nobody is left without the event'
const noEventYet = 'not computable: nobody has had the event yet'

function curve(inputs: Fields, options: Fields): unknown {
  const drawn = kaplanMeier(followed(list(inputs, 'time'), list(inputs, 'event')), confidenceOf(options))
  if (drawn.kind !== 'found') return absent(drawn, ['survival', 'median', 'restrictedMean'])
  const each = <Value>(of: (step: Step) => Value) => drawn.steps.map(of)
  const average = restrictedMean(drawn, optionalNumber(options, 'restrictionTime'))
  const quarter = survivalQuantile(drawn, 0.25)
  const half = survivalQuantile(drawn, 0.5)
  return {
    time: each((step) => step.time),
    nRisk: each((step) => step.atRisk),
    nEvent: each((step) => step.events),
    nCensored: each((step) => step.left),
    survival: each((step) => step.surviving),
    greenwoodSe: each((step) => step.se ?? nobodyLeft),
    logCi: { lower: each((step) => step.log?.lower ?? nobodyLeft), upper: each((step) => step.log?.upper ?? nobodyLeft) },
    logLogCi: { lower: each((step) => step.logLog?.lower ?? noBounds(step)), upper: each((step) => step.logLog?.upper ?? noBounds(step)) },
    median: half.kind === 'found' ? half.value : reasonOf(half),
    q25: quarter.kind === 'found' ? quarter.value : reasonOf(quarter),
    medianCiLog: ends(quantileBounds(drawn, 0.5, 'log')),
    medianCiLogLog: ends(quantileBounds(drawn, 0.5, 'logLog')),
    ...(average.kind === 'found'
      ? { restrictedMean: average.value, seRestrictedMean: average.se, restrictionTime: average.limit }
      : absent(average, ['restrictedMean', 'seRestrictedMean', 'restrictionTime'])),
  }
}

const noBounds = (step: Step) => (step.surviving === 1 ? noEventYet : nobodyLeft)
const ends = ({ lower, upper }: ReturnType<typeof quantileBounds>) => [lower ?? notReached, upper ?? notReached]

function groupsCompared(inputs: Fields, options: Fields): unknown {
  const people = followed(list(inputs, 'time'), list(inputs, 'event'))
  const group = list(inputs, 'group').map((value, i) => finite(value, `inputs.group, place ${i + 1}`))
  const test = logRank(people, group)
  const ratio = cox(people, group, confidenceOf(options))
  return {
    ...(test.kind === 'found' ? { chisq: test.value, df: test.df, p: test.p, observed: test.observed, expected: test.expected } : absent(test, ['chisq', 'df', 'p', 'observed', 'expected'])),
    coxEfron: ratio.kind === 'found' ? { logHr: ratio.value, se: ratio.se } : absent(ratio, ['logHr', 'se']),
  }
}
