import { mayFor } from '../access/index.ts'
import { Notice } from '../platform/page/index.ts'
import type { Work } from '../platform/work.ts'
import { offenceLimit } from './participant.ts'
import { statusesOf } from './participants.queries.ts'
import { t } from './words.ts'

/**
 * What stands before writing about somebody whose guilt may be open: nobody is led to testify against themselves. Whoever may not
 * know the legal status reads one sentence that is the same for everybody, so that it tells nothing.
 */
export async function limitOnOffence(work: Work, participantId: number) {
  const statuses = await mayFor(work, 'read', 'legal_status') ? await statusesOf(work, participantId) : 'not-mine-to-know'
  const limit = offenceLimit(statuses, work.today)
  return limit === 'open' ? null : <Notice kind="info">{t(`person.limit.${limit}`)}</Notice>
}
