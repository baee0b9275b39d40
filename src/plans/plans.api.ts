import { z } from 'zod'
import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { apiDoors, created } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmeOf } from '../programmes/index.ts'
import { decideUnits, unitsIn } from './choose-units.ts'
import { calledIn, isAboutTheOffence } from './versions/earlier-parts.ts'
import { planFit } from './fit-plan.ts'
import { closings } from './goal.ts'
import { leftBehind, movePlan, newerVersion, partKinds } from './versions/move-plan.ts'
import { CloseGoal, DecideUnits, goalFrom, levelNames, MakePlan, MovePlanNow, RewriteGoal, SetGoal } from './plans.input.ts'
import { goalsOf, plansOf, unitsOfPlan, type GoalRow, type PlanRow } from './plans.queries.ts'
import { makePlan, planToArrange, thePlan } from './plans.verbs.ts'
import { closeGoal, rewriteGoal, setGoal } from './set-goals.ts'
import { fitSentences } from './state-sentence.ts'

const api = apiDoors()
export const planApi = api

const PlanJson = z.object({
  id: z.string(), programme: z.string(), version: z.number().int(), state: z.enum(['running', 'paused', 'ended']), beginsOn: z.string(), endedOn: z.string().nullable(), ending: z.string().nullable(),
})
const UnitsJson = z.object({ units: z.array(z.object({
  unitId: z.string(), title: z.string(), aboutTheOffence: z.boolean(), decision: z.enum(['chosen', 'left-out']), position: z.number().int().nullable(), reason: z.string(), doneOn: z.string().nullable() })) })
const GoalJson = z.object({
  id: z.string(), title: z.string(), from: z.string(), until: z.string().nullable(), revision: z.number().int(),
  levels: z.object({ muchLess: z.string(), less: z.string(), expected: z.string(), more: z.string(), muchMore: z.string() }),
  closed: z.object({ how: z.enum(closings), words: z.string(), on: z.string() }).nullable(),
})
const FitJson = z.object({ kind: z.enum(['no-number', 'time', 'no-rhythm', 'no-release', 'released', 'fits', 'fits-the-least', 'does-not-fit']), sentences: z.array(z.string()), releaseOn: z.string().nullable(), plannedAfterRelease: z.array(z.string()) })

const VersionJson = z.object({
  version: z.number().int(), newer: z.number().int().nullable(), noLongerThere: z.array(z.object({ kind: z.enum(partKinds), id: z.string(), title: z.string(), standsInThisPlan: z.boolean().nullable() })) })

const dates = { does: 'consult', shows: 'plan_dates', about: 'participantId' } as const
const content = { does: 'consult', shows: 'plan_content', about: 'participantId' } as const

api.get('/people/{participantId}/plans', { ...dates, gives: z.object({ plans: z.array(PlanJson) }), summary: 'All plans of one person, the latest first.' },
  async (work) => ({ plans: (await plansOf(work, work.about)).map(planJson) }))
api.post('/people/{participantId}/plans', { ...dates, does: 'collect', takes: MakePlan, gives: PlanJson, summary: 'Makes a plan on the offered version of a programme.' },
  async (work, { programme, beginsOn }) => planJson(await thePlan(work, await makePlan(work, { programme, beginsOn }))))
api.get('/people/{participantId}/plans/{planId}/fit', { ...dates, gives: FitJson, summary: 'Whether the sessions that are left fit before release, computed now.' }, fitJson)
api.get('/people/{participantId}/plans/{planId}/version', { ...dates, gives: VersionJson, summary: 'The version a plan runs on, the one on offer, and what stands in the plan and the one on offer no longer has; null where whether it stands there is not for this reader.' }, versionJson)
api.post('/people/{participantId}/plans/{planId}/version', { ...dates, does: 'alter', takes: MovePlanNow, gives: PlanJson, summary: 'Moves a plan to the version on offer, with the reason.' }, async (work, input) => {
  await movePlan(work, input.planId, input)
  return planJson(await thePlan(work, input.planId))
})

api.get('/people/{participantId}/plans/{planId}/units', { ...content, gives: UnitsJson, summary: 'What is decided on the units of the programme, the chosen ones in their order.' }, unitsJson)
api.post('/people/{participantId}/plans/{planId}/units', { ...content, does: 'collect', takes: DecideUnits, gives: UnitsJson, summary: 'Chooses, orders or leaves out units, each with its reason; units that are not named stay.' },
  async (work, input) => {
    await decideUnits(work, input.planId, input)
    return created(await unitsJson(work, input))
  })

api.get('/people/{participantId}/plans/{planId}/goals', { ...content, gives: z.object({ goals: z.array(GoalJson) }), summary: 'The goals of a plan with their five levels, the latest period first.' }, async (work, { planId }) => {
  const plan = await planToRead(work, planId)
  return { goals: (await goalsOf(work, plan.participant_id)).filter(({ plan_id }) => plan_id === plan.id).map(goalJson) }
})
api.post('/people/{participantId}/plans/{planId}/goals', { ...content, does: 'collect', takes: SetGoal, gives: GoalJson, summary: 'Sets a goal with five levels for a period that begins today or later.' },
  async (work, input) => created(await oneGoal(work, await setGoal(work, input.planId, goalFrom(input)))))
api.post('/people/{participantId}/plans/{planId}/goals/{goalId}/words', { ...content, does: 'alter', takes: RewriteGoal, gives: GoalJson, summary: 'Puts a goal into other words, while its period has not begun.' },
  async (work, input) => {
    await rewriteGoal(work, input.planId, input.goalId, { ...goalFrom(input), revision: input.revision })
    return created(await oneGoal(work, input.goalId))
  })
api.post('/people/{participantId}/plans/{planId}/goals/{goalId}/closings', { ...content, does: 'alter', takes: CloseGoal, gives: GoalJson, summary: 'Closes a goal in one of the fixed words.' },
  async (work, input) => {
    await closeGoal(work, input.planId, input.goalId, input)
    return created(await oneGoal(work, input.goalId))
  })

/** Whoever may not read the content gets the answer that a stranger gets, and no empty list. */
async function planToRead(work: Work, planId: string): Promise<PlanRow> {
  await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_content')) throw refuse('not-found')
  return thePlan(work, planId)
}

async function unitsJson(work: Work, { planId }: { planId: string }): Promise<z.input<typeof UnitsJson>> {
  const plan = await planToRead(work, planId)
  const rows = await unitsOfPlan(work, plan.id)
  const parts = await unitsIn(work, plan, rows)
  return { units: rows.map((row) => ({
    unitId: row.unit_id, title: calledIn(parts, row.unit_id), aboutTheOffence: isAboutTheOffence(parts, row), decision: row.position === null ? 'left-out' : 'chosen',
    position: row.position, reason: row.reason, doneOn: row.done_on })) }
}

async function oneGoal(work: Work, goalId: string): Promise<z.input<typeof GoalJson>> {
  const goal = (await goalsOf(work, work.about)).find(({ public_id }) => public_id === goalId)
  if (!goal) throw refuse('not-found')
  return goalJson(goal)
}

async function fitJson(work: Work, { planId }: { planId: string }): Promise<z.input<typeof FitJson>> {
  const plan = await thePlan(work, planId)
  if (!await mayFor(work, 'write', 'plan_dates')) throw refuse('not-found')
  const { fit, releaseOn, afterRelease } = await planFit(work, plan, await programmeOf(work, plan.programme, plan.version))
  return { kind: fit.kind, sentences: fitSentences(fit), releaseOn, plannedAfterRelease: afterRelease }
}

async function versionJson(work: Work, { planId }: { planId: string }): Promise<z.input<typeof VersionJson>> {
  const plan = await planToArrange(work, planId)
  const newer = newerVersion(plan) ?? null
  const { written, unread } = newer === null ? { written: [], unread: [] } : await leftBehind(work, plan)
  return { version: plan.version, newer, noLongerThere: [...written.map((part) => ({ ...part, standsInThisPlan: true })), ...unread.map((part) => ({ ...part, standsInThisPlan: null }))] }
}

function goalJson(goal: GoalRow): z.input<typeof GoalJson> {
  const at = (name: typeof levelNames[number]) => goal.levels[levelNames.indexOf(name)]?.sentence ?? ''
  return {
    id: goal.public_id, title: goal.title, from: goal.from_on, until: goal.until_on, revision: goal.revision,
    levels: { muchLess: at('muchLess'), less: at('less'), expected: at('expected'), more: at('more'), muchMore: at('muchMore') },
    closed: goal.how && goal.closed_on ? { how: goal.how, words: goal.words ?? '', on: goal.closed_on } : null }
}

function planJson(plan: PlanRow): z.input<typeof PlanJson> {
  return { id: plan.public_id, programme: plan.programme, version: plan.version, state: plan.state as 'running' | 'paused' | 'ended', beginsOn: plan.begins_on, endedOn: plan.ended_on, ending: plan.ending }
}
