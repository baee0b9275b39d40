import type { Attempt } from '../../platform/attempt.ts'
import { Tick } from '../../platform/page/index.ts'
import { t } from '../words.ts'

/** Asked only of whoever has typed a place that holds a name of this person or of the team. */
export function PlaceTick({ attempt }: { attempt: Attempt | undefined }) {
  const isAsked = attempt !== undefined && (Boolean(attempt.values['placeIsNoName']) || attempt.problems.some(({ field }) => field === 'placeIsNoName'))
  return isAsked ? <Tick name="placeIsNoName" label={t('session.field.place-is-no-name')} hint={t('session.field.place-is-no-name.hint')} attempt={attempt} /> : null
}
