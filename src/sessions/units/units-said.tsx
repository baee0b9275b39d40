import { say } from '../../platform/words/index.ts'
import { causeName } from '../sessions.glance.tsx'
import type { SessionRow, UnitRow } from '../sessions.queries.ts'
import { t } from '../words.ts'
import { reasonName } from './unit-fields.tsx'
import type { ReasonBefore } from './units.queries.ts'

/** What went another way than planned: each unit with its reason, and below it what was said of it before it was corrected. Records from before each unit had one say one cause for the whole. */
export function differencesSaid({ differs_cause: cause, differs_why: why }: Pick<SessionRow, 'differs_cause' | 'differs_why'>, units: readonly UnitRow[], before: readonly ReasonBefore[]) {
  const reasoned = units.filter(({ reason }) => reason !== null)
  if (reasoned.length > 0) return <ul class="plain">{reasoned.map((unit) => <li dir="auto">{differenceSaid(unit)}
    {before.filter(({ unit_id: id }) => id === unit.unit_id).map((one) => <><br /><span class="muted">{beforeSaid(one)}</span></>)}</li>)}</ul>
  return cause ? [causeName(cause), why].filter(Boolean).join(': ') : ''
}

function beforeSaid({ reason, reason_words: words, corrected_at: at }: ReasonBefore): string {
  return [t('session.differs.before', { when: say.moment(at), reason: reasonName(reason) }), words].filter(Boolean).join(' ')
}

/** "Relations: planned, not worked on, because a unit before it needs longer. The life line took all of it." */
export function differenceSaid({ name, planned, reason, reason_words: words }: Pick<UnitRow, 'name' | 'planned' | 'reason' | 'reason_words'>): string {
  const line = { unit: name, reason: reasonName(reason) }
  return [planned ? t('session.differs.not-given', line) : t('session.differs.instead', line), words].filter(Boolean).join(' ')
}
