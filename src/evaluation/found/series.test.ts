import { beforeAll, expect, test } from 'vitest'
import { offerProgrammes } from '../../../database/testing/index.ts'
import { addDays, day } from '../../platform/day.ts'
import { phaseSaid } from './phases.ts'
import { seriesOf } from './series.ts'
import type { MeasureRow, PlanRow, StageRow } from '../study.ts'

beforeAll(offerProgrammes)
const from = day('2026-01-05')
const measures = [0, 1, 2, 3, 4, 5].map((week): MeasureRow => ({ person: 'a', kind: 'ruler', series: 'Coping', measured_on: addDays(from, week * 7), value: week, missing: null, lowest: 0, highest: 10, phase: week < 2 ? 'A' : 'B' }))
const stage = (name: string, kind: string, week: number): StageRow => ({ person: 'a', stage: name, kind, begins_on: addDays(from, week * 7) })
const stages = [stage('treatment', 'delivery', 3), stage('assessment', 'assessment', 1), stage('case_formulation', 'formulation', 2), stage('assessment', 'assessment', 5)]
const plans: PlanRow[] = [{ person: 'a', begins_on: addDays(from, 14), ended_on: null, followed_until: from, state: 'running', ending: null }]
const phases = (phasing: 'as-recorded' | 'plan-begins' | 'plan-stages') => seriesOf({ outcomeKind: 'ruler', outcome: 'Coping', phases: phasing, leastPoints: 2 }, { measures, plans, stages, codes: [] })[0]!

test('it follows the stages of the plan: what comes before the treatment is baseline, and going back to assessment is after it', () => {
  const found = phases('plan-stages')
  expect(found.points.map(({ phase, isLater }) => [phase, isLater])).toEqual([['assessment', false], ['case_formulation', false], ['treatment', true], ['treatment', true], ['assessment', true]])
  expect([found.before, found.after, found.withoutPhase, found.laterFrom]).toEqual([[1, 2], [3, 4, 5], 1, addDays(from, 21)])
})

test('it follows the day on which the plan began, or the phase as recorded', () => {
  expect([phases('plan-begins').before, phases('plan-begins').after]).toEqual([[0, 1], [2, 3, 4, 5]])
  expect([phases('as-recorded').before, phases('as-recorded').laterFrom]).toEqual([[0, 1], addDays(from, 14)])
})

test('it calls a stage as its programme does, and a recorded phase as it was recorded', () => {
  expect(phaseSaid({ phases: 'plan-stages', programme: 'entre' }, 'case_formulation')).toBe('Case formulation')
  expect(phaseSaid({ phases: 'as-recorded', programme: 'entre' }, 'B')).toBe('B')
})
