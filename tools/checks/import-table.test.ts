import { expect, test } from 'vitest'
import { circles, importTable, rows } from './import-table.ts'
import { treeOf, type Verdict } from './tree.ts'

async function look(contents: Record<string, string>): Promise<Verdict> {
  return importTable.look(treeOf(contents))
}

test('it lets a room import what the table allows, through the door', async () => {
  const { seen, problems } = await look({
    'src/agreements/agreements.verbs.ts': `import { personNamed } from '../participants/index.ts'; import { addMonths } from '../platform/day.ts'; import { save } from './agreements.queries.ts'`,
    'src/agreements/agreement.ts': `import { addMonths } from '../platform/day.ts'; import { refuse } from './agreements.refusals.ts'`,
    'src/people/people.queries.ts': `import type { Tables } from '../../database/tables.ts'`,
    'src/app/routes.ts': `import { agreementPages } from '../agreements/index.ts'`,
  })
  expect(problems).toEqual([])
  expect(seen).toBe(4)
})

const refused: [string, string, string, string][] = [
  ['a room that the table does not name', 'src/sharing/x.verbs.ts', `import { a } from '../plans/index.ts'`, 'sharing may not import plans'],
  ['a type, which makes knots too', 'src/sharing/x.verbs.ts', `import type { Plan } from '../plans/index.ts'`, 'sharing may not import plans'],
  ['the type of another room in passing', 'src/sharing/x.verbs.ts', `export type P = import('../plans/index.ts').Plan`, 'sharing may not import plans'],
  ['something passed on', 'src/sharing/x.verbs.ts', `export * from '../plans/index.ts'`, 'sharing may not import plans'],
  ['another room past its door', 'src/agreements/x.verbs.ts', `import { a } from '../people/people.queries.ts'`, 'only through its index.ts'],
  ['a room from platform', 'src/platform/work.ts', `import { writeLine } from '../audit/index.ts'`, 'platform may not import audit'],
  ['access from people', 'src/people/people.verbs.ts', `const x = await import('../access/index.ts')`, 'people may not import access'],
  ['a name made up while running', 'src/people/people.verbs.ts', 'const x = await import(`../${name}/index.ts`)', 'must be a plain text'],
  ['anything of ours from statistics', 'statistics/describe/median.ts', `import { day } from '../../src/platform/day.ts'`, 'nothing of ours'],
  ['statistics past their door', 'src/evaluation/report.verbs.ts', `import { tau } from '../../statistics/single-case/tau.ts'`, 'statistics is imported only through'],
  ['the database driver in a room', 'src/people/people.queries.ts', `import { Pool } from 'pg'`, 'pg is used only in'],
  ['the database in a noun file', 'src/agreements/agreement.ts', `import { sql } from 'kysely'`, 'holds rules only'],
  ['queries in a noun file', 'src/agreements/agreement.ts', `import { save } from './agreements.queries.ts'`, 'holds rules only'],
  ['pages from verbs', 'src/agreements/agreements.verbs.ts', `import { page } from './agreements.pages.tsx'`, 'never back'],
  ['a room without a row in the table', 'src/risk/risk.verbs.ts', `import { a } from '../people/index.ts'`, 'not in tools/checks/import-table.json'],
  ['seeds from a room', 'src/people/people.verbs.ts', `import { cast } from '../../database/seeds/cast.ts'`, 'outside src only statistics'],
]

test.each(refused)('it refuses %s', async (_, file, text, sentence) => {
  expect((await look({ [file]: text })).problems.join('\n')).toContain(sentence)
})

test('it takes a part of platform that has a door only through that', async () => {
  const files = { 'src/platform/index.ts': '', 'src/platform/words/index.ts': '', 'src/platform/words/say.ts': '' }
  expect((await look({ ...files, 'src/people/people.verbs.ts': `import type { Work } from '../platform/work.ts'` })).problems).toEqual([])
  expect((await look({ ...files, 'src/people/people.pages.tsx': `import { t } from '../platform/words/index.ts'` })).problems).toEqual([])
  expect((await look({ ...files, 'src/people/people.pages.tsx': `import { say } from '../platform/words/say.ts'` })).problems).toHaveLength(1)
})

test('it has seen nothing where there is nothing', async () => {
  expect((await look({})).seen).toBe(0)
})

test('it finds a circle in the table, and the table has none', () => {
  expect(circles(rows())).toEqual([])
  expect(circles([{ room: 'plans', mayImport: ['sessions'] }, { room: 'sessions', mayImport: ['plans'] }]).join()).toContain('plans, sessions')
})
