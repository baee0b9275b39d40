import { expect, test } from 'vitest'
import { migrations } from './migrations.ts'
import { treeOf } from './tree.ts'

const top = '-- Refusals are kept, so that a person can ask why nothing was told.\n-- Undo: drop table refusals.\ncreate table refusals ();\n'
const look = async (contents: Record<string, string>) => (await migrations.look(treeOf(contents))).problems
const at = (name: string): string => `database/migrations/${name}.sql`

test('it finds nothing wrong with sentences in a row', async () => {
  expect(await look({ [at('0001-people-begin-table')]: top, [at('0002-sharing-record-refusals')]: top })).toEqual([])
})

test('it finds a gap and a number given twice', async () => {
  expect(await look({ [at('0001-people-begin-table')]: top, [at('0003-sharing-record-refusals')]: top })).toHaveLength(1)
  expect(await look({ [at('0001-people-begin-table')]: top, [at('0001-sharing-record-refusals')]: top })).toHaveLength(1)
})

test('it refuses a name that says nothing, or no room', async () => {
  expect(await look({ [at('0001-people')]: top })).toHaveLength(1)
  expect(await look({ [at('0001-risk-add-score-column')]: top })).toEqual([`${at('0001-risk-add-score-column')}: risk is no room`])
})

test('it misses the reason and the way back', async () => {
  expect(await look({ [at('0001-people-begin-table')]: 'create table people ();' })).toHaveLength(1)
  expect(await look({ [at('0001-people-begin-table')]: '-- People are needed.\ncreate table people ();' })).toHaveLength(1)
})
