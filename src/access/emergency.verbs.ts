import type { Instant } from '../platform/day.ts'
import { addMinutes } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

export type EmergencyOpening = { participantId: number, role: string, reason: string, minutes: number }

/**
 * Opens one case to the colleague who acts, for minutes. Whether they may is the policy's to say: only whoever is asked in a crisis, only about that
 * person, only in a helping role that they hold. It stands in the log with the person, who sees it there, and somebody outside the line looks at it.
 */
export async function openInEmergency(work: Work, { participantId, role, reason, minutes }: EmergencyOpening): Promise<Instant> {
  const until = addMinutes(work.now, minutes)
  await work.db.insertInto('break_glasses').values({
    id: await work.newId(), public_id: work.newPublicId(), colleague_id: work.actor.id, participant_id: participantId, role, reason, from_at: work.now, until_at: until }).execute()
  work.saw(participantId)
  return until
}

/** Until when a case is open to the actor in an emergency; nothing when it is not. */
export async function openInEmergencyUntil(work: Work, participantId: number): Promise<Instant | undefined> {
  const found = await work.db.selectFrom('break_glasses').select(['until_at', 'participant_id']).where('participant_id', '=', participantId).where('colleague_id', '=', work.actor.id)
    .where('from_at', '<=', work.now).where('until_at', '>', work.now).orderBy('until_at', 'desc').executeTakeFirst()
  return found?.until_at
}

/** Openings in an emergency, the latest first, without the person: for whoever looks at them afterwards. */
export function emergencyOpenings(work: Work, most = 200) {
  return work.db.selectFrom('break_glasses as b').innerJoin('colleagues as c', 'c.id', 'b.colleague_id').leftJoin('colleagues as r', 'r.id', 'b.reviewed_by')
    .select(['b.public_id', 'b.role', 'b.reason', 'b.from_at', 'b.until_at', 'b.reviewed_at', 'b.review_found', 'b.review_words', 'c.name', 'r.name as reviewer'])
    .orderBy('b.from_at', 'desc').orderBy('b.id', 'desc').limit(most).execute()
}

/** Somebody outside the line writes down what they find. Once; false when there is nothing to look at any more. */
export async function reviewEmergencyOpening(work: Work, publicId: string, { found, words }: { found: string, words: string }): Promise<boolean> {
  const reviewed = await work.db.updateTable('break_glasses').set({ reviewed_by: work.actor.id, reviewed_at: work.now, review_found: found, review_words: words })
    .where('public_id', '=', publicId).where('reviewed_at', 'is', null).executeTakeFirst()
  return reviewed.numUpdatedRows === 1n
}
