import { releaseChanges, type ReleaseChange } from '../participants/index.ts'
import { addDays, dayAt, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import { leastWeeks, partsOf, knownProgramme, programmeOf, sessionRange, timesAWeek, timesGiven, type Programme, type TimeGiven } from '../programmes/index.ts'
import { fitChoices, fitOf, type Fit, type FitChoice, type Range } from './feasibility.ts'
import { fitChoicesOf, openPlan, plansToFit, releaseOf, type PlanRow } from './plans.queries.ts'
import { planToArrange, takeTurn } from './plans.verbs.ts'

/** What was delivered under one plan, and what is planned ahead. */
export type Delivered = { planId: number, held: number, planned: Instant[] }

/** How a plan fits before release, with the planned sessions that lie after it. */
export type PlanFit = { fit: Fit, releaseOn: Day | null, afterRelease: Instant[], /** Why the day is another than before, where it is. */ change: ReleaseChange | undefined }

/** `held`: how many alone, for many plans at once. */
type CountSessions = { delivered: (work: Work, planIds: number[]) => Promise<Delivered[]>, held: (work: Work, planIds: number[]) => Promise<ReadonlyMap<number, number>> }

/** Port: sessions belong to a room above this one, so the application hands in who counts them. */
export function countSessionsBy(count: CountSessions): void {
  counted = count
}

/** Port: on which days the service holds no sessions is said in a room that plans do not know. */
export function holidaysBy(read: (work: Work) => Promise<readonly Day[]>): void {
  holidaysRead = read
}

let holidaysRead: (work: Work) => Promise<readonly Day[]> = () => Promise.resolve([])

let counted: CountSessions = { delivered: () => Promise.resolve([]), held: () => Promise.resolve(new Map()) }

/** Computed anew each time it is read: another day of release is another answer. */
export async function planFit(work: Work, plan: PlanRow, definition: Programme | undefined): Promise<PlanFit> {
  const [holidays, [delivered], [change], releaseOn] = await together([holidaysRead(work), counted.delivered(work, [plan.id]), releaseChanges(work, [plan.participant_id]), releaseOf(work, plan.participant_id)])
  const afterRelease = releaseOn === null ? [] : (delivered?.planned ?? []).filter((startsAt) => dayAt(startsAt, work.timeZone) >= releaseOn)
  return { fit: fitBy(work, { plan, definition, held: delivered?.held ?? 0, releaseOn, holidays }), releaseOn, afterRelease, change }
}

/** Running plans of the actor's people that do not fit before release, for which nobody has said yet what to do. */
export async function plansThatDoNotFit(work: Work) {
  const plans = await plansToFit(work)
  if (plans.length === 0) return []
  const [holidays, held, definitions] = await together([holidaysRead(work), counted.held(work, plans.map(({ id }) => id)), together(plans.map(({ programme, version, hash }) => knownProgramme(programme, version, hash) ?? programmeOf(work, programme, version)))])
  return plans.map((plan, place) => ({ ...plan, fit: fitBy(work, { plan, definition: definitions[place], held: held.get(plan.id) ?? 0, releaseOn: plan.release_on, holidays }) }))
    .filter(({ fit }) => asksForAChoice(fit))
}

/** Whether somebody has to say what to do. */
export function asksForAChoice(fit: Fit): boolean {
  return fit.kind === 'does-not-fit' || (fit.kind === 'released' && fit.left.least > 0)
}

export function choicesFor(fit: Fit): readonly FitChoice[] {
  return asksForAChoice(fit) ? fitChoices : ['continue-outside']
}

/** Keeps what was chosen, with its reason and the numbers as they were known. Another day of release asks again. That it goes on outside can be said where all fits, too, and where nothing is counted: mentoring does not end at the gate. */
export async function chooseFit(work: Work, planPublicId: string, { choice, reason }: { choice: FitChoice, reason: string }): Promise<void> {
  const plan = await planToArrange(work, planPublicId)
  const { fit } = await planFit(work, plan, await programmeOf(work, plan.programme, plan.version))
  const releaseOn = await releaseOf(work, plan.participant_id)
  if (!releaseOn || !choicesFor(fit).includes(choice)) throw refuse('fit-nothing-to-choose')
  await work.db.insertInto('plan_fits').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, choice, reason, release_on: releaseOn,
    sessions_left: 'left' in fit ? fit.left.most : 0, sessions_possible: 'possible' in fit ? fit.possible : 0, chosen_by: work.actor.id, chosen_at: work.now }).execute()
}

/** Whether it was chosen, for this day of release, that the sessions go on outside: then planning does not stop at the gate. */
export async function goesOnOutside(work: Work, participantId: number, releaseOn: Day): Promise<boolean> {
  const plan = await openPlan(work, participantId)
  if (!plan) return false
  const [latest] = await fitChoicesOf(work, plan.id)
  return latest !== undefined && latest.release_on === releaseOn && latest.choice !== 'prioritise'
}

/** How often in a week with this person; nothing takes the programme's own rhythm again. */
export async function setRhythm(work: Work, planPublicId: string, { aWeek, revision }: { aWeek: number | undefined, revision?: number | undefined }): Promise<void> {
  const plan = await planToArrange(work, planPublicId)
  await takeTurn(work, plan, revision)
  await work.db.updateTable('plans').set({ sessions_a_week: aWeek ?? null }).where('id', '=', plan.id).execute()
}

/** The rhythm to count with: this person's, or else the programme's own. */
export function rhythmOf(plan: Pick<PlanRow, 'sessions_a_week'>, definition: Programme | undefined): Range | undefined {
  return plan.sessions_a_week === null ? definition && countsOf(definition).aWeek : { typical: Number(plan.sessions_a_week) }
}

/** What a programme says of numbers. Many people have few programmes, and a definition does not change: it is worked out once. */
type Counts = { weeks: number | undefined, times: TimeGiven[], dose: Range | undefined, aWeek: Range | undefined }

const counts = new WeakMap<Programme, Counts>()

function countsOf(definition: Programme): Counts {
  const found = counts.get(definition) ?? { weeks: leastWeeks(definition), times: timesGiven(definition), dose: sessionRange(definition), aWeek: programmeRhythm(definition) }
  counts.set(definition, found)
  return found
}

function programmeRhythm(definition: Programme): Range | undefined {
  const patterns = partsOf(definition.dose).filter(({ count }) => count !== undefined && count !== 'not_established')
  return patterns.map(({ frequency }) => timesAWeek(frequency)).find((one) => one !== undefined)
}

type Facts = { plan: PlanRow, definition: Programme | undefined, held: number, releaseOn: Day | null, holidays: readonly Day[] }

function fitBy(work: Work, { plan, definition, held, releaseOn, holidays }: Facts): Fit {
  const { weeks, times, dose } = definition ? countsOf(definition) : { weeks: undefined, times: [], dose: undefined }
  return fitOf({
    holidays, times, dose, leastUntil: weeks === undefined ? undefined : addDays(plan.begins_on, Math.ceil(weeks * 7)),
    held, aWeek: rhythmOf(plan, definition), today: work.today, from: plan.begins_on, releaseOn })
}
