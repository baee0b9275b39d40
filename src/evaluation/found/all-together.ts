import {
  betweenCaseSmd, effectList, hartungKnapp, levelDesign, pooledEffect, predictionInterval, sessionCases, type Found, type Result,
} from '../../../statistics/index.ts'
import { byLot, type ByLot } from './by-lot.ts'
import type { OnePerson } from './each-person.ts'
import { staggered, type Staggered } from './staggered.ts'
import type { StartRow, Study } from '../study.ts'

export type Weighed = { person: OnePerson, value: number, se: number, interval: Found['interval'], share: number }
export type AllTogether = {
  /** Those whose effect counts: enough points, and a standard error above zero. */
  weighed: Weighed[]
  /** Left out of the sum, with why: too few points, or an effect without a standard error. */
  leftOut: { person: OnePerson, why: 'few-points' | 'no-standard-error' }[]
  isEnough: boolean
  pooled: Result<{ se: number }>
  prediction: Result
  /** The variance between people, and its share of all differences in per cent. */
  heterogeneity: { tau2: number, i2: number } | null
  betweenCase: Result<{ se: number }>
  /** Only where starts were drawn by lot beforehand; otherwise chance did not arrange this study and no such test can be made. */
  byLot: ByLot | null
  /** Whether baselines end at different times; null where the design is one person after the other. */
  staggered: Staggered | null
}

/** What several people show together, by the methods that the plan named. */
export function allTogether(study: Study, people: OnePerson[], starts: StartRow[]): AllTogether {
  const counted = people.flatMap((person) => person.isEnough && person.effect.kind === 'found' && person.effect.se ? [{ person, value: person.effect.value, se: person.effect.se, interval: person.effect.interval }] : [])
  const effects = effectList(counted.map(({ value }) => value), counted.map(({ se }) => se ** 2))
  const pooled = pooledEffect(effects, 'REML')
  return {
    weighed: counted.map((one, place) => ({ ...one, share: pooled.kind === 'found' ? pooled.weightsPercent[place]! : 0 })),
    leftOut: people.filter((person) => !counted.some((one) => one.person === person)).map((person) => ({ person, why: person.isEnough ? 'no-standard-error' : 'few-points' })),
    isEnough: counted.length >= study.leastPeople,
    pooled: hartungKnapp(effects, 'REML'),
    prediction: predictionInterval(effects, 'REML', 'hartung-knapp'),
    heterogeneity: pooled.kind === 'found' && pooled.n > 1 ? { tau2: pooled.tau2, i2: pooled.i2 } : null,
    betweenCase: betweenCase(counted.map(({ person }) => person)),
    byLot: study.design === 'drawn-starts' ? byLot(study, people, starts) : null,
    staggered: study.design === 'ab' ? null : staggered(people),
  }
}

/** On the scale of a group study: standard deviations between persons. */
function betweenCase(people: OnePerson[]): Result<{ se: number }> {
  const rows = people.flatMap(({ key, series }) => series.points.map((point) => ({ key, ...point, later: point.isLater ? 1 : 0 })))
  const { cases, missing } = sessionCases({ case: rows.map(({ key }) => key), time: rows.map(({ day }) => day / 7), treatment: rows.map(({ later }) => later), outcome: rows.map(({ value }) => value) })
  return betweenCaseSmd({ cases: levelDesign(cases), effect: [0, 1], errors: 'independent', missing })
}
