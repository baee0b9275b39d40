import { expect, test } from 'vitest'
import { rooms } from './rooms.ts'
import { treeOf } from './tree.ts'

const readme = '# Plans\n\n## What it is\n\n## Words\n\n## States\n\n## Who may\n\n## From where\n'
const map = '    src/plans/     what will be done\n    src/platform/  no knowledge of the field\n'
const furnished = { 'src/plans/README.md': readme, 'src/plans/index.ts': '', 'src/platform/README.md': readme, 'README.md': map }
const look = async (contents: Record<string, string>) => rooms.look(treeOf(contents))

test('it finds nothing wrong with a furnished room', async () => {
  expect(await look(furnished)).toEqual({ seen: 2, problems: [] })
})

test('it misses the README and the door', async () => {
  expect((await look({ 'src/plans/plan.ts': '', 'README.md': '    src/plans/ what will be done' })).problems).toEqual(['src/plans/README.md is missing', 'src/plans/index.ts is missing: the only file that other rooms may import'])
})

test('it misses a heading', async () => {
  expect((await look({ ...furnished, 'src/plans/README.md': readme.replace('## States\n', '') })).problems.join()).toContain('needs the headings')
})

test('it finds code among the definitions', async () => {
  expect((await look({ 'definitions/programmes/entre.yaml': '', 'definitions/programmes/entre.ts': '' })).problems).toEqual(['definitions/programmes/entre.ts: definitions are data and contain no code'])
})

test('it finds a room that is not on the map, and a place on the map where no room is', async () => {
  expect((await look({ ...furnished, 'README.md': '    src/platform/  no knowledge of the field\n    src/risk/  scores\n' })).problems).toEqual([
    'README.md: the tree lacks src/plans/', 'README.md: the tree names src/risk/, which is not there',
  ])
})
