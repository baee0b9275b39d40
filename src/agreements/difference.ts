import type { Instant } from '../platform/day.ts'
import type { Agreement, Review, Version } from './agreement.ts'

/** One clause, beside the version before: still there, new, or left out. */
export type Line = { text: string, change: 'kept' | 'new' | 'left-out' }

/** What differs between two versions, in the order in which a reader meets it. */
export function difference(before: readonly string[], after: readonly string[]): Line[] {
  const kept = sharedInOrder(before, after)
  const lines: Line[] = []
  let [b, a] = [0, 0]
  for (const text of [...kept, undefined]) {
    while (b < before.length && before[b] !== text) lines.push({ text: before[b++]!, change: 'left-out' })
    while (a < after.length && after[a] !== text) lines.push({ text: after[a++]!, change: 'new' })
    if (text !== undefined) lines.push({ text, change: 'kept' })
    b += 1
    a += 1
  }
  return lines
}

export function textsOf(version: Pick<Version, 'clauses'> | undefined): string[] {
  return version?.clauses.map(({ text }) => text) ?? []
}

/** Something that changed an agreement, and the revision that it made. */
export type Change = { revision: number, at: Instant, by: string } & ({ kind: 'version', version: Version } | { kind: 'review', review: Review } | { kind: 'ending' })

/** Everything that was done to an agreement after somebody was shown this revision, oldest first. */
export function changesSince(agreement: Agreement, revision: number): Change[] {
  return changesOf(agreement).filter((change) => change.revision > revision)
}

export function changesOf({ versions, reviews, ended, revision }: Agreement): Change[] {
  const made: Change[] = [
    ...versions.map((version): Change => ({ kind: 'version', version, revision: version.revision, at: version.at, by: version.proposedBy })),
    ...reviews.map((review): Change => ({ kind: 'review', review, revision: review.revision, at: review.at, by: review.recordedBy })),
    ...(ended ? [{ kind: 'ending' as const, revision, at: ended.at, by: ended.by }] : []),
  ]
  return made.toSorted((one, other) => one.revision - other.revision)
}

/** The longest run of clauses that both have in the same order. */
function sharedInOrder(before: readonly string[], after: readonly string[]): string[] {
  let row: string[][] = after.map(() => [])
  for (const text of before) {
    const above = row
    row = []
    after.forEach((other, at) => row.push(text === other ? [...above[at - 1] ?? [], text] : longer(above[at] ?? [], row[at - 1] ?? [])))
  }
  return row.at(-1) ?? []
}

function longer(one: string[], other: string[]): string[] {
  return other.length > one.length ? other : one
}
