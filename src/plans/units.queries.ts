import type { Work } from '../platform/work.ts'
import { programmeOf, unitsOf } from '../programmes/index.ts'
import { openPlan } from './plans.queries.ts'

/** What holds for each unit of a plan: the chosen ones in their order, then those left out. */
export function unitsOfPlan(work: Work, planId: number) {
  return work.db.selectFrom('plan_units').select(['id', 'public_id', 'participant_id', 'plan_id', 'unit_id', 'about_the_offence', 'position', 'reason', 'done_on', 'chosen_at'])
    .where('plan_id', '=', planId).where('replaced_at', 'is', null).orderBy('position').orderBy('id').execute()
}

export type UnitRow = Awaited<ReturnType<typeof unitsOfPlan>>[number]

export type ChosenUnit = { unitId: string, name: string, aboutTheOffence: boolean, position: number, planId: number }

/** The units chosen in the open plan of a person, in their order; none where no plan is open or its programme has no units. */
export async function chosenUnits(work: Work, participantId: number): Promise<ChosenUnit[]> {
  const plan = await openPlan(work, participantId)
  if (!plan) return []
  const definition = await programmeOf(work, plan.programme, plan.version)
  const names = new Map(definition ? unitsOf(definition).map(({ id, title }) => [id, title]) : [])
  return (await unitsOfPlan(work, plan.id)).flatMap(({ unit_id: unitId, about_the_offence: aboutTheOffence, position }) =>
    position === null ? [] : [{ unitId, name: names.get(unitId) ?? unitId, aboutTheOffence, position, planId: plan.id }])
}
