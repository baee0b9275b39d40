import { nonOverlapOfAllPairs, reliableChange, tau, type Result } from '../../../statistics/index.ts'
import { seriesOf, type Series } from './series.ts'
import type { Study, StudyData } from '../study.ts'

/** Compared with the error of measurement: more than that for the better, for the worse, or neither. Null where it is not known. */
export type Change = 'better' | 'worse' | 'within-error'
export type OnePerson = {
  /** "Person 3": the place in this study, nobody's order. */
  place: number
  key: string
  series: Series
  /** Whether both phases have as many points as the plan asks for. */
  isEnough: boolean
  effect: Result<{ se: number | null }>
  first: number | null
  latest: number | null
  change: Change | null
  heldSessions: number
  missed: { service: number, person: number, neither: number }
}

/** What the plan finds for each person. Nothing of it is for a decision about them. */
export function eachPerson(study: Study, data: StudyData): OnePerson[] {
  const series = seriesOf(study, data)
  const ends = series.map(({ points }) => firstAndLatest(points.map(({ value }) => value)))
  const changes = changesOf(study, ends)
  return series.map((one, place) => {
    const own = data.sessions.filter(({ person }) => person === one.key)
    const missed = (whose: string) => own.filter((session) => session.state === 'missed' && session.whose === whose).length
    return {
      place: place + 1, key: one.key, series: one, ...ends[place]!, change: changes[place] ?? null,
      isEnough: [one.before, one.after].every((phase) => phase.filter((value) => value !== null).length >= study.leastPoints),
      effect: effectOf(study, one),
      heldSessions: own.filter(({ state }) => state === 'held').length,
      missed: { service: missed('service'), person: missed('person'), neither: missed('neither') },
    }
  })
}

/** Turned so that more is always better. */
function effectOf({ effect, better }: Study, { before, after }: Series): Result<{ se: number | null }> {
  const improvement = better === 'higher' ? 'increase' : 'decrease'
  return effect === 'nap' ? nonOverlapOfAllPairs(before, after, { improvement }) : tau(before, after, { improvement })
}

function firstAndLatest(values: (number | null)[]): { first: number | null, latest: number | null } {
  const known = values.filter((value) => value !== null)
  return { first: known[0] ?? null, latest: known.length > 1 ? known.at(-1)! : null }
}

function changesOf({ reliability, spread, better, cutoff }: Study, ends: { first: number | null, latest: number | null }[]): (Change | null)[] {
  if (reliability === null || spread === null || ends.length === 0) return ends.map(() => null)
  const found = reliableChange(ends.map(({ first }) => first), ends.map(({ latest }) => latest), { rciMethod: 'JT', betterIs: better, reliability, norm: { mean: cutoff ?? 0, sd: spread } })
  if (found.kind !== 'found') return ends.map(() => null)
  return found.rci.map((index) => {
    if (index === null) return null
    if (Math.abs(index) <= found.criticalValue) return 'within-error'
    return (index > 0) === (better === 'higher') ? 'better' : 'worse'
  })
}

/** The smallest difference of two scores that is more than error of measurement, by the yardstick of the plan. */
export function reachOf({ reliability, spread }: Pick<Study, 'reliability' | 'spread'>): number | null {
  if (reliability === null || spread === null) return null
  const found = reliableChange([0], [0], { rciMethod: 'JT', betterIs: 'higher', reliability, norm: { mean: 0, sd: spread } })
  return found.kind === 'found' ? found.minimalReliableChange : null
}
