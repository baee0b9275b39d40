import { refuse, refuseFields } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { unitsOf, type SessionRow, type UnitRow } from '../sessions.queries.ts'
import { theSession, whomIMeet } from '../sessions.verbs.ts'
import { t } from '../words.ts'
import { fieldOf, type UnitWhy } from './unit-differences.ts'

/** Says otherwise why units went another way than planned, by whoever holds the session. What stood there stays, with until when. */
export async function correctReasons(work: Work, sessionId: string, why: readonly UnitWhy[]): Promise<void> {
  const session = await toCorrect(work, sessionId)
  const units = await reasonedUnits(work, session.id)
  const silent = why.flatMap(({ unit, reason }, place) => {
    const one = units.find(({ unit_id: id }) => id === unit)
    return one && reason === undefined ? [{ field: fieldOf(place), sentence: t(one.planned ? 'session.refused.not-given' : 'session.refused.instead', { unit: one.name }) }] : []
  })
  if (silent.length > 0) throw refuseFields(silent)
  const changed = units.flatMap((unit) => {
    const said = why.find((one) => one.unit === unit.unit_id)
    return said?.reason !== undefined && (said.reason !== unit.reason || (said.words ?? '') !== unit.reason_words) ? [{ unit, reason: said.reason, words: said.words ?? '' }] : []
  })
  if (changed.length === 0) throw refuse('session-nothing-corrected')
  for (const { unit, reason, words } of changed) await correct(work, session, { unit, reason, words })
}

/** A held session of one's own. */
export async function toCorrect(work: Work, sessionId: string): Promise<SessionRow> {
  const session = await theSession(work, sessionId)
  await whomIMeet(work, session.participant_id)
  if (session.author_id !== work.actor.id) throw refuse('session-of-another')
  if (session.state !== 'held') throw refuse('session-not-recorded-yet')
  return session
}

/** The units of a session that say why they went another way. */
export async function reasonedUnits(work: Work, sessionId: number): Promise<UnitRow[]> {
  return (await unitsOf(work, sessionId)).filter(({ reason }) => reason !== null)
}

/** Another window that says it otherwise at the same moment finds what it wanted to correct already corrected. */
async function correct(work: Work, { id, participant_id: participantId }: SessionRow, { unit, reason, words }: { unit: UnitRow, reason: string, words: string }): Promise<void> {
  await work.db.insertInto('unit_reasons_before').values({
    id: await work.newId(), public_id: work.newPublicId(), session_id: id, unit_id: unit.unit_id, participant_id: participantId, author_id: work.actor.id, reason: unit.reason!, reason_words: unit.reason_words, corrected_at: work.now }).execute()
  const changed = await work.db.updateTable('session_units').set({ reason, reason_words: words }).where('session_id', '=', id).where('unit_id', '=', unit.unit_id)
    .where('reason', '=', unit.reason).where('reason_words', '=', unit.reason_words).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw refuse('session-recorded-already')
}
