import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compare, faultAt } from '../../../statistics/index.ts'

const project = join(import.meta.dirname, '../../..')
const references = join(project, 'statistics/references')

type Stored = { id: string, method: string, inputs: object, options: object, expected: unknown, tolerance: number }
type Answer = { id: unknown, result: Record<string, unknown> }

/** The command as an outsider runs it: a process of its own, cases on standard input. */
function stats(input: string) {
  const { PATH, HOME } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(project, 'tools/waymark.cjs'), 'stats'], { input, encoding: 'utf8', env: { PATH, HOME }, maxBuffer: 64 * 1024 * 1024 })
  return { status, stderr, answers: stdout === '' ? [] : JSON.parse(stdout) as Answer[] }
}

test('it gives every stored case of all files its figures, in the order in which they came', () => {
  const files = readdirSync(references).filter((name) => /^\d\d\w*\.json$/.test(name))
  const stored = files.flatMap((name) => JSON.parse(readFileSync(join(references, name), 'utf8')) as Stored[])
  const { status, answers } = stats(JSON.stringify(stored.map(({ id, method, inputs, options }) => ({ id, method, inputs, options }))))
  expect(status).toBe(0)
  expect(answers.map(({ id }) => id)).toEqual(stored.map(({ id }) => id))

  const compared = stored.map((one, place) => ({ id: one.id, ...compare(one.expected, answers[place]?.result, one) }))
  expect(compared.flatMap(({ id, misses }) => misses.filter(({ path }) => faultAt(id, path) === undefined).map(({ path }) => `${id} ${path}`))).toEqual([])
  expect(stored).toHaveLength(460)
  expect(compared.reduce((sum, one) => sum + one.compared, 0)).toBeGreaterThan(25_000)
}, 60_000)

test('it says at its place what is wrong with one case, and answers the others', () => {
  const { status, answers } = stats(JSON.stringify([{ id: 'odd', method: 'no-such-method', inputs: {}, options: {} }, 7, { id: 'goals', method: 'goal-attainment-scaling-T', inputs: { scores: [0], weights: [1] } }]))
  expect(status).toBe(0)
  expect(answers[0]?.result['status']).toContain('not computable: ')
  expect(answers[2]).toMatchObject({ id: 'goals', result: { T: 50 } })
})

test('it ends with 2 and a sentence when what it reads is no list', () => {
  expect(stats('{"id": 1}')).toMatchObject({ status: 2, stderr: expect.stringContaining('no list') as string })
  expect(stats('not json')).toMatchObject({ status: 2, stderr: expect.stringContaining('could not be read as JSON') as string })
})
