import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare } from './compare.ts'
import type { Case } from './index.ts'
import { runCase } from './index.ts'

type Stored = Case & { expected: unknown, tolerance: number, note?: string }

const folder = new URL('../references/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^\d\d\w*\.json$/.test(name))

test.each(files)('it agrees with every figure of %s', (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Stored[]
  const results = stored.map((one) => ({ id: one.id, ...compare(one.expected, runCase(one), one) }))

  const compared = results.reduce((sum, one) => sum + one.compared, 0)
  const misses = results.flatMap((one) => one.misses.map((miss) => `${one.id} ${miss.path}: ${String(miss.expected)} stored, ${String(miss.got)} computed`))
  process.stdout.write(`${file}: ${compared - misses.length} of ${compared} figures in ${stored.length} cases\n`)
  expect(misses).toEqual([])
})
