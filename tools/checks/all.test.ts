import { expect, test } from 'vitest'
import { ask, checks } from './all.ts'
import { treeOf, type Check } from './tree.ts'

const aCheck = (look: Check['look']): Check => ({ name: 'plans', asks: 'Are the plans in order?', look })

test('it is content with a check that looked and found nothing', async () => {
  expect(await ask(aCheck(() => ({ seen: 3, problems: [] })), treeOf({}))).toEqual({ passed: true, lines: ['passed  plans: Are the plans in order? (3 looked at)'] })
})

test('it is not content with a check that saw nothing', async () => {
  expect((await ask(aCheck(() => ({ seen: 0, problems: [] })), treeOf({}))).passed).toBe(false)
})

test('it says what was found, and a question does not fail', async () => {
  expect((await ask(aCheck(() => ({ seen: 1, problems: ['plan.ts is late'] })), treeOf({}))).lines.join('\n')).toContain('plan.ts is late')
  expect((await ask(aCheck(() => ({ seen: 1, problems: [], questions: ['plan.ts is long'] })), treeOf({}))).passed).toBe(true)
})

test('it fails a check that could not look', async () => {
  expect((await ask(aCheck(() => { throw new Error('no such file') }), treeOf({}))).lines.join('\n')).toContain('it could not look: no such file')
})

test('every check fails on an empty tree', async () => {
  for (const check of checks) expect((await ask(check, treeOf({}))).passed, check.name).toBe(false)
})
