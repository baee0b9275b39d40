import { z } from 'zod'
import { mayFor } from '../access/index.ts'
import { dayAt, type Instant } from '../platform/day.ts'
import { apiDoors } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import { addToNote, keepNote, setAside, strikeSession } from './mending.verbs.ts'
import { moveSession } from './moving/move-session.ts'
import { movesOf } from './moving/moving.queries.ts'
import { papersOf } from './paper/paper.queries.ts'
import { daysLate, type RecordSession as Recording } from './session.ts'
import { AddToNote, CallOff, CorrectReasons, MoveSession, PlanSession, RecordSession, StrikeSession, TakeOver, WriteNote } from './sessions.input.ts'
import { lastSessions, notesOf, sessionsBefore, strikesOf, unitsOf, type SessionRow } from './sessions.queries.ts'
import { correctReasons } from './units/correct-reasons.ts'
import { reasonsBefore } from './units/units.queries.ts'
import { callOff, planSession, recordNew, recordPlanned, takeOver, theSession, type Recorded } from './sessions.verbs.ts'

const api = apiDoors()
export const sessionApi = api

const states = ['planned', 'held', 'missed', 'called-off', 'struck'] as const

export const SessionJson = z.object({
  id: z.string(), startsAt: z.string(), minutes: z.number().int(), preparationMinutes: z.number().int().nullable(), travelMinutes: z.number().int().nullable(), place: z.string(), state: z.enum(states), cause: z.string().nullable(),
  with: z.string(), writtenAt: z.string(), daysLate: z.number().int(), done: z.string().nullable(), ownWords: z.string().nullable(), homePractice: z.string().nullable(), nextStep: z.string().nullable(),
  differsCause: z.string().nullable(), way: z.string().nullable(),
})

export const WholeSessionJson = SessionJson.extend({
  units: z.array(z.object({ unit: z.string(), name: z.string(), planned: z.boolean(), delivered: z.boolean(), reason: z.string().nullable(), reasonWords: z.string(), before: z.array(z.object({ reason: z.string(), reasonWords: z.string(), until: z.string() })) })),
  onPaper: z.array(z.object({ writtenOn: z.string().nullable(), typedInAt: z.string().nullable(), destroyedAt: z.string().nullable() })),
  notes: z.array(z.object({ id: z.string(), by: z.string(), note: z.string(), writtenAt: z.string(), signedAt: z.string().nullable(), isAddition: z.boolean() })),
})

const MoveJson = z.object({ from: z.string(), to: z.string(), fromPlace: z.string(), cause: z.string(), causeNote: z.string(), by: z.string(), movedAt: z.string() })
const StrikeJson = z.object({ id: z.string(), savedAt: z.string(), struckAt: z.string(), by: z.string() })
const Done = z.object({ done: z.literal(true) })

const Asked = z.object({ before: z.string().datetime().optional() })
const most = 50

api.get('/people/{participantId}/sessions', { does: 'consult', shows: 'session_attendance', about: 'participantId', takes: Asked,
  gives: z.object({ sessions: z.array(SessionJson), struck: z.array(StrikeJson), next: z.string().nullable() }),
  summary: 'Sessions of one person, the latest first, and what was struck because it was about somebody else; the answer\'s "next" is the "before" of the following page.' },
async (work, { before }) => {
  if (!await mayFor(work, 'read', 'session_attendance')) throw refuse('not-found')
  const rows = before ? await sessionsBefore(work, work.about, before as Instant, most) : await lastSessions(work, work.about, most)
  const struck = (await strikesOf(work, work.about)).map((row) => ({ id: row.public_id, savedAt: row.saved_at, struckAt: row.struck_at, by: row.name ?? '' }))
  return { sessions: rows.map((row) => sessionJson(work, row)), struck, next: rows.length === most ? rows.at(-1)?.starts_at ?? null : null }
})

api.get('/people/{participantId}/sessions/{sessionId}', { does: 'consult', shows: 'session_content', about: 'participantId', gives: WholeSessionJson, summary: 'One session, with its units and the notes that the reader may read.' },
  async (work, { sessionId }) => whole(work, sessionId))

api.post('/people/{participantId}/sessions', { does: 'collect', shows: 'session_content', about: 'participantId', takes: RecordSession, gives: WholeSessionJson,
  summary: 'Records a session that one held oneself, or that was missed, with whose cause.' },
async (work, { participantId: _, ...sent }) => asRecorded(work, sent, await recordNew(work, sent)))

api.post('/people/{participantId}/sessions/planned', { does: 'collect', shows: 'session_attendance', about: 'participantId', takes: PlanSession, gives: WholeSessionJson,
  summary: 'Plans a session of one\'s own, with the units of the plan that it is meant for.' },
async (work, { participantId: _, ...sent }) => whole(work, await planSession(work, sent)))

api.post('/people/{participantId}/sessions/{sessionId}/record', { does: 'alter', shows: 'session_content', about: 'participantId', takes: RecordSession, gives: WholeSessionJson,
  summary: 'Records a planned session: held with what was done, or missed with whose cause; for each unit that was planned and not worked on, or the other way round, with its reason under "why".' },
async (work, { participantId: _, sessionId, ...sent }) => whole(work, await recordPlanned(work, sessionId, sent)))

api.post('/people/{participantId}/sessions/{sessionId}/reasons', { does: 'alter', shows: 'session_content', about: 'participantId', takes: CorrectReasons, gives: WholeSessionJson,
  summary: 'Says otherwise why units of a session of one\'s own went another way than planned; what was said before stays under "before".' },
async (work, { sessionId, why }) => {
  await correctReasons(work, sessionId, why)
  return whole(work, sessionId)
})

api.post('/people/{participantId}/sessions/{sessionId}/calling-off', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: CallOff, gives: Done, summary: 'Calls off a session of one\'s own that lies ahead.' },
  async (work, { participantId: _, sessionId, ...why }) => done(callOff(work, sessionId, why)))

api.post('/people/{participantId}/sessions/{sessionId}/moves', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: MoveSession, gives: z.object({ moved: z.number().int() }),
  summary: 'Moves a planned session of one\'s own, with whose cause it was; with "following" those planned together with it that come after it move as far.' },
async (work, { participantId: _, sessionId, ...sent }) => ({ moved: await moveSession(work, sessionId, sent) }))

api.get('/people/{participantId}/sessions/{sessionId}/moves', { does: 'consult', shows: 'session_attendance', about: 'participantId', gives: z.object({ moves: z.array(MoveJson) }),
  summary: 'Where a session lay before it was moved, the latest move first.' },
async (work, { sessionId }) => ({ moves: (await movesOf(work, (await theSession(work, sessionId)).id)).map((move) => ({
  from: move.from_at, to: move.to_at, fromPlace: move.from_place, cause: move.cause, causeNote: move.cause_note, by: move.by ?? '', movedAt: move.moved_at })) }))

api.post('/people/{participantId}/sessions/{sessionId}/note', { does: 'collect', shows: 'session_content', about: 'participantId', takes: WriteNote, gives: Done,
  summary: 'Writes one\'s own note of a session: as a draft that nobody else reads, or signed and fixed.' },
async (work, { participantId: _, sessionId, ...note }) => done(keepNote(work, sessionId, note)))

api.post('/people/{participantId}/sessions/{sessionId}/note/additions', { does: 'collect', shows: 'session_content', about: 'participantId', takes: AddToNote, gives: Done, summary: 'Adds to one\'s own signed note, with the day of today.' },
  async (work, { sessionId, addition }) => done(addToNote(work, sessionId, addition)))

api.post('/people/{participantId}/sessions/{sessionId}/taking-over', { does: 'alter', shows: 'session_attendance', about: 'participantId', takes: TakeOver, gives: z.object({ taken: z.number().int() }),
  summary: 'Takes over a session planned by a colleague in the same role who no longer works with the person; with "following" also those of its series that nobody has.' },
async (work, { sessionId, following }) => ({ taken: await takeOver(work, sessionId, { following }) }))

api.post('/sessions/{sessionId}/striking', { does: 'alter', shows: 'session_content', takes: StrikeSession, gives: z.object({ told: z.number().int(), movedTo: z.string().nullable() }),
  summary: 'Strikes what was saved in the wrong person\'s record, moves it where it belongs if that is named, and tells whoever opened it.' },
async (work, { sessionId, ...strike }) => {
  const { told, movedTo } = await strikeSession(work, sessionId, strike)
  return { told, movedTo: movedTo?.session ?? null }
})

api.post('/set-aside/{noticeId}', { does: 'alter', shows: 'session_attendance', gives: Done, summary: 'Says that one has set aside what was struck after one had opened it.' },
  async (work, { noticeId }) => done(setAside(work, noticeId)))

/** The last sessions of a person, as the interface tells them; for the desk, where rooms meet. */
export async function lastSessionsJson(work: Work, participantId: number, howMany: number): Promise<z.input<typeof SessionJson>[]> {
  return (await lastSessions(work, participantId, howMany)).map((row) => sessionJson(work, row))
}

async function done(verb: Promise<void>): Promise<z.input<typeof Done>> {
  await verb
  return { done: true }
}

export async function whole(work: Work, sessionId: string): Promise<z.input<typeof WholeSessionJson>> {
  const session = await theSession(work, sessionId)
  const [units, before, notes, papers] = await together([unitsOf(work, session.id), reasonsBefore(work, session.id), notesOf(work, session.id), papersOf(work, session.id)])
  return {
    ...sessionJson(work, session), units: units.map(({ unit_id: unit, name, planned, delivered, reason, reason_words: reasonWords }) => ({
      unit, name, planned, delivered, reason, reasonWords, before: before.filter((one) => one.unit_id === unit).map((one) => ({ reason: one.reason, reasonWords: one.reason_words, until: one.corrected_at })) })),
    onPaper: papers.map(({ written_on: writtenOn, transcribed_at: typedInAt, destroyed_at: destroyedAt }) => ({ writtenOn, typedInAt, destroyedAt })),
    notes: notes.map((row) => ({ id: row.public_id, by: row.name ?? '', note: row.note, writtenAt: row.written_at, signedAt: row.signed_at, isAddition: row.adds_to !== null })) }
}

/**
 * The answer to whoever has just recorded a session: they read their own, so it is made of what was written and nothing is asked again. What only the
 * database knows (the names of the units, a token's owner) is read back.
 */
async function asRecorded(work: Work, sent: Recording, recorded: Recorded): Promise<z.input<typeof WholeSessionJson>> {
  if (sent.units?.length || work.actor.tokenId !== undefined) return whole(work, recorded.publicId)
  return { ...sessionJson(work, rowRecorded(work, sent, recorded)), units: [], onPaper: [], notes: noteRecorded(work, sent, recorded.noteId) }
}

function rowRecorded(work: Work, sent: Recording, { publicId, startsAt, role }: Recorded): Told {
  return {
    public_id: publicId, starts_at: startsAt, minutes: sent.minutes, preparation_minutes: sent.preparationMinutes ?? null, travel_minutes: sent.travelMinutes ?? null, place: sent.place, state: sent.state, way: sent.way ?? null, cause: sent.state === 'missed' ? sent.cause ?? null : null,
    with: work.actor.name, recorded_at: work.now, differs_cause: null, ...(sent.state === 'held' && role !== 'circle_coordinator' ? contentRecorded(sent) : noContent) }
}

function contentRecorded(sent: Recording) {
  return { done: sent.done ?? '', own_words: sent.ownWords ?? '', home_practice: sent.homePractice ?? '', next_step: sent.nextStep ?? '' }
}

function noteRecorded(work: Work, { note = '', isDraft }: Recording, id: string | undefined) {
  return id === undefined ? [] : [{ id, by: work.actor.name, note, writtenAt: work.now, signedAt: isDraft ? null : work.now, isAddition: false }]
}

const noContent = { done: null, own_words: null, home_practice: null, next_step: null }

type Told = Pick<SessionRow, 'public_id' | 'starts_at' | 'minutes' | 'preparation_minutes' | 'travel_minutes' | 'place' | 'state' | 'cause' | 'with' | 'recorded_at' | 'done' | 'own_words' | 'home_practice' | 'next_step' | 'differs_cause' | 'way'>

function sessionJson(work: Work, row: Told): z.input<typeof SessionJson> {
  return {
    id: row.public_id, startsAt: row.starts_at, minutes: row.minutes, preparationMinutes: row.preparation_minutes, travelMinutes: row.travel_minutes, place: row.place, state: states.find((one) => one === row.state)!, cause: row.cause, with: row.with ?? '',
    writtenAt: row.recorded_at, daysLate: ['held', 'missed'].includes(row.state) ? daysLate(dayAt(row.starts_at, work.timeZone), dayAt(row.recorded_at, work.timeZone)) : 0,
    done: row.done, ownWords: row.own_words, homePractice: row.home_practice, nextStep: row.next_step, differsCause: row.differs_cause, way: row.way,
  }
}
