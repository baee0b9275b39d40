import {
  betweenCaseSmd, effectList, hartungKnapp, levelDesign, pooledEffect, predictionInterval, seededGenerator, sessionCases, startPointTest, type Found, type Result,
} from '../../../statistics/index.ts'
import type { OnePerson } from './each-person.ts'
import type { Study } from '../study.ts'

export type Weighed = { person: OnePerson, value: number, se: number, interval: Found['interval'], share: number }
export type AllTogether = {
  /** Those whose effect counts: enough points, and a standard error above zero. */
  weighed: Weighed[]
  /** Left out of the sum, with why: too few points, or an effect without a standard error. */
  leftOut: { person: OnePerson, why: 'few-points' | 'no-standard-error' }[]
  isEnough: boolean
  pooled: Result<{ se: number }>
  prediction: Result
  betweenCase: Result<{ se: number }>
  /** Only where starts were drawn by lot beforehand; otherwise chance did not arrange this study and no such test can be made. */
  byLot: Result<{ nAssignments: number }> | null
}

/** What several people show together, by the methods that the plan named. */
export function allTogether(study: Study, people: OnePerson[]): AllTogether {
  const counted = people.flatMap((person) => person.isEnough && person.effect.kind === 'found' && person.effect.se ? [{ person, value: person.effect.value, se: person.effect.se, interval: person.effect.interval }] : [])
  const effects = effectList(counted.map(({ value }) => value), counted.map(({ se }) => se ** 2))
  const pooled = pooledEffect(effects, 'REML')
  return {
    weighed: counted.map((one, place) => ({ ...one, share: pooled.kind === 'found' ? pooled.weightsPercent[place]! : 0 })),
    leftOut: people.filter((person) => !counted.some((one) => one.person === person)).map((person) => ({ person, why: person.isEnough ? 'no-standard-error' : 'few-points' })),
    isEnough: counted.length >= study.leastPeople,
    pooled: hartungKnapp(effects, 'REML'),
    prediction: predictionInterval(effects, 'REML', 'hartung-knapp'),
    betweenCase: betweenCase(counted.map(({ person }) => person)),
    byLot: study.design === 'drawn-starts' ? byLot(study, people) : null,
  }
}

/** On the scale of a group study: standard deviations between persons. */
function betweenCase(people: OnePerson[]): Result<{ se: number }> {
  const rows = people.flatMap(({ key, series }) => series.points.map((point) => ({ key, ...point, isLater: point.phase === series.points[0]?.phase ? 0 : 1 })))
  const { cases, missing } = sessionCases({ case: rows.map(({ key }) => key), time: rows.map(({ day }) => day / 7), treatment: rows.map(({ isLater }) => isLater), outcome: rows.map(({ value }) => value) })
  return betweenCaseSmd({ cases: levelDesign(cases), effect: [0, 1], errors: 'independent', missing })
}

/** The people in the order in which they began get the starts in the order in which they were drawn. */
function byLot(study: Study, people: OnePerson[]): Result<{ nAssignments: number }> {
  const [first] = study.startPoints
  const inOrder = people.filter(({ isEnough }) => isEnough).slice(0, study.startPoints.length)
  const cases = inOrder.map(({ series }) => ({ values: series.points.map(({ value }) => value), nA: series.before.length }))
  return startPointTest({ cases, statistic: study.better === 'higher' ? 'Mean B-A' : 'Mean A-B', minPhaseA: first?.earliest ?? 1, minPhaseB: study.leastPoints }, { chance: seededGenerator(study.seed) })
}
