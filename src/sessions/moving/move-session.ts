import { dayAt, timeAt, type Instant } from '../../platform/day.ts'
import { theService } from '../../people/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import { violates } from '../../platform/violation.ts'
import type { Work } from '../../platform/work.ts'
import { paperEnds } from '../paper/paper.ts'
import { keepPaperOpen } from '../paper/paper.queries.ts'
import { checkMoment, shiftBetween, shifted, type MoveSession } from '../session.ts'
import type { SessionRow } from '../sessions.queries.ts'
import { mustHoldToo } from '../second-facilitator.ts'
import { mayDeliver, mayMeet, momentIn, theSession, whomIMeet } from '../sessions.verbs.ts'
import { checkPlaces } from '../places/place-said.ts'
import { followingOf, roomsTaken, standingAt } from './moving.queries.ts'

type Lies = Pick<SessionRow, 'id' | 'participant_id' | 'starts_at' | 'minutes' | 'place' | 'revision' | 'second_id' | 'second'>
type Move = { session: Lies, to: Instant, minutes: number, place: string }

/**
 * Moves a planned session of one's own, and with it, where that is wanted, those that were planned together with it and come after it. Where each lay before
 * stays written, with whose cause it was. All move or none. Returns how many moved.
 */
export async function moveSession(work: Work, sessionId: string, sent: MoveSession, shown?: number): Promise<number> {
  const session = await toMove(work, sessionId, shown)
  const to = momentIn(work, sent)
  checkMoment('planned', to, work.now)
  if (to === session.starts_at && sent.minutes === session.minutes && sent.place === session.place) throw refuse('session-moves-to-where-it-is')
  if (sent.place !== session.place) await checkPlaces(work, session.participant_id, [sent])
  const moves = [{ session, to, minutes: sent.minutes, place: sent.place }, ...(sent.following ? await movesAfter(work, session, sent) : [])]
  await checkMoves(work, moves, sent)
  await writeMoves(work, moves, sent)
  return moves.length
}

/** A session of one's own that is planned and lies ahead, as it was shown. */
export async function toMove(work: Work, sessionId: string, shown?: number): Promise<SessionRow> {
  const session = await theSession(work, sessionId)
  await whomIMeet(work, session.participant_id)
  if (session.author_id !== work.actor.id) throw refuse('session-of-another')
  if (session.state === 'called-off') throw refuse('session-called-off')
  if (session.state !== 'planned') throw refuse('session-not-planned')
  if (session.starts_at <= work.now) throw refuse('session-begun-already')
  if (shown !== undefined && shown !== session.revision) throw refuse('session-recorded-already')
  return session
}

/** Those that follow keep their own length and place, and move as far on the wall calendar. */
async function movesAfter(work: Work, session: SessionRow, sent: MoveSession): Promise<Move[]> {
  if (session.series_id === null) return []
  const shift = shiftBetween(wallOf(work, session.starts_at), sent)
  const following = await followingOf(work, { seriesId: session.series_id, after: session.starts_at })
  return following.map((one) => ({ session: one, to: momentIn(work, { ...shifted(wallOf(work, one.starts_at), shift), minutes: one.minutes, place: one.place }), minutes: one.minutes, place: one.place }))
}

function wallOf(work: Work, moment: Instant) {
  return { on: dayAt(moment, work.timeZone), time: timeAt(moment, work.timeZone) }
}

async function checkMoves(work: Work, moves: Move[], { onHoliday = false }: MoveSession): Promise<void> {
  const withSecond = []
  for (const { session, to } of moves) {
    checkMoment('planned', to, work.now)
    const rests = await mayMeet(work, session.participant_id, to, undefined, session.id)
    await mayDeliver(work, rests, to)
    if (session.second_id !== null) withSecond.push({ rests, startsAt: to, second: { colleague_id: session.second_id, name: session.second ?? '' } })
  }
  if (withSecond[0]) await mustHoldToo(work, withSecond[0].second, withSecond, 'on')
  const [taken] = await standingAt(work, moves.map(({ session, to }) => ({ id: session.id, participantId: session.participant_id, at: to })))
  if (taken) throw refuse('session-move-same-minute', { when: say.moment(taken.starts_at) })
  const [inARoom] = await roomsTaken(work, moves.filter(({ session, place }) => place === session.place))
  if (inARoom) throw refuse('session-move-room-taken', { when: say.moment(inARoom) })
  const holidays = (await theService(work))?.holidays ?? []
  const hit = moves.map(({ to }) => dayAt(to, work.timeZone)).filter((on) => holidays.includes(on))
  if (hit.length > 0 && !onHoliday) throw refuse('session-move-on-a-holiday', { days: say.list(hit.map((on) => say.day(on))) })
}

/** From the far end when all go later, so that none is written over one that has not yet gone. */
async function writeMoves(work: Work, moves: Move[], { cause, causeNote = '' }: MoveSession): Promise<void> {
  const isLater = moves[0]!.to > moves[0]!.session.starts_at
  for (const { session, to, minutes, place } of moves.toSorted((one, other) => (isLater ? -1 : 1) * one.session.starts_at.localeCompare(other.session.starts_at))) {
    await put(work, { session, to, minutes, place })
    await keepPaperOpen(work, session.id, paperEnds(to, work.now))
    await work.db.insertInto('session_moves').values({
      id: await work.newId(), public_id: work.newPublicId(), session_id: session.id, participant_id: session.participant_id, author_id: work.actor.id,
      from_at: session.starts_at, to_at: to, from_place: session.place, cause, cause_note: causeNote, moved_at: work.now }).execute()
  }
}

async function put(work: Work, { session, to, minutes, place }: Move): Promise<void> {
  try {
    const moved = await work.db.updateTable('sessions').set({ starts_at: to, minutes, place, ...(place !== session.place && { room_id: null }), recorded_at: work.now, revision: session.revision + 1 })
      .where('id', '=', session.id).where('state', '=', 'planned').where('revision', '=', session.revision).executeTakeFirst()
    if (moved.numUpdatedRows !== 1n) throw refuse('session-recorded-already')
  } catch (fault) {
    if (violates(fault, 'sessions_once_a_minute')) throw refuse('session-move-same-minute', { when: say.moment(to) })
    throw fault
  }
}
