import { z } from 'zod'
import type { Instant } from '../platform/day.ts'
import { apiDoors } from '../platform/doors/index.ts'
import type { Work } from '../platform/work.ts'
import { RecordSession } from './sessions.input.ts'
import { lastSessions, sessionsBefore, type SessionRow } from './sessions.queries.ts'
import { recordSession, theSession } from './sessions.verbs.ts'

const api = apiDoors()
export const sessionApi = api

export const SessionJson = z.object({
  id: z.string(), startsAt: z.string(), minutes: z.number().int(), place: z.string(), state: z.enum(['planned', 'held', 'missed', 'called-off']), cause: z.string().nullable(),
  with: z.string(), done: z.string().nullable(), ownWords: z.string().nullable(), nextStep: z.string().nullable(),
})

const Asked = z.object({ before: z.string().datetime().optional() })
const most = 50

api.get('/people/{participantId}/sessions', { does: 'consult', shows: 'session_attendance', about: 'participantId', takes: Asked,
  gives: z.object({ sessions: z.array(SessionJson), next: z.string().nullable() }),
  summary: 'Sessions of one person, the latest first; the answer\'s "next" is the "before" of the following page.' },
async (work, { before }) => {
  const rows = before ? await sessionsBefore(work, work.about, before as Instant, most) : await lastSessions(work, work.about, most)
  return { sessions: rows.map(sessionJson), next: rows.length === most ? rows.at(-1)?.starts_at ?? null : null }
})

api.get('/people/{participantId}/sessions/{sessionId}', { does: 'consult', shows: 'session_content', about: 'participantId', gives: SessionJson, summary: 'One session.' },
  async (work, { sessionId }) => sessionJson(await theSession(work, sessionId)))

api.post('/people/{participantId}/sessions', { does: 'collect', shows: 'session_content', about: 'participantId', takes: RecordSession, gives: SessionJson,
  summary: 'Records a session that one held oneself, or that was missed, with whose cause.' },
async (work, { participantId: _, ...sent }) => sessionJson(await theSession(work, await recordSession(work, sent))))

/** The last sessions of a person, as the interface tells them; for the desk, where rooms meet. */
export async function lastSessionsJson(work: Work, participantId: number, howMany: number): Promise<z.input<typeof SessionJson>[]> {
  return (await lastSessions(work, participantId, howMany)).map(sessionJson)
}

function sessionJson(row: SessionRow): z.input<typeof SessionJson> {
  return {
    id: row.public_id, startsAt: row.starts_at, minutes: row.minutes, place: row.place, state: row.state as 'planned' | 'held' | 'missed' | 'called-off', cause: row.cause, with: row.with ?? '',
    done: row.done, ownWords: row.own_words, nextStep: row.next_step,
  }
}
