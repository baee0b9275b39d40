/* How a runner tells a result in the shape of references/: a figure, or a text saying why there is none. */
import { cautions } from '../cautions.ts'
import type { Found, NotComputable, Result, TooFew } from '../result.ts'

export type Figure = number | string

export function reasonOf(result: Found | TooFew | NotComputable): string {
  if (result.kind !== 'found') return `not computable: ${result.reason}`
  return `not computable: ${result.cautions.map((code) => cautions[code]).join('; ') || 'no value here'}`
}

/** A part of a result that may be null: the number, or why there is none. */
export function part(result: Found | TooFew | NotComputable, figure: number | null | undefined): Figure {
  return typeof figure === 'number' && Number.isFinite(figure) ? figure : reasonOf(result)
}

/** The four figures of most methods: estimate, standard error, interval. */
export function estimate(result: Result<{ se: number | null }>): Record<string, Figure> {
  if (result.kind !== 'found') return absent(result, ['est', 'se', 'ciLower', 'ciUpper'])
  return {
    est: result.value,
    se: part(result, result.se),
    ...bounds(result),
  }
}

export function bounds(result: Found): { ciLower: Figure, ciUpper: Figure } {
  return { ciLower: part(result, result.interval?.lower), ciUpper: part(result, result.interval?.upper) }
}

/** A figure without a standard error. */
export function only(result: Result): Record<string, Figure> {
  return result.kind === 'found' ? { est: result.value } : absent(result, ['est'])
}

export function absent(result: TooFew | NotComputable, keys: readonly string[]): Record<string, Figure> {
  const reason = reasonOf(result)
  return { status: reason, ...Object.fromEntries(keys.map((key) => [key, reason])) }
}
