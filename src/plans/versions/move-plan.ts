import { sql } from 'kysely'
import { mayFor } from '../../access/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { isOffenceFocused, programmeOf, programmesOnOffer, unitsOf, useProgramme, type Programme } from '../../programmes/index.ts'
import { statesIn } from '../states/states-in.ts'
import { calledIn, withEarlierParts } from './earlier-parts.ts'
import { aimsOf, statesOf, unitsOfPlan, type PlanRow } from '../plans.queries.ts'
import { planToArrange, takeTurn } from '../plans.verbs.ts'
import { stagesBegun } from '../stages/stages.queries.ts'

/** Moves a plan to the version of its programme that is offered now. No plan moves by itself. */
export async function movePlan(work: Work, planPublicId: string, { reason, revision }: { reason: string, revision?: number | undefined }): Promise<void> {
  const plan = await planToArrange(work, planPublicId)
  const version = newerVersion(plan)
  if (version === undefined) throw refuse('plan-has-newest-version')
  await useProgramme(work, plan.programme)
  await takeTurn(work, plan, revision)
  await work.db.updateTable('plans').set({ version }).where('id', '=', plan.id).execute()
  await work.db.insertInto('plan_moves').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, from_version: plan.version, to_version: version, reason, moved_by: work.actor.id, moved_at: work.now }).execute()
  await lockWhatItSays(work, plan, offeredOf(plan)!)
}

/**
 * What the version now says is about the offence stands so in the plan too: the database reads it there, and knows no definitions. Whoever moves a plan need not read its content, so that the
 * database marks the parts by their names; it takes the mark from none.
 */
async function lockWhatItSays(work: Work, plan: PlanRow, now: Programme): Promise<void> {
  const about = unitsOf(now).filter(isOffenceFocused).map(({ id }) => id)
  if (about.length > 0) await sql`select lock_units(${plan.id}, ${about}::text[])`.execute(work.db)
}

/** The version on offer, where it is another than this plan's. */
export function newerVersion(plan: Pick<PlanRow, 'programme' | 'version'>): number | undefined {
  const offered = offeredOf(plan)?.version
  return offered === plan.version ? undefined : offered
}

export const partKinds = ['unit', 'stage', 'state'] as const
export type LeftBehind = { kind: typeof partKinds[number], id: string, title: string }

/**
 * What stands in this plan and the version on offer no longer has, by the names it was written under; and what that version dropped of which this reader may not know
 * whether it stands here, since the content of a plan is not theirs.
 */
export async function leftBehind(work: Work, plan: PlanRow): Promise<{ written: LeftBehind[], unread: LeftBehind[] }> {
  const next = offeredOf(plan)
  if (!next) return { written: [], unread: [] }
  const [mayRead, stages, ...content] = await together([mayFor(work, 'read', 'plan_content'), stagesBegun(work, plan.id), unitsOfPlan(work, plan.id), statesOf(work, plan.id), aimsOf(work, plan.id)])
  const [units, states, aims] = content
  const now = await programmeOf(work, plan.programme, plan.version)
  const standing = { unit: units.map(({ unit_id }) => unit_id), stage: stages.map(({ stage }) => stage), state: [...states, ...aims].flatMap(({ state }) => state ?? []) }
  const gone = await together(partKinds.map((kind) => goneOf(work, plan, { kind, written: standing[kind], next })))
  const unread = mayRead || !now ? [] : (['unit', 'state'] as const).flatMap((kind) => partsOfKind[kind](now).filter(({ id }) => !has(next, kind, id)).map(({ id, title }) => ({ kind, id, title })))
  return { written: gone.flat(), unread }
}

const partsOfKind = { unit: unitsOf, stage: ({ stages }: Programme) => stages, state: (definition: Programme) => statesIn(definition)?.values ?? [] }

type Gone = { kind: LeftBehind['kind'], written: string[], next: Programme }

async function goneOf(work: Work, plan: PlanRow, { kind, written, next }: Gone): Promise<LeftBehind[]> {
  const missing = [...new Set(written)].filter((id) => !has(next, kind, id))
  const parts = await withEarlierParts<{ id: string, title: string }>(work, plan, { of: partsOfKind[kind], written: missing })
  return missing.map((id) => ({ kind, id, title: calledIn(parts, id) }))
}

function has(definition: Programme, kind: LeftBehind['kind'], wanted: string): boolean {
  return partsOfKind[kind](definition).some(({ id }) => id === wanted)
}

function offeredOf({ programme }: Pick<PlanRow, 'programme'>): Programme | undefined {
  return programmesOnOffer().find(({ definition }) => definition.id === programme)?.definition
}
