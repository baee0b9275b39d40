import { goalAttainment } from '../../../statistics/index.ts'
import { daysBetween, type Day } from '../../platform/day.ts'
import type { CodeRow, MeasureRow, PlanRow, Study, StudyData } from '../study.ts'

export type Point = { on: Day, day: number, value: number | null, phase: string }
/** One person's outcome over time. `before` is the first phase, `after` everything that follows. */
export type Series = { key: string, points: Point[], before: (number | null)[], after: (number | null)[], lowest: number | null, highest: number | null, withoutPhase: number }

/** The outcome of the plan for each person who has it, in the order of their keys, which is nobody's order. */
export function seriesOf(study: Pick<Study, 'outcomeKind' | 'outcome' | 'phases' | 'leastPoints'>, data: Pick<StudyData, 'measures' | 'plans' | 'codes'>): Series[] {
  const people = [...Map.groupBy(outcomeOf(study, data), (row) => row.person)].toSorted(([one], [other]) => one < other ? -1 : 1)
  return people.map(([key, rows]) => oneSeries(key, study.phases === 'first-ones' ? inFirstOnes(rows, study.leastPoints) : rows, study.phases === 'plan-begins' ? beganOn(data.plans, key) : undefined))
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

/** The first phase ends with the last of so many known values, as the plan said beforehand. */
function inFirstOnes(rows: MeasureRow[], count: number): MeasureRow[] {
  const inOrder = byDay(rows)
  const last = inOrder.filter(({ value }) => value !== null)[count - 1]
  const end = last === undefined ? inOrder.length : inOrder.indexOf(last) + 1
  return inOrder.map((row, place) => ({ ...row, phase: place < end ? 'A' : 'B' }))
}

function byDay(rows: MeasureRow[]): MeasureRow[] {
  return rows.toSorted((one, other) => one.measured_on < other.measured_on ? -1 : one.measured_on > other.measured_on ? 1 : 0)
}

function beganOn(plans: PlanRow[], person: string): Day | undefined {
  return plans.filter((plan) => plan.person === person).map(({ begins_on: on }) => on).toSorted()[0]
}

function oneSeries(key: string, rows: MeasureRow[], began: Day | undefined): Series {
  const inOrder = byDay(rows)
  const phased = inOrder.map((row) => ({ row, phase: began === undefined ? row.phase : row.measured_on < began ? 'A' : 'B' }))
  const known = phased.filter((one): one is typeof one & { phase: string } => one.phase !== null)
  const [start, first] = [known[0]?.row.measured_on, known[0]?.phase]
  const points = known.map(({ row, phase }) => ({ on: row.measured_on, day: start === undefined ? 0 : daysBetween(start, row.measured_on), value: row.value, phase }))
  return {
    key, points, withoutPhase: phased.length - known.length,
    before: points.filter(({ phase }) => phase === first).map(({ value }) => value), after: points.filter(({ phase }) => phase !== first).map(({ value }) => value),
    lowest: inOrder[0]?.lowest ?? null, highest: inOrder[0]?.highest ?? null,
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
