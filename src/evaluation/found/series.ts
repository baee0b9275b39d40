import { goalAttainment } from '../../../statistics/index.ts'
import { daysBetween, type Day } from '../../platform/day.ts'
import { phasesOf, type Phases } from './phases.ts'
import type { CodeRow, MeasureRow, Study, StudyData } from '../study.ts'

/** `isLater`: no longer baseline. `missing`: why there is no value. */
export type Point = { on: Day, day: number, value: number | null, missing: string | null, phase: string, isLater: boolean }
/** One person's outcome over time. `before` is the baseline, `after` everything that follows, `laterFrom` the day from which it follows. */
export type Series = {
  key: string, points: Point[], before: (number | null)[], after: (number | null)[], laterFrom: Day | null, lowest: number | null, highest: number | null, withoutPhase: number
}

/** The outcome of the plan for each person who has it, in the order of their keys, which is nobody's order. */
export function seriesOf(study: Pick<Study, 'outcomeKind' | 'outcome' | 'phases' | 'leastPoints'>, data: Pick<StudyData, 'measures' | 'plans' | 'stages' | 'codes'>): Series[] {
  const people = [...Map.groupBy(outcomeOf(study, data), (row) => row.person)].toSorted(([one], [other]) => one < other ? -1 : 1)
  return people.map(([key, rows]) => {
    const inOrder = rows.toSorted((one, other) => one.measured_on < other.measured_on ? -1 : one.measured_on > other.measured_on ? 1 : 0)
    return oneSeries(key, inOrder, phasesOf(study, inOrder, { plans: data.plans.filter(({ person }) => person === key), stages: data.stages.filter(({ person }) => person === key) }))
  })
}

function outcomeOf({ outcomeKind, outcome }: Pick<Study, 'outcomeKind' | 'outcome'>, { measures, codes }: Pick<StudyData, 'measures' | 'codes'>): MeasureRow[] {
  if (outcomeKind === 'goals') return goalScores(measures)
  return outcomeKind === 'code' ? codes.map(asMeasured) : measures.filter((row) => row.kind === outcomeKind && row.series === outcome)
}

/** What both agreed on; without that, the middle of the two that were blind. Where one of them found nothing in the note, there is none. */
function asMeasured({ person, held_on: on, domain, first, second, agreed, is_agreed: isAgreed }: CodeRow): MeasureRow {
  const value = isAgreed ? agreed : first === null || second === null ? null : (first + second) / 2
  return { person, kind: 'code', series: domain, measured_on: on, value, missing: value === null ? 'not-in-note' : null, lowest: 0, highest: 2, phase: null }
}

function oneSeries(key: string, rows: MeasureRow[], phases: Phases): Series {
  const phased = rows.map((row) => ({ row, at: phases.at(row) }))
  const known = phased.flatMap(({ row, at }) => at === null ? [] : [{ row, ...at }])
  const start = known[0]?.row.measured_on
  const points = known.map(({ row, phase, isLater }) => ({ on: row.measured_on, day: start === undefined ? 0 : daysBetween(start, row.measured_on), value: row.value, missing: row.missing, phase, isLater }))
  return {
    key, points, withoutPhase: rows.length - known.length, laterFrom: phases.laterFrom ?? points.find(({ isLater }) => isLater)?.on ?? null,
    before: points.filter(({ isLater }) => !isLater).map(({ value }) => value), after: points.filter(({ isLater }) => isLater).map(({ value }) => value),
    lowest: rows[0]?.lowest ?? null, highest: rows[0]?.highest ?? null,
  }
}

/** All goals that a person rated on one day, together: 50 is as expected. Equal weights, since none were set beforehand. */
function goalScores(measures: MeasureRow[]): MeasureRow[] {
  const days = Map.groupBy(measures.filter(({ kind }) => kind === 'goal'), ({ person, measured_on: on, phase }) => `${person} ${on} ${phase ?? ''}`)
  return [...days.values()].map((rows) => {
    const together = goalAttainment({ scores: rows.map(({ value }) => value), weights: rows.map(() => 1) })
    return { ...rows[0]!, kind: 'goals', series: 'goals', value: together.kind === 'found' ? together.value : null, missing: together.kind === 'found' ? null : 'not-rated', lowest: null, highest: null }
  })
}
