/* Whatever is sent, the answer holds no NaN, no infinite number and no crash: a figure, a reason, or an error that names the place. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isWrongInput } from '../result.ts'
import { storedCases } from '../references/stored-cases.ts'
import type { StoredCase } from '../references/stored-cases.ts'
import { runCase } from './index.ts'

const files = readdirSync(new URL('../references/', import.meta.url)).filter((name) => /^\d\d\w*\.json$/.test(name)).map((name) => name.replace('.json', ''))
const first = [...new Map(files.flatMap((file) => storedCases(file)).reverse().map((one) => [one.method, one])).values()]

test.each(first)('it names the place of a text among the numbers of $method', async (one) => {
  for (const path of numbersIn(one.inputs)) {
    const answer = await outcome(replaced(one, path, 'seven'))
    expect(answer, path.join('.')).toMatchObject({ wrong: expect.stringMatching(/.+: .+/) as string })
  }
})

test.each(first)('it has no crash and shows no number that is none, whatever the numbers of $method are', async (one) => {
  for (const value of [null, 0, 1e300, 1e-300, 1e30, 1e-30, -1, NaN, Infinity]) {
    const all = numbersIn(one.inputs).reduce((changed, path) => replaced(changed, path, value), one)
    expect(strange(await outcome(all)), String(value)).toEqual([])
  }
  expect(strange(await outcome(emptied(one)))).toEqual([])
})

async function outcome(one: StoredCase): Promise<unknown> {
  try {
    return await runCase(one)
  } catch (error) {
    if (isWrongInput(error)) return { wrong: error.message }
    throw error
  }
}

function numbersIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'number') return [path]
  if (typeof value !== 'object' || value === null) return []
  // the first and the last place of a list say enough of it
  const entries = Object.entries(value)
  const some = Array.isArray(value) ? entries.filter((_, i) => i === 0 || i === entries.length - 1) : entries
  return some.flatMap(([key, inner]) => numbersIn(inner, [...path, key]))
}

function replaced(one: StoredCase, path: readonly string[], value: unknown): StoredCase {
  const inputs = structuredClone(one.inputs)
  const owner = path.slice(0, -1).reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, inputs)
  owner[path.at(-1)!] = value
  return { ...one, inputs }
}

function emptied(one: StoredCase): StoredCase {
  return { ...one, inputs: Object.fromEntries(Object.entries(one.inputs).map(([key, value]) => [key, Array.isArray(value) ? [] : value])) }
}

function strange(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => strange(inner, `${path}.${key}`))
}
