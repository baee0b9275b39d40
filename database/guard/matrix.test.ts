import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readAccessFile, rightsIn } from '../../src/access/index.ts'
import { recordKinds } from '../../src/app/records.ts'
import type { RecordKind } from '../../src/platform/record-kind.ts'
import type { Actor } from '../../src/platform/work.ts'
import { asSuperuser } from '../testing/superuser.ts'
import { allBut, needsOf, scopesIn } from './cells.ts'
import { changed, inOtherShapes, inRole, openTo, placed, seen, someone, writableBy, written, type Author, type Person } from './scene.ts'

// Every cell of access.yaml: the one who may, and the nearest who may not. The titles are the file's; so are the rights.
const access = readAccessFile(join(import.meta.dirname, '../../src/access/access.yaml'))
const rights = rightsIn(access)

describe.each(recordKinds().map((kind) => [kind.record, kind] as const))('%s', (record, kind) => {
  const everyTable = kind.tables.map(({ name }) => name)
  const inserted = kind.tables.filter(({ writtenBy }) => writtenBy === undefined)

  for (const role of access.roles) {
    const reads = scopesIn(rights, { record, role, verb: 'read' })
    const writes = scopesIn(rights, { record, role, verb: 'write' })
    const writable = writableBy(role, kind)

    for (const scope of reads) {
      test(`it lets ${role} read, ${scope}; once that has ended, about somebody else, or through a token for other records, nothing`, async () => {
        const [person, another, former] = [await someone(), await someone(), await someone()]
        const actor = await inRole(role, person)
        await openTo(actor, role, { record, person, by: needsOf(scope, role, kind) })
        await openTo(actor, role, { record, person: former, by: needsOf(scope, role, kind), ended: true })
        const rows = await placed(kind, person, authorFor(scope, actor, person))
        const others = await placed(kind, another, stranger(another))
        expect(await seen(actor, rows)).toEqual(everyTable)
        if (scope !== 'all') expect(await seen(actor, others)).toEqual([])
        if (scope !== 'all' && needsOf(scope, role, kind).length > 0) expect(await seen(actor, await placed(kind, former, authorFor(scope, actor, former)))).toEqual([])
        if (scope !== 'all') expect(await seen(actor, rows, another.publicId)).toEqual([])
        expect(await seen({ ...actor, allows: ['nothing:read'] }, rows)).toEqual([])
        for (const forged of inOtherShapes(actor)) expect(await seen(forged, rows)).toEqual([])
      })
    }

    if (!reads.includes('all')) {
      test(`it shows ${role} nothing ${reads.length > 0 ? `but ${reads.join(', ')}` : 'at all'}, whatever else is open to them`, async () => {
        const person = await someone()
        const actor = await inRole(role, role === 'participant' ? await someone() : person)
        await openTo(actor, role, { record, person, by: allBut(reads, role, kind) })
        expect(await seen(actor, await placed(kind, person, stranger(person)))).toEqual([])
      })
    }

    for (const scope of writable.length > 0 ? writes : []) {
      test(`it lets ${role} write, ${scope}; once that has ended, about somebody else, or through a token for other records, nothing`, async () => {
        const [person, another, former] = [await someone(), await someone(), await someone()]
        const actor = await inRole(role, person)
        await openTo(actor, role, { record, person, by: needsOf(scope, role, kind) })
        await openTo(actor, role, { record, person: former, by: needsOf(scope, role, kind), ended: true })
        expect(await written({ ...actor, allows: ['nothing:write'] }, inserted, person)).toEqual([])
        expect(await written(actor, inserted, person)).toEqual(writable.map(({ name }) => name))
        if (scope !== 'all' && needsOf(scope, role, kind).length + Number(scope === 'mine') > 0) expect(await written(actor, inserted, another)).toEqual([])
        if (scope !== 'all' && needsOf(scope, role, kind).length > 0) expect(await written(actor, inserted, former)).toEqual([])
      })
    }

    if (!writes.includes('all')) {
      test(`it lets ${role} write nothing ${writes.length > 0 ? `but ${writes.join(', ')}` : 'at all'}, and change nothing, whatever else is open to them`, async () => {
        const [person, another] = [await someone(), await someone()]
        const actor = await inRole(role, role === 'participant' ? await someone() : person)
        for (const each of [person, another]) await openTo(actor, role, { record, person: each, by: allBut(writes.includes('own') ? [...writes, 'team'] : writes, role, kind) })
        if (!writes.includes('own') || needsOf('own', role, kind).length > 0) expect(await written(actor, inserted, person)).toEqual([])
        expect(await changed(actor, await placed(kind, another, stranger(another)))).toEqual([])
      })
    }
  }
})

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
  expect([await seen(observer, rows), await seen(mentor, rows)]).toEqual([[], []])
})

test('it has a list of what exists', () => {
  expect(recordKinds().length).toBeGreaterThan(5)
  expect(recordKinds().map((kind: RecordKind) => kind.record).filter((record) => !(record in access.records))).toEqual([])
})
