import { sql } from 'kysely'
import { addMinutes, dayAt, type Day } from '../day.ts'
import { refuse } from '../refusals.ts'
import type { Work } from '../work.ts'
import { piecesOf, type ImportFile } from './import-file.ts'
import type { Mapping } from './importer.ts'
import { surveyFile, type Survey } from './survey.ts'

/** A file between upload and confirmation: kept in pieces for a day, its owner's alone. */
export type KeptFile = {
  id: number, publicId: string, file: ImportFile, survey: Survey, mapping: Mapping | undefined,
  /** Confirmed and not yet written to its end: under which seal and day, how many of how many rows it has come to, what stopped it. */
  going: Going | undefined,
  receipt: Receipt | undefined,
  /** Rows that wait for somebody to be named; the file is kept for them. */
  waiting: number,
}

export type Going = { seal: string, on: Day, rowDone: number, rows: number, stoppedBy: string | null, soFar: Receipt }

/** What confirming has done: rows written, not taken, and there before. */
export type Receipt = { written: number, leftOut: number, thereBefore: number }

const pieceSize = 256 * 1024
const minutesKept = 24 * 60
const daysWaiting = 30

/** Takes a file in if it is a table at all; else refuses with what would mend it. Returns its public id. */
export async function keepFile(work: Work, kind: string, file: ImportFile): Promise<string> {
  const { id, publicId } = await announceFile(work, kind, file.name, await surveyFile(file))
  let place = 0
  for await (const piece of inPieces(file)) {
    await work.db.insertInto('import_pieces').values({ file_id: id, place, bytes: piece }).execute()
    place += 1
  }
  return publicId
}

/** A file whose bytes stay where they are: a command reads them from disk. */
export async function announceFile(work: Work, kind: string, name: string, survey: Survey): Promise<{ id: number, publicId: string }> {
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto('import_files').values({
    id, public_id: publicId, kind, owner_id: work.actor.id, name: name.slice(0, 200), size: survey.size, survey: JSON.stringify(survey), sent_at: work.now, expires_at: addMinutes(work.now, minutesKept) }).execute()
  return { id, publicId }
}

export async function keptFile(work: Work, kind: string, publicId: string): Promise<KeptFile> {
  const row = await work.db.selectFrom('import_files').selectAll().where('public_id', '=', publicId).where('kind', '=', kind).where('expires_at', '>', work.now).executeTakeFirst()
  if (!row) throw refuse('not-found')
  const soFar = { written: row.written ?? 0, leftOut: row.left_out ?? 0, thereBefore: row.there_before ?? 0 }
  const isGoing = row.confirming_at !== null && row.confirmed_at === null
  return {
    id: row.id, publicId, survey: row.survey as Survey, mapping: (row.mapping ?? undefined) as Mapping | undefined,
    going: isGoing ? { seal: row.seal ?? '', on: dayAt(row.confirming_at!, work.timeZone), rowDone: row.row_done, rows: row.rows, stoppedBy: row.stopped_by, soFar } : undefined,
    receipt: row.confirmed_at === null ? undefined : soFar,
    waiting: row.waiting,
    file: { name: row.name, size: row.size, open: () => keptPiecesOf(work, row.id) },
  }
}

export async function chooseColumns(work: Work, id: number, mapping: Mapping): Promise<void> {
  await work.db.updateTable('import_files').set({ mapping: JSON.stringify(mapping) }).where('id', '=', id).where('confirming_at', 'is', null).execute()
}

/** From here on it is being written, under this seal; a second click finds it begun. Says whether this was the first. */
export async function beginWriting(work: Work, id: number, { mapping, seal }: { mapping: Mapping, seal: string }): Promise<boolean> {
  const begun = await work.db.updateTable('import_files').set({ mapping: JSON.stringify(mapping), seal, confirming_at: work.now, row_done: 0, rows: 0, written: 0, left_out: 0, there_before: 0, waiting: 0 })
    .where('id', '=', id).where('confirming_at', 'is', null).executeTakeFirst()
  return begun.numUpdatedRows === 1n
}

/**
 * The next step of a file being written, alone: whoever comes to it second waits, and is told how far it came meanwhile. In this
 * transaction, and in no other, the scope "import" holds.
 */
export async function takeStep(work: Work, publicId: string): Promise<{ rowDone: number, isOver: boolean }> {
  await sql`select set_config('app.importing', ${publicId}, true)`.execute(work.db)
  const row = await work.db.selectFrom('import_files').select(['row_done', 'confirmed_at']).where('public_id', '=', publicId).where('expires_at', '>', work.now).forUpdate().executeTakeFirst()
  if (!row) throw refuse('not-found')
  return { rowDone: row.row_done, isOver: row.confirmed_at !== null }
}

/** How far it is, with the rows of a step, in the same transaction as these rows. */
export async function markStep(work: Work, publicId: string, { rowDone, rows, done, waiting }: { rowDone: number, rows: number, done: Receipt, waiting: number }): Promise<void> {
  await sql`update import_files set row_done = ${rowDone}, rows = rows + ${rows}, written = written + ${done.written}, left_out = left_out + ${done.leftOut},
    there_before = there_before + ${done.thereBefore}, waiting = waiting + ${waiting}, stopped_by = null where public_id = ${publicId}`.execute(work.db)
}

/** Which refusal a person has to read before it can go on. */
export async function markStopped(work: Work, id: number, code: string): Promise<void> {
  await work.db.updateTable('import_files').set({ stopped_by: code }).where('id', '=', id).execute()
}

/** The bytes go at once; how many rows were taken stays until the day is over. A file of which rows wait stays whole until its day, a month on. */
export async function closeFile(work: Work, id: number): Promise<void> {
  const waits = await work.db.updateTable('import_files').set({ confirmed_at: work.now, expires_at: addMinutes(work.now, daysWaiting * 24 * 60) }).where('id', '=', id).where('waiting', '>', 0)
    .where((is) => is.exists(is.selectFrom('import_pieces').select('place').whereRef('file_id', '=', 'import_files.id'))).executeTakeFirst()
  if (waits.numUpdatedRows === 1n) return
  await work.db.deleteFrom('import_pieces').where('file_id', '=', id).execute()
  await work.db.updateTable('import_files').set({ confirmed_at: work.now, survey: '{}', mapping: null, waiting: 0 }).where('id', '=', id).execute()
}

/** A file of which rows wait is tried anew, with these columns: what was written of it is there, so nothing doubles. A second click finds it on its way. */
export async function takeUpAgain(work: Work, id: number, mapping: Mapping): Promise<void> {
  await work.db.updateTable('import_files').set({ confirmed_at: null, confirming_at: null, seal: null, mapping: JSON.stringify(mapping) })
    .where('id', '=', id).where('waiting', '>', 0).where((is) => is.or([is('confirmed_at', 'is not', null), is('confirming_at', 'is', null)])).execute()
}

/** Nobody will be named any more: the file and its rows go now. */
export async function giveUpWaiting(work: Work, id: number): Promise<void> {
  await work.db.deleteFrom('import_files').where('id', '=', id).where('confirmed_at', 'is not', null).execute()
}

/** The actor's own files of which rows wait, the earliest first. */
export function filesWaiting(work: Work) {
  return work.db.selectFrom('import_files').select(['public_id', 'kind', 'name', 'waiting', 'sent_at', 'expires_at']).where('owner_id', '=', work.actor.id).where('waiting', '>', 0)
    .where('expires_at', '>', work.now).where((is) => is.or([is('confirmed_at', 'is not', null), is('confirming_at', 'is', null)])).orderBy('sent_at').limit(20).execute()
}

/** How the columns of a file with these headings were chosen the last time. */
export async function rememberedMapping(work: Work, kind: string, { fingerprint }: Survey): Promise<Mapping | undefined> {
  const row = await work.db.selectFrom('column_mappings').select('mapping').where('kind', '=', kind).where('fingerprint', '=', fingerprint).executeTakeFirst()
  return row?.mapping as Mapping | undefined
}

export async function rememberMapping(work: Work, kind: string, { fingerprint }: Survey, mapping: Mapping): Promise<void> {
  const id = await work.newId()
  await sql`insert into column_mappings (id, kind, fingerprint, mapping, saved_by, saved_at) values (${id}, ${kind}, ${fingerprint}, ${JSON.stringify(mapping)}::jsonb, ${work.actor.id}, ${work.now})
    on conflict (kind, fingerprint) do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`.execute(work.db)
}

async function* keptPiecesOf(work: Work, fileId: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place += 1) {
    const piece = await work.db.selectFrom('import_pieces').select('bytes').where('file_id', '=', fileId).where('place', '=', place).executeTakeFirst()
    if (!piece) return
    yield* piecesOf(piece.bytes)
  }
}

/** Gathered to pieces of one size, whatever the file is read in. */
async function* inPieces(file: ImportFile): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const piece of file.open()) {
    waiting.push(piece)
    size += piece.length
    if (size < pieceSize) continue
    yield Buffer.concat(waiting)
    waiting = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(waiting)
}
