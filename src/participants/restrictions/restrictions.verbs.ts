import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { mustWrite } from '../change-person.ts'
import { releasesOf } from '../participants.queries.ts'
import type { LookingAgain } from '../participants.input.ts'
import { checkLook } from './restriction.ts'

/** The case manager looked at the restrictions that stand now: what they found, why nothing lighter would do, what the person says, and when it is looked at next. */
export async function lookAtRestrictions(work: Work, { finding, words, ownWords = '', nextOn }: LookingAgain): Promise<void> {
  await mustWrite(work, 'release')
  const [now] = await releasesOf(work, work.about)
  if (!now?.restrictions) throw refuse('restriction-none')
  checkLook(nextOn, work.today, 'nextOn')
  await work.db.insertInto('restriction_reviews').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, release_id: now.id, finding, words, own_words: ownWords, next_on: nextOn,
    reviewed_by: work.actor.id, reviewed_at: work.now }).execute()
}
