/*
 * What every method of this library hands back.
 *
 * A bare number is not a result: it hides how many values it rests on, what was missing and how far it can be trusted.
 * Hence three answers, told apart by `kind`:
 *   found           a value with everything needed to read it
 *   too-few         not enough values; `needed` says how many there must be
 *   not-computable  enough values, but the question has no answer for them (all equal, a goal already met before the start)
 * Wrong input (a text, an infinite value, a probability of 1.2) is no answer at all: it throws, see `wrongInput`.
 */
import type { Caution } from './cautions.ts'

export type Interval = {
  lower: number
  upper: number
  confidence: number
  method: string
}

export type Found = {
  kind: 'found'
  value: number
  /** how many values (or persons, or pairs: the method says which) the result rests on */
  n: number
  missing: number
  /** the name and variant of the method, as a report would print it */
  method: string
  exact: boolean
  interval: Interval | null
  cautions: Caution[]
}

export type TooFew = {
  kind: 'too-few'
  method: string
  n: number
  missing: number
  needed: number
  reason: string
}

export type NotComputable = {
  kind: 'not-computable'
  method: string
  n: number
  missing: number
  reason: string
}

/** `Extra` are the further figures of a method, for example `{ se: number | null }`; `null` means that figure has no value here, and a caution says why. */
export type Result<Extra = unknown> = (Found & Extra) | TooFew | NotComputable

/** The least every method must tell; the rest of `Found` has an honest default: exact, nothing missing, no interval, no caution. */
export type Told = Pick<Found, 'value' | 'n' | 'method'> & Partial<Found>

export function found<Extra extends object>(told: Told & Extra): Found & Extra {
  refuseNonNumber(told.value, told.method)
  return { kind: 'found', missing: 0, exact: true, interval: null, cautions: [], ...told } as Found & Extra
}

export function tooFew(told: Omit<TooFew, 'kind' | 'reason' | 'missing'> & { missing?: number, of?: string }): TooFew {
  const { of = 'values', missing = 0, ...rest } = told
  return { kind: 'too-few', missing, ...rest, reason: `${told.n} ${of} where at least ${told.needed} are needed` }
}

export function notComputable(told: Omit<NotComputable, 'kind' | 'missing'> & { missing?: number }): NotComputable {
  return { kind: 'not-computable', missing: 0, ...told }
}

/** An error whose sentence names the place, for the person who sent the input: "inputs.A, place 3: a text was given where a number belongs". */
export function wrongInput(place: string, problem: string): Error {
  return Object.assign(new Error(`${place}: ${problem}`), { name: 'WrongInput', place })
}

export function isWrongInput(error: unknown): error is Error & { place: string } {
  return error instanceof Error && error.name === 'WrongInput'
}

// A value that is no number would travel silently into a report; here it is still near the method that made it.
function refuseNonNumber(value: number, method: string): void {
  if (!Number.isFinite(value)) throw new Error(`${method} made a value that is not a finite number: answer tooFew or notComputable instead`)
}
