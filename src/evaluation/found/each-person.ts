import { baselineCorrectedTau, nonOverlapOfAllPairs, tau, type Result } from '../../../statistics/index.ts'
import { changesOf, type Judged } from './change.ts'
import { givenIn, type Given } from './given.ts'
import { goalsReached, type GoalsReached } from './goals.ts'
import { seriesOf, type Series } from './series.ts'
import type { Study, StudyData } from '../study.ts'

export type OnePerson = Judged & {
  /** "Person 3": the place in this study, nobody's order. */
  place: number
  key: string
  series: Series
  /** Whether both phases have as many points as the plan asks for. */
  isEnough: boolean
  effect: Result<{ se: number | null }>
  /** How the baseline went by itself, from one measurement to the next, and Tau once that line is taken off both phases. */
  withoutTrend: Result<{ se: number | null, slope: number }>
  first: number | null
  latest: number | null
  given: Given
  /** Of a study about goals. */
  goals: GoalsReached | null
}

/** What the plan finds for each person. Nothing of it is for a decision about them. */
export function eachPerson(study: Study, data: StudyData): OnePerson[] {
  const series = seriesOf(study, data)
  const ends = series.map(({ points }) => firstAndLatest(points.map(({ value }) => value)))
  const changes = changesOf(study, ends)
  return series.map((one, place) => ({
    place: place + 1, key: one.key, series: one, ...ends[place]!, ...changes[place]!,
    isEnough: [one.before, one.after].every((phase) => phase.filter((value) => value !== null).length >= study.leastPoints),
    effect: effectOf(study, one), withoutTrend: baselineCorrectedTau(one.before, one.after, { improvement: improvementOf(study) }),
    given: givenIn(data.sessions.filter(({ person }) => person === one.key)),
    goals: study.outcomeKind === 'goals' ? goalsReached(data.measures, one.key) : null,
  }))
}

/** Turned so that more is always better. */
function effectOf({ effect, better }: Study, { before, after }: Series): Result<{ se: number | null }> {
  const improvement = improvementOf({ better })
  return effect === 'nap' ? nonOverlapOfAllPairs(before, after, { improvement }) : tau(before, after, { improvement })
}

function improvementOf({ better }: Pick<Study, 'better'>): 'increase' | 'decrease' {
  return better === 'higher' ? 'increase' : 'decrease'
}

function firstAndLatest(values: (number | null)[]): { first: number | null, latest: number | null } {
  const known = values.filter((value) => value !== null)
  return { first: known[0] ?? null, latest: known.length > 1 ? known.at(-1)! : null }
}
