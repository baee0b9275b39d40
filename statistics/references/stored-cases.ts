/* For tests: the stored cases of one method, and their figures by path. */
import { readFileSync } from 'node:fs'

export type StoredCase = { id: string, method: string, inputs: Record<string, unknown>, options: Record<string, unknown>, expected: Record<string, unknown>, tolerance: number }

export function storedCases(file: string, method?: string): StoredCase[] {
  const all = JSON.parse(readFileSync(new URL(`./${file}.json`, import.meta.url), 'utf8')) as StoredCase[]
  return method === undefined ? all : all.filter((one) => one.method === method)
}

/** The figure at a path such as 'NAP.est'; a text where the stored answer is a state, undefined where there is none. */
export function storedFigure(one: StoredCase, path: string): number | string | undefined {
  const leaf = path.split('.').reduce<unknown>((at, key) => typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined, one.expected)
  return typeof leaf === 'number' || typeof leaf === 'string' ? leaf : undefined
}

/** Is our figure within 1e-8 of the stored one (relative above 1), or nothing where the stored one is no number? */
export function agreesWithStored(ours: number | null | undefined, stored: number | string | undefined): boolean {
  if (typeof stored !== 'number') return typeof ours !== 'number'
  return typeof ours === 'number' && Math.abs(ours - stored) <= 1e-7 * Math.max(1, Math.abs(stored))
}
