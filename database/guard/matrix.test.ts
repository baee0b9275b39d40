import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAccessFile, rightsIn } from '../../src/access/index.ts'
import { recordKinds } from '../../src/app/records.ts'
import type { RecordKind, RecordTable } from '../../src/platform/record-kind.ts'
import type { Actor } from '../../src/platform/work.ts'
import { asSuperuser } from '../testing/superuser.ts'
import { allBut, needsOf, scopesIn, type Verb } from './cells.ts'
import { changed, inOtherShapes, inRole, openTo, placed, seen, someone, writableBy, written, type Author, type Person } from './scene.ts'

// Every cell of access.yaml: the one who may, and the nearest who may not. The titles are the file's; so are the rights.
const access = readAccessFile(join(import.meta.dirname, '../../src/access/access.yaml'))
const rights = rightsIn(access)

const kinds = recordKinds().map((kind) => [kind.record, kind] as const)

describe.each(kinds)('%s', (_, kind) => {
  test.each(cellsOf(kind, 'read'))('it lets $role read, $scope; once that has ended, about somebody else, in another hat or through a token for other records, nothing', (cell) => mayRead(kind, cell))
  test.each(othersOf(kind, 'read'))('it shows $role nothing $but, whatever else is open to them', (cell) => mayNotRead(kind, cell))
  test.each(cellsOf(kind, 'write'))('it lets $role write, $scope; once that has ended, about somebody else or through a token for other records, nothing', (cell) => mayWrite(kind, cell))
  test.each(othersOf(kind, 'write'))('it lets $role write nothing $but, and change nothing, whatever else is open to them', (cell) => mayNotWrite(kind, cell))
})

type Cell = { role: string, scope: string }
type Other = { role: string, scopes: string[], but: string }

/** The cells of the file for a record; of those who write, only where its tables take rows from them. */
function cellsOf(kind: RecordKind, verb: Verb): Cell[] {
  const roles = access.roles.filter((role) => verb === 'read' || writableBy(role, kind).length > 0)
  return roles.flatMap((role) => scopesIn(rights, { record: kind.record, role, verb }).map((scope) => ({ role, scope })))
}

/** Every role that may not do everything, with the cases in which it may. */
function othersOf({ record }: RecordKind, verb: Verb): Other[] {
  const all = access.roles.map((role) => ({ role, scopes: scopesIn(rights, { record, role, verb }) })).filter(({ scopes }) => !scopes.includes('all'))
  return all.map((one) => ({ ...one, but: one.scopes.length > 0 ? `but ${one.scopes.join(', ')}` : 'at all' }))
}

async function mayRead(kind: RecordKind, { role, scope }: Cell): Promise<void> {
  const { person, another, actor, ends, former } = await opened(kind, { role, scope })
  const readerId = actor.kind === 'colleague' ? actor.id : undefined
  const rows = await placed(kind, person, authorFor(scope, actor, person), { readerId, aboutId: scope === 'mine' ? readerId : undefined })
  expect(await seen(actor, rows)).toEqual(kind.tables.map(({ name }) => name))
  expect(await seen({ ...actor, allows: ['nothing:read'] }, rows)).toEqual([])
  for (const forged of inOtherShapes(actor)) expect(await seen(forged, rows)).toEqual([])
  if (scope === 'all') return
  expect(await seen(actor, await placed(kind, another, stranger(another), { readerId }))).toEqual([])
  expect(await seen(actor, rows, another.publicId)).toEqual([])
  if (ends) expect(await seen(actor, await placed(kind, former, authorFor(scope, actor, former), { readerId }))).toEqual([])
}

async function mayNotRead(kind: RecordKind, { role, scopes }: Other): Promise<void> {
  const [person, shared] = [await someone(), await someone()]
  const actor = await inRole(role, role === 'participant' ? await someone() : person)
  await openTo(actor, role, { record: kind.record, person, by: allBut(scopes, role, kind) })
  expect(await seen(actor, await placed(kind, person, stranger(person)))).toEqual([])
  // What somebody agreed to share is for those who work with them: the agreement by itself opens nothing.
  await openTo(actor, role, { record: kind.record, person: shared, by: ['agreed'] })
  expect(await seen(actor, await placed(kind, shared, stranger(shared)))).toEqual([])
}

async function mayWrite(kind: RecordKind, { role, scope }: Cell): Promise<void> {
  const { person, another, actor, ends, former } = await opened(kind, { role, scope })
  const about = aboutOneself(kind, role, actor)
  expect(await written({ ...actor, allows: ['nothing:write'] }, inserted(kind), person, about)).toEqual([])
  const rows = inserted(kind).map((table) => scope === 'own' && table.ownRow ? { ...table, row: table.ownRow } : table)
  expect(await written(actor, rows, person, about)).toEqual(writableBy(role, kind).map(({ name }) => name))
  if (ends || scope === 'mine') expect(await written(actor, inserted(kind), another, about)).toEqual([])
  if (ends) expect(await written(actor, inserted(kind), former, about)).toEqual([])
}

/** A colleague who reads what is about themselves writes about themselves. */
function aboutOneself({ record }: RecordKind, role: string, actor: Actor): number | undefined {
  return actor.kind === 'colleague' && scopesIn(rights, { record, role, verb: 'read' }).includes('mine') ? actor.id : undefined
}

async function mayNotWrite(kind: RecordKind, { role, scopes }: Other): Promise<void> {
  const [person, another] = [await someone(), await someone()]
  const actor = await inRole(role, role === 'participant' ? await someone() : person)
  const by = allBut(scopes.includes('own') ? [...scopes, 'team'] : scopes, role, kind)
  for (const each of [person, another]) await openTo(actor, role, { record: kind.record, person: each, by })
  const writesWithoutTeam = scopes.includes('own') && needsOf('own', role, kind).length === 0
  if (!writesWithoutTeam) expect(await written(actor, inserted(kind), person, aboutOneself(kind, role, actor))).toEqual([])
  expect(await changed(actor, await placed(kind, another, stranger(another)))).toEqual([])
}

/** Somebody in a role, to whom one person is open in a scope, another never was, and a third no longer is. */
async function opened(kind: RecordKind, { role, scope }: Cell) {
  const [person, another, former] = [await someone(), await someone(), await someone()]
  const actor = await inRole(role, person)
  const by = needsOf(scope, role, kind)
  await openTo(actor, role, { record: kind.record, person, by })
  await openTo(actor, role, { record: kind.record, person: former, by, ended: true })
  return { person, another, former, actor, ends: scope !== 'all' && by.length > 0 }
}

function inserted(kind: RecordKind): RecordTable[] {
  return kind.tables.filter(({ writtenBy }) => writtenBy === undefined)
}

/** Who wrote the row that a scope is about: oneself, the person, or the worker whom one supervises. */
function authorFor(scope: string, actor: Actor, person: Person): Author {
  if (scope === 'own') return { kind: 'colleague', id: actor.id }
  return stranger(person)
}

function stranger(person: Person): Author {
  return { kind: 'colleague', id: person.workerId }
}

test('it would notice a policy that opens too much, or one that went missing', async () => {
  const person = await someone()
  const [observer, mentor] = [await inRole('observer', person), await inRole('mentor', person)]
  await openTo(mentor, 'mentor', { record: 'release', person, by: ['assignment'] })
  const rows = await placed(recordKinds().find(({ record }) => record === 'release')!, person, stranger(person))
  const superuser = await asSuperuser()
  await superuser.query('create policy too_much on releases for select to waymark_test_casework using (true)')
  expect(await seen(observer, rows)).toEqual(['releases'])
  await superuser.query('drop policy too_much on releases; drop policy release_read_team on releases')
  // What the person said of their release, and that its conditions were looked at again, are tables of their own, with policies of their own.
  expect([await seen(observer, rows), await seen(mentor, rows)]).toEqual([[], ['release_answers', 'restriction_reviews']])
})

test('it has a list of what exists', () => {
  expect(recordKinds().length).toBeGreaterThan(5)
  expect(recordKinds().map((kind: RecordKind) => kind.record).filter((record) => !(record in access.records))).toEqual([])
})
