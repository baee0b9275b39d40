import { causeName } from '../sessions.glance.tsx'
import type { SessionRow, UnitRow } from '../sessions.queries.ts'
import { t } from '../words.ts'
import { reasonName } from './unit-fields.tsx'

/** What went another way than planned: each unit with its reason. Records from before each unit had one say one cause for the whole. */
export function differencesSaid({ differs_cause: cause, differs_why: why }: Pick<SessionRow, 'differs_cause' | 'differs_why'>, units: readonly UnitRow[]) {
  const lines = units.filter(({ reason }) => reason !== null).map(differenceSaid)
  if (lines.length > 0) return <ul class="plain">{lines.map((line) => <li dir="auto">{line}</li>)}</ul>
  return cause ? [causeName(cause), why].filter(Boolean).join(': ') : ''
}

/** "Relations: planned, not worked on, because a unit before it needs longer. The life line took all of it." */
export function differenceSaid({ name, planned, reason, reason_words: words }: Pick<UnitRow, 'name' | 'planned' | 'reason' | 'reason_words'>): string {
  const line = { unit: name, reason: reasonName(reason) }
  return [planned ? t('session.differs.not-given', line) : t('session.differs.instead', line), words].filter(Boolean).join(' ')
}
