import { sql } from 'kysely'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAccessFile, rightsIn } from '../../src/access/index.ts'
import { recordKinds } from '../../src/app/records.ts'
import { addMinutes, type Instant } from '../../src/platform/day.ts'
import type { Given, RecordKind, RecordTable } from '../../src/platform/record-kind.ts'
import { act, testMoment } from '../testing/index.ts'
import { needsOf, scopesIn } from './cells.ts'
import { inRole, openTo, placed, someone, writableBy, written } from './scene.ts'

// When something was written down tells which answer is the last, what came before a stop and how late it was: whoever reached the database past the verbs dates it neither back nor ahead.
const access = readAccessFile(join(import.meta.dirname, '../../src/access/access.yaml'))
const rights = rightsIn(access)

// Of these moments somebody says themselves when they were: the meeting, what happened, whom they told, and until when something holds.
const saidByTheWriter = ['starts_at', 'happened_at', 'handed_at', 'told_at', 'from_at', 'to_at', 'until_at', 'expires_at', 'since_at', 'begins_at', 'back_by']

const dated = recordKinds().flatMap((kind) => kind.tables.filter(({ writtenBy }) => writtenBy === undefined).flatMap((table) => {
  const column = momentOf(table)
  const writer = column && writerOf(kind, table)
  return column && writer ? [{ kind, table, column, ...writer, name: table.name, role: writer.role }] : []
}))

test('it finds what is dated', () => {
  expect(dated.length).toBeGreaterThan(40)
})

test.each(dated)('$name: it takes no row of a $role with another moment as $column, earlier or later', async ({ kind, table, column, role, scope }) => {
  const person = await someone()
  const actor = await inRole(role, person)
  await openTo(actor, role, { record: kind.record, person, by: needsOf(scope, role, kind) })
  const about = actor.kind === 'colleague' && scopesIn(rights, { record: kind.record, role, verb: 'read' }).includes('mine') ? actor.id : undefined
  for (const minutes of [-60, 60]) expect(await written(actor, [{ ...table, row: (given) => ({ ...table.row(given), [column]: addMinutes(given.now, minutes) }) }], person, about)).toEqual([])
  expect(await written(actor, [table], person, about)).toEqual([table.name])
})

// What ends, closes or takes back a row of somebody's own, once and in its moment.
const ends = { plan_adaptations: 'ended_at', plan_strands: 'ended_at', plan_people: 'ended_at', plan_aims: 'dropped_at', plan_stages: 'taken_back_at', measures: 'taken_back_at', interpreter_refusals: 'taken_back_at' } as const

test.each(Object.entries(ends))('%s: %s is said once, in its moment, and never taken away again', async (name, column) => {
  const { kind, table, role, scope } = dated.find((one) => one.name === name)!
  const person = await someone()
  const actor = await inRole(role, person)
  await openTo(actor, role, { record: kind.record, person, by: needsOf(scope, role, kind) })
  const [row] = await placed({ ...kind, tables: [table] }, person, { kind: 'colleague', id: actor.id })
  const say = (at: Instant | null) => act(actor, async (work) => (await sql`update ${sql.table(name)} set ${sql.ref(column)} = ${at} where id = ${row!.key}`.execute(work.db)).numAffectedRows, {})
  for (const minutes of [-60, 60]) await expect(say(addMinutes(testMoment, minutes))).rejects.toThrow('row-level security')
  expect([await say(testMoment), await say(null), await say(testMoment)]).toEqual([1n, 0n, 0n])
})

/** The column that says when a row was written. */
function momentOf(table: RecordTable): string | undefined {
  const given: Given = { id: 1, publicId: 'x', participantId: 1, unitId: 1, someId: 1, aboutId: 1, readerId: 1, author: { kind: 'colleague', id: 1 }, now: testMoment, today: '2026-11-23' as Given['today'] }
  return Object.entries(table.row(given)).find(([name, value]) => name.endsWith('_at') && value === testMoment && !saidByTheWriter.includes(name))?.[0]
}

/** Somebody who writes such rows. */
function writerOf(kind: RecordKind, table: RecordTable): { role: string, scope: string } | undefined {
  return access.roles.flatMap((role) => (writableBy(role, kind).includes(table) ? scopesIn(rights, { record: kind.record, role, verb: 'write' }).map((scope) => ({ role, scope })) : []))[0]
}
