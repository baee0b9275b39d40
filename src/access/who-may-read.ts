import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { say } from '../platform/words/index.ts'
import { roleName } from './roles.ts'
import { t } from './words.ts'

/** What limits somebody's reading; the other scopes reach the whole of the record. */
const limits = { own: 'access.scope.own', agreed: 'access.scope.agreed', staff: 'access.scope.staff', named: 'access.scope.named', emergency: 'access.scope.emergency', request: 'access.scope.request' } as const

/** Somebody who may read a record of one person today. The name is missing where the reader may know the role alone. */
export type Reader = { record: string, scope: string, role: string, name: string | undefined, until: Instant | undefined }

/** Who may read a record of the person that this work is about (of oneself, for a participant), computed from the rights that the database asks. */
export async function whoMayRead(work: Work, record?: string): Promise<Reader[]> {
  const { rows } = await sql<{ record: string, scope: string, role: string, name: string | null, until_at: Instant | null }>`
    select record, scope, role, name, until_at from readers_of(${record ?? null}) order by record, name nulls last, role`.execute(work.db)
  return widest(rows.map(({ until_at, name, ...row }) => ({ ...row, name: name ?? undefined, until: until_at ?? undefined })))
}

/** Each reader of a record once: somebody who reads all of it needs no second line about a part. */
function widest(readers: Reader[]): Reader[] {
  const kept = new Map<string, Reader>()
  for (const one of readers) {
    const key = `${one.record} ${one.role} ${one.name ?? ''}`
    const before = kept.get(key)
    if (!before || (before.scope in limits && !(one.scope in limits))) kept.set(key, one)
  }
  return [...kept.values()]
}

/** "Kai Nyberg (programme coordinator), Mia Juhl (mentor, what they wrote themselves)": for the words "Who can read this". */
export function sayReaders(readers: readonly Reader[]): string {
  return say.list(readers.map(sayReader))
}

/** One reader: name or role, and what limits their reading. */
export function sayReader({ name, role, scope }: Reader): string {
  const limit = scope in limits ? `, ${t(limits[scope as keyof typeof limits])}` : ''
  return name === undefined ? `${roleName(role)}${limit === '' ? '' : ` (${limit.slice(2)})`}` : `${name} (${roleName(role)}${limit})`
}
