import { expect, test } from 'vitest'
import { rooms } from './rooms.ts'
import { treeOf } from './tree.ts'

const readme = '# Plans\n\n## What it is\n\n## Words\n\n## States\n\n## Who may\n\n## From where\n'
const look = async (contents: Record<string, string>) => rooms.look(treeOf(contents))

test('it finds nothing wrong with a furnished room', async () => {
  expect(await look({ 'src/plans/README.md': readme, 'src/plans/index.ts': '', 'src/platform/README.md': readme })).toEqual({ seen: 2, problems: [] })
})

test('it misses the README and the door', async () => {
  expect((await look({ 'src/plans/plan.ts': '' })).problems).toEqual(['src/plans/README.md is missing', 'src/plans/index.ts is missing: the only file that other rooms may import'])
})

test('it misses a heading', async () => {
  expect((await look({ 'src/plans/README.md': readme.replace('## States\n', ''), 'src/plans/index.ts': '' })).problems.join()).toContain('needs the headings')
})

test('it finds code among the definitions', async () => {
  expect((await look({ 'definitions/programmes/entre.yaml': '', 'definitions/programmes/entre.ts': '' })).problems).toEqual(['definitions/programmes/entre.ts: definitions are data and contain no code'])
})
