import type { Right } from '../../src/access/index.ts'
import type { RecordKind } from '../../src/platform/record-kind.ts'
import { settingsOf, type Setting } from '../testing/scopes.ts'

export type Verb = 'read' | 'write'

/** Scopes whose answer does not lie in the record's own rows: figures, the log, an import under way. There the tables show nothing. */
const elsewhere = ['count', 'meta', 'import']

/** What has to be opened to somebody so that a scope holds. */
export function needsOf(scope: string, role: string, kind: Pick<RecordKind, 'ownNeedsNoTeam'>): Setting[] {
  const needs: Record<string, Setting[]> = {
    team: ['assignment'], agreed: ['assignment', 'agreed'], named: ['named'], request: ['request'], emergency: ['emergency'], staff: ['supervision'], unit: ['unit'],
    own: worksByAssignment(role) && !kind.ownNeedsNoTeam ? ['assignment'] : [], mine: [], all: [],
  }
  const found = needs[scope]
  if (!found) throw new Error(`The matrix does not know the scope ${scope}.`)
  return found
}

/** The scopes in which a role may do this to rows of the record. */
export function scopesIn(rights: readonly Right[], { record, role, verb }: { record: string, role: string, verb: Verb }): string[] {
  return rights.filter((right) => right.record === record && right.role === role && right.verb === verb && !elsewhere.includes(right.scope)).map(({ scope }) => scope)
}

/** Everything that could be opened to a role, but for the one thing that each of its scopes rests on. */
export function allBut(scopes: string[], role: string, kind: Pick<RecordKind, 'ownNeedsNoTeam'>): Setting[] {
  const essential: (Setting | undefined)[] = scopes.map((scope) => (scope === 'own' ? undefined : needsOf(scope, role, kind).at(-1)))
  return settingsOf(role).filter((setting) => !essential.includes(setting))
}

/** Only helpers who are assigned to a person write of their own about them; others (a security officer, an observer) by appointment. */
function worksByAssignment(role: string): boolean {
  return !['security', 'observer', 'trainer'].includes(role)
}
