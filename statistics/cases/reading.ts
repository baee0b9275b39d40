/* How a runner reads the fields of a case: the right kind, or an error that names the place. */
import { confidenceLevel, finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'
import type { Fields } from './index.ts'

export function list(from: Fields, key: string, place = 'inputs'): unknown[] {
  const value = from[key]
  if (Array.isArray(value)) return value
  throw wrongInput(`${place}.${key}`, 'a list belongs here')
}

export function number(from: Fields, key: string, otherwise?: number): number {
  if (from[key] === undefined && otherwise !== undefined) return otherwise
  return finite(from[key], `options.${key}`)
}

export function optionalNumber(from: Fields, key: string): number | undefined {
  return from[key] === undefined || from[key] === null ? undefined : finite(from[key], `options.${key}`)
}

export function oneOf<Choice extends string>(from: Fields, key: string, choices: readonly Choice[], otherwise?: Choice): Choice {
  const value = from[key] ?? otherwise
  const choice = choices.find((one) => one === value)
  if (choice !== undefined) return choice
  throw wrongInput(`options.${key}`, `one of ${choices.join(', ')} belongs here`)
}

/** The confidence of the intervals: 0.95 unless told. */
export function confidenceOf(options: Fields): number {
  return confidenceLevel(options.confidence ?? 0.95, 'options.confidence')
}
