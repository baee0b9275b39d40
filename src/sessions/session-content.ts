import { sql } from 'kysely'
import { chosenUnits, type ChosenUnit } from '../plans/index.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import { isOtherThanPlanned, type RecordSession } from './session.ts'

export type UnitOnOffer = ChosenUnit & { isLocked: boolean }

/** The units of the person's plan that a session can be about. While guilt is open, those about the offence are locked; for whoever may not know that, always. */
export async function unitsOnOffer(work: Work, participantId: number): Promise<UnitOnOffer[]> {
  const units = await chosenUnits(work, participantId)
  const isOpen = units.some(({ aboutTheOffence }) => aboutTheOffence) && await offenceIsOpen(work, participantId)
  return units.map((unit) => ({ ...unit, isLocked: unit.aboutTheOffence && !isOpen }))
}

/** The units named by somebody, each chosen in the plan and open. */
export async function unitsToWorkOn(work: Work, participantId: number, named: readonly string[]): Promise<UnitOnOffer[]> {
  if (named.length === 0) return []
  const offered = await unitsOnOffer(work, participantId)
  return [...new Set(named)].map((id) => {
    const unit = offered.find(({ unitId }) => unitId === id)
    if (!unit) throw refuse('session-unit-not-chosen')
    if (unit.isLocked) throw refuse('session-unit-locked', { unit: unit.name })
    return unit
  })
}

type Where = { sessionId: number, participantId: number }

export async function planUnits(work: Work, where: Where, units: readonly ChosenUnit[]): Promise<void> {
  await insertUnits(work, where, { units, planned: true, delivered: false })
}

/** Marks what was worked on: of what was planned, and beside it. What was planned stays written either way. */
export async function deliverUnits(work: Work, where: Where, { units, planned }: { units: readonly ChosenUnit[], planned: readonly string[] }): Promise<void> {
  const isPlanned = ({ unitId }: ChosenUnit) => planned.includes(unitId)
  const done = units.filter(isPlanned).map(({ unitId }) => unitId)
  if (done.length > 0) await work.db.updateTable('session_units').set({ delivered: true }).where('session_id', '=', where.sessionId).where('unit_id', 'in', done).execute()
  await insertUnits(work, where, { units: units.filter((unit) => !isPlanned(unit)), planned: false, delivered: true })
}

/** For whose cause something else was done than planned: said wherever it differs, kept nowhere else. */
export function checkDifference(planned: readonly string[], sent: RecordSession): { differs_cause: string | null, differs_why: string } {
  if (!isOtherThanPlanned(planned, sent.units ?? [])) return { differs_cause: null, differs_why: '' }
  if (!sent.differsCause) throw refuse('session-differs-without-cause')
  return { differs_cause: sent.differsCause, differs_why: sent.differsWhy ?? '' }
}

async function insertUnits(work: Work, { sessionId, participantId }: Where, { units, ...was }: { units: readonly ChosenUnit[], planned: boolean, delivered: boolean }): Promise<void> {
  if (units.length === 0) return
  await work.db.insertInto('session_units').values(units.map(({ unitId, name, aboutTheOffence }) => ({
    session_id: sessionId, participant_id: participantId, author_id: work.actor.id, unit_id: unitId, name, about_the_offence: aboutTheOffence, ...was }))).execute()
}

async function offenceIsOpen(work: Work, participantId: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean | null }>`select offence_is_open(${participantId}) as open`.execute(work.db)
  return rows[0]?.open ?? false
}

export type WhatWas = { sessionId: number, participantId: number, role: string, sent: RecordSession, /** The units planned for it. */ planned: readonly string[], /** By which its note goes; a new one where none is said. */ noteId?: string | undefined }

/** What was done and what was noted go to their own tables: each has its own readers. A missed session has neither, and of a circle only that it met is here. */
export async function writeWhatWas(work: Work, { sessionId, participantId, role, sent, planned, noteId }: WhatWas): Promise<void> {
  if (role === 'circle_coordinator') return
  await together([
    sent.state === 'held' ? writeContent(work, { sessionId, participantId, role, sent, planned }) : undefined,
    sent.note ? writeNote(work, { sessionId, participantId, role, note: sent.note, isDraft: sent.isDraft ?? false, publicId: noteId }) : undefined])
}

async function writeContent(work: Work, { sessionId, participantId, sent, planned }: WhatWas): Promise<void> {
  const units = await unitsToWorkOn(work, participantId, sent.units ?? [])
  const differs = checkDifference(planned, sent)
  await work.db.insertInto('session_contents').values({
    session_id: sessionId, participant_id: participantId, author_id: work.actor.id, written_at: work.now, done: sent.done ?? '', own_words: sent.ownWords ?? '',
    home_practice: sent.homePractice ?? '', next_step: sent.nextStep ?? '', limit_reminded: sent.limitReminded ?? false, ...differs }).execute()
  await deliverUnits(work, { sessionId, participantId }, { units, planned })
}

export type Note = { sessionId: number, participantId: number, role: string, note: string, isDraft: boolean, addsTo?: number, publicId?: string | undefined }

/** Puts a note where its readers are: a mentor's among the mentors', a facilitator's among the facilitators'. */
export async function writeNote(work: Work, { sessionId, participantId, role, note, isDraft, addsTo, publicId = work.newPublicId() }: Note): Promise<number> {
  const id = await work.newId()
  await work.db.insertInto(role === 'mentor' ? 'mentor_notes' : 'facilitator_notes').values({
    id, public_id: publicId, session_id: sessionId, participant_id: participantId, author_id: work.actor.id, note, written_at: work.now,
    signed_at: isDraft ? null : work.now, adds_to: addsTo ?? null }).execute()
  return id
}
