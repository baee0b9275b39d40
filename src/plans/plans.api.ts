import { z } from 'zod'
import { apiDoors } from '../platform/doors/index.ts'
import { MakePlan } from './plans.input.ts'
import { plansOf, type PlanRow } from './plans.queries.ts'
import { makePlan, thePlan } from './plans.verbs.ts'

const api = apiDoors()
export const planApi = api

const PlanJson = z.object({
  id: z.string(), programme: z.string(), version: z.number().int(), state: z.enum(['running', 'paused', 'ended']), beginsOn: z.string(), endedOn: z.string().nullable(), ending: z.string().nullable(),
})

api.get('/people/{participantId}/plans', { does: 'consult', shows: 'plan_dates', about: 'participantId', gives: z.object({ plans: z.array(PlanJson) }), summary: 'All plans of one person, the latest first.' },
  async (work) => ({ plans: (await plansOf(work, work.about)).map(planJson) }))

api.post('/people/{participantId}/plans', { does: 'collect', shows: 'plan_dates', about: 'participantId', takes: MakePlan, gives: PlanJson, summary: 'Makes a plan on the offered version of a programme.' },
  async (work, { programme, beginsOn }) => planJson(await thePlan(work, await makePlan(work, { programme, beginsOn }))))

function planJson(plan: PlanRow): z.input<typeof PlanJson> {
  return { id: plan.public_id, programme: plan.programme, version: plan.version, state: plan.state as 'running' | 'paused' | 'ended', beginsOn: plan.begins_on, endedOn: plan.ended_on, ending: plan.ending }
}
