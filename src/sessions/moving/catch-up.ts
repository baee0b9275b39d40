import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { missedToCatchUp } from './moving.queries.ts'

/** The missed session of this person that is made up for: once, so that no dose is counted twice. */
export async function whatItCatchesUp(work: Work, publicId: string): Promise<number> {
  const missed = (await missedToCatchUp(work, work.about)).find(({ public_id: one }) => one === publicId)
  if (!missed) throw refuse('session-catches-up-on-nothing')
  return missed.id
}
