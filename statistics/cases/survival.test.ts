import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare } from './compare.ts'
import type { Case } from './index.ts'
import { runCase } from './index.ts'

type Stored = Case & { expected: { restrictionTime?: number }, tolerance: number, note?: string }

const stored = JSON.parse(readFileSync(new URL('../references/07_small_sample.json', import.meta.url), 'utf8')) as Stored[]

test.each(stored.filter((one) => one.method === 'kaplan-meier'))('it agrees with every figure of $id when told the limit of time', (one) => {
  const told = { ...one, options: { ...one.options, restrictionTime: one.expected.restrictionTime } }
  expect(compare(one.expected, runCase(told), one).misses).toEqual([])
})
