import { wrongInput } from '../result.ts'

export type Observed = { values: number[], missing: number }

/**
 * Which of these values were really observed?
 *
 * Convention: `null` is a missing value; it is dropped, counted, and the rest close up. Everything else must be a finite number:
 * a text, a NaN or an infinite value is a mistake of the caller and throws, naming its place (places count from 1, as people do).
 */
export function observed(given: readonly unknown[], place: string): Observed {
  if (!Array.isArray(given)) throw wrongInput(place, 'a list of numbers belongs here')

  const values: number[] = []
  for (let i = 0; i < given.length; i++) {
    const value: unknown = given[i]
    if (value !== null) values.push(finite(value, `${place}, place ${i + 1}`))
  }
  return { values, missing: given.length - values.length }
}

/** Nothing that is counted or rated comes near; the high powers of a larger number, or of a smaller fraction, would leave what a computer can hold. */
const LARGEST = 1e30
const SMALLEST = 1e-30

/** Is this one finite number? Hands it back or throws. */
export function finite(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongInput(place, `${nameOf(value)} was given where a finite number belongs`)
  const size = Math.abs(value)
  if (size > LARGEST) throw wrongInput(place, `${value} is too large to compute with`)
  if (size < SMALLEST && size > 0) throw wrongInput(place, `${value} is too small a fraction to compute with`)
  return value
}

/** Is this a number strictly between 0 and 1, as a confidence must be? */
export function confidenceLevel(value: unknown, place = 'confidence'): number {
  const level = finite(value, place)
  if (level > 0 && level < 1) return level
  throw wrongInput(place, `${level} was given where a number between 0 and 1 belongs`)
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return `the text "${value.slice(0, 40)}"`
  if (typeof value === 'number') return String(value)
  return value === undefined ? 'nothing' : `a value of kind ${value === null ? 'null' : typeof value}`
}
