import { expect, test } from 'vitest'
import { recordKinds } from '../../src/app/records.ts'
import { connectedAs } from '../testing/index.ts'
import { policiesNow, recordsAsked, type PolicyRow } from './policy-text.ts'

// Records of the whole service or of a colleague, not of one person; their rights are told and tested in their room.
const provedInTheirRoom = ['accounts_and_settings', 'evaluation_data', 'staff_record']

// Tables that name a person and are no record of access.yaml: who works with them, what was opened about them, how they sign in.
const noRecord = ['accounts', 'agreed_readings', 'assignments', 'break_glasses', 'named_readings', 'opened_requests']

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  const superuser = await connectedAs('superuser')
  const { rows } = await superuser.query<Row>(sql)
  await superuser.end()
  return rows
}

test('it knows every record that a policy asks about: a new record joins the matrix', async () => {
  const asked = new Set((await ask<PolicyRow>(policiesNow)).flatMap(recordsAsked))
  const known = [...recordKinds().map(({ record }) => record), ...provedInTheirRoom]
  expect([...asked].filter((record) => !known.includes(record)).sort()).toEqual([])
})

test('it knows every table that names a person', async () => {
  const naming = await ask<{ name: string }>(`select distinct c.relname::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'participant_id' and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname = 'public'`)
  const known = [...recordKinds().flatMap(({ tables }) => tables.map(({ name }) => name)), ...noRecord]
  expect(naming.map(({ name }) => name).filter((name) => !known.includes(name)).sort()).toEqual([])
})

test('it lists each table once', () => {
  const names = recordKinds().flatMap(({ tables }) => tables.map(({ name }) => name))
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

test('it proves the rights of each table by questions about its own record', async () => {
  const policies = await ask<PolicyRow>(policiesNow)
  const strange = recordKinds().flatMap(({ record, tables }) => tables.flatMap(({ name }) => policies.filter(({ table }) => table === name).flatMap((policy) =>
    recordsAsked(policy).filter((asked) => asked !== record && !(asked === 'register' && isOfAnImport(policy, record))).map((asked) => `${name}.${policy.policy} asks about ${asked}, not ${record}`))))
  expect(strange).toEqual([])
})

/** While a file is confirmed, whose rows may be written is a question of the importer's units, which the register answers; that it is being confirmed is asked about the record. */
function isOfAnImport({ check }: PolicyRow, record: string): boolean {
  return new RegExp(`is_importing\\('\\w+'(?:::text)?, '${record}'`).test(check ?? '')
}
