import type { Problem } from './attempt.ts'

export type RefusalKind = {
  /** The HTTP status of the answer. */
  status: 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  /** The key of the sentence in the words of the room. */
  says: string
  /** The field that the sentence is about, if there is one. */
  field?: string
}

export type RefusalList = Readonly<Record<string, RefusalKind>>

const known = new Map<string, RefusalKind>()

/** Lists what a room refuses. The same code in two rooms is a fault of ours, found at start. */
export function refusals<const List extends RefusalList>(list: List): List {
  for (const [code, kind] of Object.entries(list)) {
    const before = known.get(code)
    if (before && before.says !== kind.says) throw new Error(`The refusal ${code} is listed by two rooms.`)
    known.set(code, kind)
  }
  return list
}

/** A refusal is part of the language: something a person asked that cannot be done, and why. */
export type Refusal = Error & { readonly code: string, readonly values: Record<string, string | number>, readonly problems: Problem[] }

/** Makes the refusal to throw. `values` fill its sentence; `field` points elsewhere than the list says. */
export function refuse(code: string, values: Record<string, string | number> = {}, field?: string): Refusal {
  return Object.assign(new Error(code), { code, values, problems: [], ...(field ? { field } : {}) })
}

/** Several things at once are wrong with what was sent; each already says its sentence. */
export function refuseFields(problems: Problem[]): Refusal {
  return Object.assign(new Error('fields'), { code: 'fields', values: {}, problems })
}

export function isRefusal(fault: unknown): fault is Refusal & { field?: string } {
  return fault instanceof Error && 'code' in fault && 'values' in fault && 'problems' in fault
}

/** What was asked for; nothing where it is not there for whoever asks. Any other fault stays one. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (fault) {
    if (isRefusal(fault) && fault.code === 'not-found') return undefined
    throw fault
  }
}

export function refusalKind(code: string): RefusalKind {
  return known.get(code) ?? { status: 422, says: 'refused.fields' }
}
