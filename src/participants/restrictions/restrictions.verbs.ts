import { isDeepStrictEqual } from 'node:util'
import { dayAt } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { mustWrite } from '../change-person.ts'
import { releasesOf } from '../participants.queries.ts'
import type { LookingAgain } from '../participants.input.ts'
import { checkLook } from './restriction.ts'
import { looksAtRestrictions } from './restrictions.queries.ts'

/** The case manager looked at the restrictions that stand now: what they found, why nothing lighter would do, what the person says, and when it is looked at next. */
export async function lookAtRestrictions(work: Work, { finding, words, ownWords = '', nextOn }: LookingAgain): Promise<void> {
  await mustWrite(work, 'release')
  const [now] = await releasesOf(work, work.about)
  if (!now?.restrictions) throw refuse('restriction-none')
  checkLook(nextOn, work.today, 'nextOn')
  const [last] = await looksAtRestrictions(work, work.about)
  // The same from a second window is simply there.
  if (last?.releaseId === now.id && dayAt(last.at, work.timeZone) === work.today && isDeepStrictEqual([last.finding, last.words, last.ownWords, last.nextOn], [finding, words, ownWords, nextOn])) return
  await work.db.insertInto('restriction_reviews').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, release_id: now.id, finding, words, own_words: ownWords, next_on: nextOn,
    reviewed_by: work.actor.id, reviewed_at: work.now }).execute()
}
