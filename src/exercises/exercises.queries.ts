import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { isMap, type Entry, type Tool } from './exercise.ts'

export type Sheet = {
  id: number, public_id: string, participant_id: number, author_id: number, author: string | null, kind: Tool, unit_id: string | null, programme: string, version: number, about_the_offence: boolean
  made_on: Day, written_at: Instant, revision: number, struck_at: Instant | null
}
export type ShownEntry = Omit<Entry, 'on'> & { position: number, on: Day | null }

/** Every sheet of a person that the reader may read, the latest first; the map of belonging among them for those who may read it. */
export async function sheetsOf(work: Work, participantId: number): Promise<Sheet[]> {
  const { rows } = await sql<Sheet>`select e.id, e.public_id, e.participant_id, e.author_id, c.name as author, e.kind, e.unit_id, e.programme, e.version, e.about_the_offence, e.made_on, e.written_at, e.revision, e.struck_at
    from (select * from exercises union all select * from identity_maps) e left join colleagues c on c.id = e.author_id
    where e.participant_id = ${participantId} order by e.made_on desc, e.written_at desc, e.id desc limit 200`.execute(work.db)
  return rows
}

export async function sheetByPublicId(work: Work, publicId: string): Promise<Sheet | undefined> {
  const { rows } = await sql<Sheet>`select e.id, e.public_id, e.participant_id, e.author_id, c.name as author, e.kind, e.unit_id, e.programme, e.version, e.about_the_offence, e.made_on, e.written_at, e.revision, e.struck_at
    from (select * from exercises union all select * from identity_maps) e left join colleagues c on c.id = e.author_id where e.public_id = ${publicId}`.execute(work.db)
  return rows[0]
}

/** What stands on a sheet as it was saved last. */
export async function entriesOn(work: Work, sheet: Pick<Sheet, 'id' | 'kind' | 'revision'>): Promise<ShownEntry[]> {
  const rows = await work.db.selectFrom(entryTable(sheet.kind)).select(['participant_id', 'part', 'position', 'words', 'at_when as when', 'weight', 'on_day as on', 'outcome'])
    .where('exercise_id', '=', sheet.id).where('revision', '=', sheet.revision).orderBy('position').execute()
  return rows
}

export function sheetTable(tool: Tool): 'exercises' | 'identity_maps' {
  return isMap(tool) ? 'identity_maps' : 'exercises'
}

export function entryTable(tool: Tool): 'exercise_entries' | 'identity_map_labels' {
  return isMap(tool) ? 'identity_map_labels' : 'exercise_entries'
}

type Written = { id: number, tool: Tool, revision: number, entries: readonly Entry[] }

export async function addEntries(work: Work, { id, tool, revision, entries }: Written): Promise<void> {
  const rows = []
  for (const [position, { part, words, when, weight, on, outcome }] of entries.entries()) {
    rows.push({ id: await work.newId(), exercise_id: id, participant_id: work.about, author_id: work.actor.id, revision, part, position, words, at_when: when, weight, on_day: on as Day | null, outcome })
  }
  await work.db.insertInto(entryTable(tool)).values(rows).execute()
}
