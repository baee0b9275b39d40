import type { Day } from '../../platform/day.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf } from '../plans.queries.ts'

/** What this room could give to somebody outside: from when to when, and whether it ended by own wish. Not which programme, and nothing that stands in a plan. */
export const shareable = [{ piece: 'taking-part', detail: 'days', of: takingPart }] as const

/** The last plan that began: what ended before it was an earlier time. */
async function takingPart(work: Work, participantId: number): Promise<{ from: Day, until: Day | null, ownWish: boolean } | undefined> {
  const last = (await plansOf(work, participantId)).find(({ begins_on: on }) => on <= work.today)
  return last && { from: last.begins_on, until: last.ended_on, ownWish: last.ending === 'own wish' }
}
