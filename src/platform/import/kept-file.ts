import { sql } from 'kysely'
import { addMinutes } from '../day.ts'
import { refuse } from '../refusals.ts'
import type { Work } from '../work.ts'
import { fileOfBytes, type ImportFile } from './import-file.ts'
import type { Mapping } from './importer.ts'
import { surveyFile, type Survey } from './survey.ts'

/** A file between upload and confirmation: kept in pieces for a day, its owner's alone. */
export type KeptFile = { id: number, publicId: string, file: ImportFile, survey: Survey, mapping: Mapping | undefined, receipt: Receipt | undefined }

/** What confirming has done: rows written, not taken, and there before. */
export type Receipt = { written: number, leftOut: number, thereBefore: number }

const pieceSize = 512 * 1024
const minutesKept = 24 * 60

/** Takes a file in if it is a table at all; else refuses with what would mend it. Returns its public id. */
export async function keepFile(work: Work, kind: string, name: string, bytes: Uint8Array): Promise<string> {
  const survey = await surveyFile(fileOfBytes(name, bytes))
  const [id, publicId] = [await work.newId(), work.newPublicId()]
  await work.db.insertInto('import_files').values({
    id, public_id: publicId, kind, owner_id: work.actor.id, name: name.slice(0, 200), size: bytes.length, survey: JSON.stringify(survey), sent_at: work.now, expires_at: addMinutes(work.now, minutesKept) }).execute()
  for (let place = 0; place * pieceSize < bytes.length; place += 1) {
    const piece = Buffer.from(bytes.subarray(place * pieceSize, (place + 1) * pieceSize))
    await work.db.insertInto('import_pieces').values({ file_id: id, place, bytes: piece }).execute()
  }
  return publicId
}

export async function keptFile(work: Work, kind: string, publicId: string): Promise<KeptFile> {
  const row = await work.db.selectFrom('import_files').selectAll().where('public_id', '=', publicId).where('kind', '=', kind).where('expires_at', '>', work.now).executeTakeFirst()
  if (!row) throw refuse('not-found')
  const receipt = row.confirmed_at === null ? undefined : { written: row.written ?? 0, leftOut: row.left_out ?? 0, thereBefore: row.there_before ?? 0 }
  return {
    id: row.id, publicId, survey: row.survey as Survey, mapping: (row.mapping ?? undefined) as Mapping | undefined, receipt,
    file: { name: row.name, size: row.size, open: () => piecesOf(work, row.id) },
  }
}

export async function chooseColumns(work: Work, id: number, mapping: Mapping): Promise<void> {
  await work.db.updateTable('import_files').set({ mapping: JSON.stringify(mapping) }).where('id', '=', id).execute()
}

/** The bytes go at once; how many rows were taken stays until the day is over. */
export async function closeFile(work: Work, id: number, receipt: Receipt): Promise<void> {
  await work.db.deleteFrom('import_pieces').where('file_id', '=', id).execute()
  await work.db.updateTable('import_files').set({
    confirmed_at: work.now, survey: '{}', mapping: null, written: receipt.written, left_out: receipt.leftOut, there_before: receipt.thereBefore }).where('id', '=', id).execute()
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

async function* piecesOf(work: Work, fileId: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; ; place += 1) {
    const piece = await work.db.selectFrom('import_pieces').select('bytes').where('file_id', '=', fileId).where('place', '=', place).executeTakeFirst()
    if (!piece) return
    yield piece.bytes
  }
}
