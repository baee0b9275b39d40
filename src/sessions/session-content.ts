import { sql, type CompiledQuery } from 'kysely'
import { chosenUnits, type ChosenUnit } from '../plans/index.ts'
import { refuse, refuseFields } from '../platform/refusals.ts'
import { rowInSameWords } from '../platform/row-in-same-words.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import type { RecordSession } from './session.ts'
import { differencesOf, fieldOf, withoutReason, type PlannedUnit, type UnitWhy } from './units/unit-differences.ts'
import { t } from './words.ts'

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
  await insertUnits(work, where, { units, planned: true, delivered: false, why: [] })
}

type Delivered = { units: readonly ChosenUnit[], planned: readonly PlannedUnit[], why: readonly UnitWhy[] }

/** Marks what was worked on, of what was planned and beside it, each that went another way with its reason. What was planned stays written either way. */
export async function deliverUnits(work: Work, where: Where, { units, planned, why }: Delivered): Promise<void> {
  const [plannedIds, done] = [planned.map(({ unit_id: id }) => id), units.map(({ unitId }) => unitId)]
  checkReasons({ units, planned, why }, differencesOf(plannedIds, done))
  if (planned.length > 0) await writeDelivered(work, where, plannedIds.map((id) => ({ unit_id: id, delivered: done.includes(id), ...(done.includes(id) ? noReason : reasonFor(id, why)) })))
  await insertUnits(work, where, { units: units.filter(({ unitId }) => !plannedIds.includes(unitId)), planned: false, delivered: true, why: planned.length > 0 ? why : [] })
}

/** Every unit that lacks its reason is named at its own field; where it was sent without one, at the units. */
function checkReasons({ units, planned, why }: Delivered, differences: readonly string[]): void {
  const silent = withoutReason(differences, why)
  if (silent.length === 0) return
  throw refuseFields(silent.map((unit) => {
    const [place, before] = [why.findIndex((one) => one.unit === unit), planned.find(({ unit_id: id }) => id === unit)]
    const name = before?.name ?? units.find(({ unitId }) => unitId === unit)?.name ?? unit
    return { field: place < 0 ? 'units' : fieldOf(place), sentence: before ? t('session.refused.not-given', { unit: name }) : t('session.refused.instead', { unit: name }) }
  }))
}

type Reason = { reason: string | null, reason_words: string }
const noReason: Reason = { reason: null, reason_words: '' }

function reasonFor(unit: string, why: readonly UnitWhy[]): Reason {
  const given = why.find((one) => one.unit === unit && one.reason !== undefined)
  return given ? { reason: given.reason ?? null, reason_words: given.words ?? '' } : noReason
}

async function writeDelivered(work: Work, { sessionId }: Where, rows: (Reason & { unit_id: string, delivered: boolean })[]): Promise<void> {
  await sql`update session_units u set delivered = r.delivered, reason = r.reason, reason_words = r.reason_words
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(unit_id text, delivered boolean, reason text, reason_words text)
    where u.session_id = ${sessionId} and u.unit_id = r.unit_id`.execute(work.db)
}

type Inserted = { units: readonly ChosenUnit[], planned: boolean, delivered: boolean, why: readonly UnitWhy[] }

async function insertUnits(work: Work, { sessionId, participantId }: Where, { units, planned, delivered, why }: Inserted): Promise<void> {
  if (units.length === 0) return
  await work.db.insertInto('session_units').values(units.map(({ unitId, name, aboutTheOffence }) => ({
    session_id: sessionId, participant_id: participantId, author_id: work.actor.id, unit_id: unitId, name, about_the_offence: aboutTheOffence, planned, delivered, ...reasonFor(unitId, why) }))).execute()
}

async function offenceIsOpen(work: Work, participantId: number): Promise<boolean> {
  const { rows } = await sql<{ open: boolean | null }>`select offence_is_open(${participantId}) as open`.execute(work.db)
  return rows[0]?.open ?? false
}

export type WhatWas = { sessionId: number, participantId: number, role: string, sent: RecordSession, /** The units planned for it. */ planned: readonly PlannedUnit[], /** By which its note goes; a new one where none is said. */ noteId?: string | undefined }

/** What was done and what was noted go to their own tables: each has its own readers. A missed session has neither, and of a circle only that it met is here. */
export async function writeWhatWas(work: Work, was: WhatWas): Promise<void> {
  const units = was.role === 'circle_coordinator' || was.sent.state !== 'held' ? [] : await unitsToWorkOn(work, was.participantId, was.sent.units ?? [])
  await together((await rowsOf(work, was)).map((row) => work.db.executeQuery(row)))
  if (was.role !== 'circle_coordinator' && was.sent.state === 'held') await deliverUnits(work, was, { units, planned: was.planned, why: was.sent.why ?? [] })
}

/** The rows of what was done and what was noted; what was worked on has rows of its own. */
export async function rowsOf(work: Work, { sessionId, participantId, role, sent, noteId }: Omit<WhatWas, 'planned'>): Promise<CompiledQuery<unknown>[]> {
  if (role === 'circle_coordinator') return []
  const content = sent.state === 'held' && contentRow(work, { sessionId, participantId }, sent)
  const note = sent.note && noteRow(work, await work.newId(), { sessionId, participantId, role, note: sent.note, isDraft: sent.isDraft ?? false, publicId: noteId })
  return [content, note].filter((row) => typeof row === 'object')
}

function contentRow(work: Work, { sessionId, participantId }: Where, sent: RecordSession): CompiledQuery<unknown> {
  return rowInSameWords(work, 'session_contents', {
    session_id: sessionId, participant_id: participantId, author_id: work.actor.id, written_at: work.now, done: sent.done ?? '', own_words: sent.ownWords ?? '',
    home_practice: sent.homePractice ?? '', next_step: sent.nextStep ?? '', limit_reminded: sent.limitReminded ?? false })
}

export type Note = { sessionId: number, participantId: number, role: string, note: string, isDraft: boolean, addsTo?: number, publicId?: string | undefined }

/** Puts a note where its readers are: a mentor's among the mentors', a facilitator's among the facilitators'. */
export async function writeNote(work: Work, note: Note): Promise<number> {
  const id = await work.newId()
  await work.db.executeQuery(noteRow(work, id, note))
  return id
}

function noteRow(work: Work, id: number, { sessionId, participantId, role, note, isDraft, addsTo, publicId = work.newPublicId() }: Note): CompiledQuery<unknown> {
  return rowInSameWords(work, role === 'mentor' ? 'mentor_notes' : 'facilitator_notes', {
    id, public_id: publicId, session_id: sessionId, participant_id: participantId, author_id: work.actor.id, note, written_at: work.now,
    signed_at: isDraft ? null : work.now, adds_to: addsTo ?? null })
}
