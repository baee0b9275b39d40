import type { Day } from '../../platform/day.ts'
import { programmesOnOffer } from '../../programmes/index.ts'
import type { MeasureRow, PlanRow, StageRow, Study } from '../study.ts'

/** In which phase one person was measured, and from which day on it was no longer baseline, where that day is known. */
export type Phases = { at: (row: MeasureRow) => { phase: string, isLater: boolean } | null, laterFrom: Day | null }

/** Work on change has begun in these; what comes before them is baseline. */
const laterKinds = ['delivery', 'transition', 'maintenance', 'closing']

/** How the locked plan tells phases apart. */
export function phasesOf({ phases: phasing, leastPoints }: Pick<Study, 'phases' | 'leastPoints'>, rows: MeasureRow[], { plans, stages }: { plans: PlanRow[], stages: StageRow[] }): Phases {
  if (phasing === 'plan-begins') return fromPlan(plans.map(({ begins_on: on }) => on).toSorted()[0])
  if (phasing === 'plan-stages') return fromStages(stages)
  if (phasing === 'first-ones') return firstOnes(rows, leastPoints)
  const first = rows.find(({ phase }) => phase !== null)?.phase
  return { at: ({ phase }) => phase === null ? null : { phase, isLater: phase !== first }, laterFrom: null }
}

function fromPlan(began: Day | undefined): Phases {
  return { at: ({ measured_on: on }) => began === undefined ? null : { phase: on < began ? 'A' : 'B', isLater: on >= began }, laterFrom: began ?? null }
}

/** The first phase ends with the last of so many known values, as the plan said beforehand. */
function firstOnes(rows: MeasureRow[], count: number): Phases {
  const last = rows.filter(({ value }) => value !== null)[count - 1]
  const end = last === undefined ? rows.length : rows.indexOf(last) + 1
  return { at: (row) => rows.indexOf(row) < end ? { phase: 'A', isLater: false } : { phase: 'B', isLater: true }, laterFrom: null }
}

/** The stage that held on the day. What was measured before any stage was written belongs to none. Whoever goes back to assessment is still after the beginning. */
function fromStages(stages: StageRow[]): Phases {
  const inOrder = stages.toSorted((one, other) => one.begins_on < other.begins_on ? -1 : 1)
  const laterFrom = inOrder.find(({ kind }) => laterKinds.includes(kind))?.begins_on ?? null
  return {
    laterFrom,
    at: ({ measured_on: on }) => {
      const held = inOrder.findLast((stage) => stage.begins_on <= on)
      return held ? { phase: held.stage, isLater: laterFrom !== null && on >= laterFrom } : null
    },
  }
}

/** A phase as the programme calls it, where it is a stage. */
export function phaseSaid({ phases, programme }: Pick<Study, 'phases' | 'programme'>, phase: string): string {
  if (phases !== 'plan-stages') return phase
  return programmesOnOffer().find(({ definition }) => definition.id === programme)?.definition.stages.find(({ id }) => id === phase)?.title ?? phase
}
