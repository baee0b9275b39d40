import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare } from '../../../statistics/index.ts'

const project = join(import.meta.dirname, '../../..')

type Stored = { id: string, method: string, inputs: object, options: object, expected: unknown, tolerance: number }
type Answer = { id: unknown, result: Record<string, unknown> }

/** The command as an outsider runs it: a process of its own, cases on standard input. */
function stats(input: string) {
  const { PATH, HOME } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'tools/waymark.cjs'), 'stats'], { input, encoding: 'utf8', env: { PATH, HOME } })
  return { status, stderr, answers: stdout === '' ? [] : JSON.parse(stdout) as Answer[] }
}

test('it gives each stored case of goal attainment its figures, in the order in which they came', () => {
  const stored = JSON.parse(readFileSync(join(project, 'statistics/references/05_goal_attainment.json'), 'utf8')) as Stored[]
  const { status, answers } = stats(JSON.stringify(stored.map(({ id, method, inputs, options }) => ({ id, method, inputs, options }))))
  expect(status).toBe(0)
  expect(answers.map(({ id }) => id)).toEqual(stored.map(({ id }) => id))
  const compared = stored.map((one, place) => compare(one.expected, answers[place]?.result, one))
  expect(compared.flatMap(({ misses }) => misses)).toEqual([])
  expect(compared.reduce((sum, one) => sum + one.compared, 0)).toBeGreaterThan(100)
})

test('it says at its place what is wrong with one case, and answers the others', () => {
  const { status, answers } = stats(JSON.stringify([{ id: 'odd', method: 'no-such-method', inputs: {}, options: {} }, 7]))
  expect(status).toBe(0)
  expect(answers[0]?.result['status']).toContain('not computable: ')
  expect(answers).toHaveLength(2)
})

test('it ends with 2 and a sentence when what it reads is no list', () => {
  expect(stats('{"id": 1}')).toMatchObject({ status: 2, stderr: expect.stringContaining('no list') as string })
  expect(stats('not json')).toMatchObject({ status: 2, stderr: expect.stringContaining('could not be read as JSON') as string })
})
