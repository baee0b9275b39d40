import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { isOffenceFocused, unitsOf, type Unit } from '../programmes/index.ts'
import { offenceStandingOf } from './offence/answer-offence.ts'
import { calledIn, isAboutTheOffence, withEarlierParts } from './versions/earlier-parts.ts'
import { unitsOfPlan, type PlanRow, type UnitRow } from './plans.queries.ts'
import { planToWrite, takeTurn } from './plans.verbs.ts'

export const decisions = ['choose', 'leave-out', 'later'] as const

/** What is decided on one unit: chosen at a place in the order or left out, each with its reason; or later. */
export type UnitDecision = { unitId: string, decision: (typeof decisions)[number], position?: number | undefined, reason?: string | undefined }

/** Decides on units of the programme for this person. Units that are not named stay as they were decided before. */
export async function decideUnits(work: Work, planPublicId: string, sent: { units: UnitDecision[], revision?: number | undefined }): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  checkOnce(sent.units)
  const before = await unitsOfPlan(work, plan.id)
  const [now, units] = [await unitsIn(work, plan, []), await unitsIn(work, plan, before)]
  for (const [place, one] of sent.units.entries()) await check(work, { now, units, before, one, place })
  await takeTurn(work, plan, sent.revision)
  for (const one of sent.units) await write(work, plan, { one, unit: units.find(({ id }) => id === one.unitId)!, before: rowOf(before, one.unitId) })
  await putInOrder(work, plan, { sent: sent.units, before })
}

/** A chosen unit is worked through, or is taken up again. */
export async function finishUnit(work: Work, planPublicId: string, { unitId, doneOn }: { unitId: string, doneOn: Day | null }): Promise<void> {
  const plan = await planToWrite(work, planPublicId)
  const row = rowOf(await unitsOfPlan(work, plan.id), unitId)
  if (!row || row.position === null) throw refuse('unit-not-chosen')
  if (!doneOn && row.done_on === null) throw refuse('unit-done-on-no-day')
  if (doneOn && doneOn > work.today) throw refuse('unit-done-ahead')
  const parts = await unitsIn(work, plan, [row])
  const about = isAboutTheOffence(parts, row)
  if (about) await mustBeOpen(work, calledIn(parts, unitId), '')
  await replace(work, row.id)
  await insert(work, plan, { unit_id: unitId, about_the_offence: about, position: row.position, reason: row.reason, done_on: doneOn })
}

/** One part twice is two answers to one question. */
function checkOnce(units: UnitDecision[]): void {
  const place = units.findIndex(({ unitId }, at) => units.findIndex((one) => one.unitId === unitId) !== at)
  if (place >= 0) throw refuse('unit-twice', {}, `units.${place}.unitId`)
}

/** The units of the version that a plan runs on, and after them those that were decided on before it was moved and that the version no longer has. */
export function unitsIn(work: Work, plan: Pick<PlanRow, 'id' | 'programme' | 'version'>, rows: Pick<UnitRow, 'unit_id'>[]): Promise<Unit[]> {
  return withEarlierParts<Unit>(work, plan, { of: unitsOf, written: rows.map(({ unit_id }) => unit_id) })
}

type Checked = { /** Those that can be chosen anew. */ now: Unit[], units: Unit[], before: UnitRow[], one: UnitDecision, place: number }

/** Refuses what is not of the programme, what has no reason, and what would lead somebody to testify against themselves. */
async function check(work: Work, { now, units, before, one, place }: Checked): Promise<void> {
  const stays = one.decision !== 'choose' || (rowOf(before, one.unitId)?.position ?? null) !== null
  const unit = (stays ? units : now).find(({ id }) => id === one.unitId)
  if (!unit) throw refuse('unit-not-of-programme', {}, `units.${place}.unitId`)
  if (one.decision === 'later') return
  if (!one.reason?.trim()) throw refuse('unit-needs-a-reason', { title: unit.title }, `units.${place}.reason`)
  if (one.decision === 'choose' && isOffenceFocused(unit) && !isSame(rowOf(before, one.unitId), one)) await mustBeOpen(work, unit.title, `units.${place}.decision`)
}

async function mustBeOpen(work: Work, title: string, field: string): Promise<void> {
  const standing = await offenceStandingOf(work, work.about)
  if (standing === 'open') return
  throw refuse(standing === 'locked' ? 'unit-locked' : standing === 'after-judgment' ? 'unit-needs-a-new-yes' : 'unit-status-not-known', { title }, field || undefined)
}

type Writing = { one: UnitDecision, unit: Unit, before: UnitRow | undefined }

async function write(work: Work, plan: PlanRow, { one, unit, before }: Writing): Promise<void> {
  if (isSame(before, one)) return
  if (before) await replace(work, before.id)
  if (one.decision === 'later') return
  const chosen = one.decision === 'choose'
  await insert(work, plan, { unit_id: unit.id, about_the_offence: isOffenceFocused(unit), position: chosen ? one.position ?? 1000 : null, reason: one.reason ?? '', done_on: chosen ? before?.done_on ?? null : null })
}

function isSame(before: UnitRow | undefined, one: UnitDecision): boolean {
  if (!before) return one.decision === 'later'
  return one.decision === (before.position === null ? 'leave-out' : 'choose') && one.reason === before.reason
}

/** Numbers the chosen units from one, those that were moved before or after the one whose place they took. */
async function putInOrder(work: Work, plan: PlanRow, { sent, before }: { sent: UnitDecision[], before: UnitRow[] }): Promise<void> {
  const now = (await unitsOfPlan(work, plan.id)).filter(({ position }) => position !== null)
  const wanted = (row: UnitRow) => {
    const was = rowOf(before, row.unit_id)?.position ?? undefined
    const asked = sent.find(({ unitId }) => unitId === row.unit_id)?.position
    if (asked === undefined || asked === was) return row.position ?? 1000
    return was === undefined || asked < was ? asked - 0.5 : asked + 0.5
  }
  const ordered = now.map((row) => ({ row, at: wanted(row) })).sort((one, other) => one.at - other.at || one.row.id - other.row.id)
  for (const [place, { row }] of ordered.entries()) {
    if (row.position !== place + 1) await work.db.updateTable('plan_units').set({ position: place + 1 }).where('id', '=', row.id).execute()
  }
}

function rowOf(rows: UnitRow[], unitId: string): UnitRow | undefined {
  return rows.find(({ unit_id }) => unit_id === unitId)
}

/** What stood is not taken away but replaced, once: the second of two finds that somebody was there before. */
async function replace(work: Work, id: number): Promise<void> {
  const done = await work.db.updateTable('plan_units').set({ replaced_at: work.now }).where('id', '=', id).where('replaced_at', 'is', null).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw refuse('plan-changed-meanwhile')
}

async function insert(work: Work, plan: PlanRow, row: Pick<UnitRow, 'unit_id' | 'about_the_offence' | 'position' | 'reason' | 'done_on'>): Promise<void> {
  await work.db.insertInto('plan_units').values({
    ...row, id: await work.newId(), public_id: work.newPublicId(), participant_id: plan.participant_id, plan_id: plan.id, chosen_by: work.actor.id, chosen_at: work.now }).execute()
}
