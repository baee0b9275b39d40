import { mayFor } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { Notice } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { offenceLimit } from './participant.ts'
import { adviceOf, lastYes, statusesOf } from './participants.queries.ts'
import { adviceSaid } from './said.ts'
import { t } from './words.ts'

/**
 * What stands before writing about somebody whose guilt may be open: nobody is led to testify against themselves. Whoever may not
 * know the legal status reads one sentence that is the same for everybody, so that it tells nothing. `agreedOn`: the day of the person's own
 * answer, where it opens work on the offence; it belongs to plans, which hands it in.
 */
export async function limitOnOffence(work: Work, participantId: number, agreedOn: Day | null = null) {
  const mayKnow = await mayFor(work, 'read', 'legal_status')
  const limit = offenceLimit(mayKnow ? await statusesOf(work, participantId) : 'not-mine-to-know', work.today, await lastYes(work, participantId))
  const [advice] = mayKnow ? await adviceOf(work, participantId) : []
  if (limit === 'open' && !advice?.what_is_left_out) return null
  return <Notice kind="info">{limit !== 'open' && (agreedOn === null ? t(`person.limit.${limit}`) : t('person.limit.agreed', { day: say.day(agreedOn) }))}{advice && <> {t('person.limit.advice', { advice: adviceSaid(advice.state) })}{advice.what_is_left_out && <> {t('person.limit.left-out', { what: advice.what_is_left_out })}</>}</>}</Notice>
}
