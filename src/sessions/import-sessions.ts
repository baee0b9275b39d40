import { sql } from 'kysely'
import type { Standing } from '../platform/import/dry-run.ts'
import { fault } from '../platform/import/fault.ts'
import type { ImportKind } from '../platform/import/import-kind.ts'
import type { Choice } from '../platform/import/importer.ts'
import type { Outcome } from '../platform/import/outcomes.ts'
import { newPublicId } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import { sentence } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mayImportSessions, peopleByNumber, rolesThen, whoHoldsSessions } from './import/import.queries.ts'
import { sameNumber, writtenAs, type Worker } from './import/known-people.ts'
import { fieldNames } from './import/session-fields.ts'
import { printOf, sessionImporter, type SessionPrint, type SessionRow } from './import/session-row.ts'
import { causeName } from './sessions.glance.tsx'

/** Files of sessions, for the pages, the command and the job. Whoever imports them reads no session and no note. */
export const sessionFiles: ImportKind<SessionRow, SessionPrint> = {
  kind: 'sessions', record: 'session_attendance', path: '/sessions/import',
  says: { title: 'session.import.title', sub: 'session.import.sub', confirm: 'session.import.confirm', written: 'session.import.written' },
  after: { href: '/import', says: 'session.import.after' },
  fieldNames,
  async mustImport(work) {
    if (!await mayImportSessions(work)) throw refuse('not-found')
  },
  async importer(work) {
    const people = await peopleByNumber(work, sameNumber)
    const workers = await whoHoldsSessions(work)
    const ids = new Map(workers.map(({ publicId, id }) => [publicId, id]))
    return sessionImporter({ person: (number) => people.get(number), worker: (publicId) => ids.get(publicId) }, choicesOf(workers))
  },
  choiceSaid({ name }, value) {
    if (name === 'way') return sentence(`session-row.way.${value}`)
    if (value === 'held' || value === 'called-off') return sentence(`session-row.outcome.${value}`)
    return sentence('session-row.outcome.missed', { cause: causeName(value) })
  },
  standing,
  waits: 'session-row.worker-waits.wrong',
  write: writeSessions,
}

function choicesOf(workers: Worker[]): Choice[] {
  const ways = writtenAs(workers)
  return workers.map(({ publicId, name }) => ({ value: publicId, synonyms: ways.get(publicId) ?? [], label: name }))
}

/** What is there as the file says it adds nothing; what is there otherwise is named, and stays as it is. After the person said stop no meeting comes in by file, and nothing comes back that was erased. */
async function standing(work: Work, fileId: string, outcomes: Outcome<SessionRow>[]): Promise<Standing> {
  const asked = outcomes.flatMap(({ row, becomes }) => (becomes === null ? [] : [{ place: row, key: printOf(becomes), participant_id: becomes.participantId, starts_at: becomes.startsAt, author_id: becomes.authorId, state: becomes.state, noted: becomes.note !== '' }]))
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ place: number, stands: string }>`select place, stands from sessions_standing(${fileId}, ${JSON.stringify(asked)}::jsonb)`.execute(work.db)
  return new Map(rows.map(({ place, stands }) => [place, stands === 'there' ? 'there' : fault({ field: 'start', column: '', text: '' }, wrongWith[stands] ?? 'session-row.stands-otherwise')]))
}

const wrongWith: Record<string, string> = { stopped: 'session-row.after-a-stop', erased: 'session-row.not-taken' }

type Written = SessionRow & { id: number, public_id: string, key: string }

/** Four statements for a batch. What was done and what was noted go to their own tables, as when a session is recorded by hand. */
async function writeSessions(work: Work, fileId: string, rows: SessionRow[]): Promise<void> {
  const written: Written[] = []
  for (const row of rows) written.push({ ...row, id: await work.newId(), public_id: newPublicId(), key: printOf(row) })
  work.saw(...new Set(rows.map(({ participantId }) => participantId)))
  await sql`insert into sessions (id, public_id, participant_id, author_id, starts_at, minutes, place, state, cause, cause_note, way, recorded_at)
    select id, public_id, "participantId", "authorId", "startsAt", minutes, place, state, cause, "outcomeAsSent", way, ${work.now}
    from jsonb_to_recordset(${JSON.stringify(written.map(({ note: _, done: __, ...row }) => row))}::jsonb) as r(id int, public_id text, "participantId" int, "authorId" int, "startsAt" timestamptz, minutes int, place text, state text, cause text,
      "outcomeAsSent" text, way text)`.execute(work.db)
  await sql`insert into session_keys (key, session_id, file_id) select key, id, ${fileId} from jsonb_to_recordset(${JSON.stringify(written.map(({ key, id }) => ({ key, id })))}::jsonb) as r(key text, id int)`.execute(work.db)
  await writeContents(work, written.filter(({ done, state }) => done !== '' && state === 'held'))
  await writeNotes(work, written.filter(({ note }) => note !== ''))
}

async function writeContents(work: Work, rows: Written[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into session_contents (session_id, participant_id, author_id, done, written_at) select id, "participantId", "authorId", done, ${work.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id int, "participantId" int, "authorId" int, done text)`.execute(work.db)
}

/**
 * A note goes where its writer would have put it: by the role they had for the person on that day. Who had none on paper met the person all
 * the same: then their profession says it, and where they are both, the mentor's note is chosen, which fewer read. Nobody signs for
 * somebody else, so it comes as a draft that its writer finds, reads and signs.
 */
async function writeNotes(work: Work, rows: Written[]): Promise<void> {
  if (rows.length === 0) return
  const roles = await rolesThen(work, rows)
  for (const role of ['mentor', 'facilitator'] as const) {
    const notes: { id: number, public_id: string, session_id: number, participant_id: number, author_id: number, note: string }[] = []
    for (const { id, participantId, authorId, note } of rows) {
      if (roles.get(id) === role) notes.push({ id: await work.newId(), public_id: newPublicId(), session_id: id, participant_id: participantId, author_id: authorId, note })
    }
    if (notes.length > 0) await sql`insert into ${sql.table(`${role}_notes`)} (id, public_id, session_id, participant_id, author_id, note, written_at)
      select id, public_id, session_id, participant_id, author_id, note, ${work.now} from jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as r(id int, public_id text, session_id int, participant_id int, author_id int, note text)`.execute(work.db)
  }
}
