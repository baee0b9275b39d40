import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare } from './compare.ts'
import type { Case } from './index.ts'
import { runCase } from './index.ts'
import { faultAt, knownFaults } from './known-faults.ts'

type Stored = Case & { expected: unknown, tolerance: number, note?: string }

const folder = new URL('../references/', import.meta.url)
const files = readdirSync(folder).filter((name) => /^\d\d\w*\.json$/.test(name))

test.each(files)('it agrees with every figure of %s but the known faults', async (file) => {
  const stored = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Stored[]
  const results = await Promise.all(stored.map(async (one) => ({ id: one.id, ...compare(one.expected, await runCase(one), one) })))

  const compared = results.reduce((sum, one) => sum + one.compared, 0)
  const all = results.flatMap((one) => one.misses.map((miss) => ({ ...miss, id: one.id, place: `${one.id} ${miss.path}` })))
  const faults = Object.keys(knownFaults).filter((place) => stored.some((one) => place.startsWith(`${one.id} `)))
  const misses = all.filter((miss) => faultAt(miss.id, miss.path) === undefined).map((miss) => `${miss.place}: ${String(miss.expected)} stored, ${String(miss.got)} computed`)
  process.stdout.write(`${file}: ${compared - all.length} of ${compared} figures in ${stored.length} cases, ${faults.length} known faults\n`)
  expect(misses).toEqual([])
  expect(faults.filter((place) => !all.some((miss) => miss.place === place || `${miss.id} *` === place))).toEqual([])
})
