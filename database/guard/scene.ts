import { sql } from 'kysely'
import { newPublicId } from '../../src/platform/open-work.ts'
import type { Given, RecordKind, RecordTable } from '../../src/platform/record-kind.ts'
import { shapes, type Actor, type Shape } from '../../src/platform/work.ts'
import { cast, type First } from '../seeds/cast.ts'
import { act, colleague, testMoment } from '../testing/index.ts'
import { aBarePerson, aColleague, mentors, openBy, type BarePerson, type Setting } from '../testing/scopes.ts'
import { freshId, put } from '../testing/superuser.ts'

export type Person = BarePerson & { workerId: number }
export type Author = Given['author']
export type Placed = { table: RecordTable, key: number }

/** Somebody with a mentor, to whom nothing of anybody else's is open. */
export async function someone(): Promise<Person> {
  const [person, workerId] = [await aBarePerson(), await aColleague()]
  await mentors(workerId, person)
  return { ...person, workerId }
}

/** The one of the cast in this role. A machine and the person have no account of the house. */
export async function inRole(role: string, person: Person): Promise<Actor> {
  if (role === 'participant') return { kind: 'participant', id: person.id, shape: 'person', name: 'participant', roles: ['participant'], language: 'en' }
  if (role === 'machine') return { kind: 'machine', id: 0, shape: 'machine', name: 'caretaker', roles: [], language: 'en' }
  return colleague(castAs(role))
}

export function castAs(role: string): First {
  return cast.find((member) => member.role === role)!.first
}

export async function openTo(actor: Actor, role: string, what: { record: string, person: Person, by: Setting[], ended?: boolean }): Promise<void> {
  if (actor.kind !== 'colleague') return
  for (const setting of what.by) await openBy(setting, { colleagueId: actor.id, role, record: what.record, person: what.person, workerId: what.person.workerId }, what.ended)
}

/** Writes one row into each table of a record, past every policy; open by name to one reader and about one colleague, where the rows say so. */
export async function placed(kind: RecordKind, person: Person, author: Author, { readerId = person.workerId, aboutId = person.workerId }: { readerId?: number | undefined, aboutId?: number | undefined } = {}): Promise<Placed[]> {
  const all: Placed[] = []
  for (const table of kind.tables) {
    const given = { ...await givenOf(person, author), readerId, aboutId }
    for (const before of table.after?.(given) ?? []) await put(before.table, before.row, { unlessThere: true })
    await put(table.name, table.row(given))
    all.push({ table, key: table.key === 'participant_id' ? person.id : given.id })
  }
  return all
}

/** The names of the tables of which this actor sees the row. A table that they may not touch at all shows nothing. */
export async function seen(actor: Actor, rows: Placed[], about?: string): Promise<string[]> {
  const names: string[] = []
  for (const { table, key } of rows) {
    const found = await unlessForbidden(() => act(actor, async (work) => {
      const { rows: found } = await sql`select 1 from ${sql.table(table.name)} where ${sql.ref(table.key ?? 'id')} = ${key}`.execute(work.db)
      return found.length
    }, about === undefined ? {} : { about }))
    if (found) names.push(table.name)
  }
  return names
}

/** The tables of a record into which a role writes rows of its own. */
export function writableBy(role: string, kind: RecordKind): RecordTable[] {
  return kind.tables.filter(({ writtenBy, notBy }) => writtenBy === undefined && !notBy?.includes(role))
}

/** The names of the tables into which this actor could write a row about the person, of their own making. */
export async function written(actor: Actor, tables: RecordTable[], person: Person, aboutId = person.workerId): Promise<string[]> {
  const names: string[] = []
  for (const table of tables) {
    const given = { ...await givenOf(person, { kind: actor.kind === 'participant' ? 'participant' : 'colleague', id: actor.id || person.workerId }), aboutId }
    for (const before of table.after?.(given) ?? []) await put(before.table, before.row, { unlessThere: true })
    const row = Object.entries(table.row(given))
    const done = await unlessForbidden(() => act(actor, async (work) => {
      await sql`insert into ${sql.table(table.name)} (${sql.join(row.map(([name]) => sql.ref(name)))}) values (${sql.join(row.map(([, value]) => value))})`.execute(work.db)
      return true
    }, {}))
    if (done) names.push(table.name)
  }
  return names
}

/** The names of the tables of which this actor could change or delete the row. */
export async function changed(actor: Actor, rows: Placed[]): Promise<string[]> {
  const names: string[] = []
  for (const { table, key } of rows) {
    const row = sql.ref(table.key ?? 'id')
    for (const statement of [sql`update ${sql.table(table.name)} set ${row} = ${key} where ${row} = ${key}`, sql`delete from ${sql.table(table.name)} where ${row} = ${key}`]) {
      const touched = await unlessForbidden(() => act(actor, async (work) => (await statement.execute(work.db)).numAffectedRows ?? 0n, {}))
      if (touched) names.push(table.name)
    }
  }
  return names
}

/** The same actor in every other shape, as a forged sign-in would have it. */
export function inOtherShapes(actor: Actor): Actor[] {
  return shapes.filter((shape: Shape) => shape !== actor.shape).map((shape) => ({ ...actor, shape }))
}

async function givenOf(person: Person, author: Author): Promise<Given> {
  return { id: await freshId(), publicId: newPublicId(), participantId: person.id, unitId: person.unitId, someId: person.workerId, readerId: person.workerId, aboutId: person.workerId, author, now: testMoment, today: '2026-11-23' as Given['today'] }
}

/** Forbidden is an answer here; any other fault of the database is a fault of the test. */
async function unlessForbidden<T>(run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run()
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === '42501') return undefined
    throw fault
  }
}
