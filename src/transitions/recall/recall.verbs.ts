import { mayFor } from '../../access/index.ts'
import { consentTo, openRelease, releasesOf, thePerson, welcomeBack } from '../../participants/index.ts'
import { addDays, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { violates } from '../../platform/violation.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { meetingDays } from '../transition.ts'
import { maintenanceOf } from '../transitions.queries.ts'
import { checkRecalledOn, isReleaseFromBefore } from './recall.ts'
import { recallsOf, type Recall } from './recall.queries.ts'
import { t } from './words.ts'

export type Recalling = { recalledOn: Day, /** Only where they were outside when they came here: of any other release the day is known. */ releasedOn?: Day | undefined, authority: string, reason: string, ownWords?: string | undefined }

/**
 * An authority took somebody back into custody. The reason is kept in its words, and what the person says beside it; the day of release is open again, so that everybody whom a
 * changed day is told hears of it, and what stands beside the day stands on. No word here is a judgement of ours, and nothing of the programme ends by it.
 */
export async function recordRecall(work: Work, { recalledOn, releasedOn: told, authority, reason, ownWords }: Recalling): Promise<void> {
  const person = await mustRecord(work)
  const id = person.participant_id
  if (person.state === 'ended' && !await isLookedAfter(work, id)) throw refuse('recall-ended')
  const [releases, before] = [await releasesOf(work, id), await recallsOf(work, id)]
  const isFromBefore = isReleaseFromBefore(releases, before)
  if (isFromBefore && told === undefined) throw refuse('recall-release-unknown')
  if (before.some((one) => one.recalledOn === recalledOn)) throw refuse('recall-recorded')
  const releasedOn = checkRecalledOn(recalledOn, { today: work.today, releaseOn: (isFromBefore ? told : releases[0]?.release_on) ?? null })
  const recall = await work.newId()
  await once('recalls_once_a_day', 'recall-recorded', () => work.db.insertInto('recalls').values({ id: recall, public_id: work.newPublicId(), participant_id: id, recalled_on: recalledOn, authority, released_on: releasedOn,
    recorded_by: work.actor.id, recorded_at: work.now }).execute())
  await work.db.insertInto('recall_reasons').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: id, recall_id: recall, reason, written_by: work.actor.id, written_at: work.now }).execute()
  if (ownWords !== undefined) await writeAnswer(work, { participantId: id, recallId: recall, words: ownWords })
  await openRelease(work, { reason: t('recall.release-reason', { day: say.day(recalledOn) }), authority })
}

/** Whoever has ended and is met no more is followed by nobody here: what an authority does then is not ours to write down. */
async function isLookedAfter(work: Work, participantId: number): Promise<boolean> {
  const [arranged] = await maintenanceOf(work, participantId)
  return arranged !== undefined && meetingDays(arranged).at(-1)! >= addDays(work.today, -92)
}

/** What the person says of it: by themself, or by the case manager in their words. */
export async function answerRecall(work: Work, recallId: string, words: string): Promise<void> {
  const participantId = work.actor.kind === 'participant' ? work.actor.id : (await mustRecord(work)).participant_id
  const recall = await theRecall(work, participantId, recallId)
  await writeAnswer(work, { participantId, recallId: recall.id, words })
}

async function writeAnswer(work: Work, { participantId, recallId, words }: { participantId: number, recallId: number, words: string }): Promise<void> {
  await work.db.insertInto('recall_answers').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, recall_id: recallId, words,
    recorded_by: work.actor.kind === 'participant' ? null : work.actor.id, said_at: work.now }).execute()
}

/** A member of the team says that they know. Twice is once. */
export async function noteRecall(work: Work, recallId: string): Promise<void> {
  const recall = await theRecall(work, work.about, recallId)
  await work.db.insertInto('recall_notings').values({ id: await work.newId(), recall_id: recall.id, colleague_id: work.actor.id, noted_at: work.now })
    .onConflict((conflict) => conflict.columns(['recall_id', 'colleague_id']).doNothing()).execute()
}

export async function theRecall(work: Work, participantId: number, recallId: string): Promise<Recall> {
  const found = (await recallsOf(work, participantId)).find(({ publicId }) => publicId === recallId)
  if (!found) throw refuse('not-found')
  return found
}

/**
 * Somebody who had ended comes back. They wait again; the plan before stays as it ended; and where they had taken their yes back, they are asked anew before
 * anything begins: that they once agreed does not count for now.
 */
export async function reEnter(work: Work, reason: string): Promise<{ needsYes: boolean }> {
  const person = await mustReEnter(work)
  if (person.state !== 'ended') throw refuse('re-entry-takes-part')
  const needsYes = await consentTo(work, person.participant_id, 'programme') !== 'yes'
  await welcomeBack(work, person.participant_id)
  await once('re_entries_once_after_an_end', 're-entry-takes-part', async () => work.db.insertInto('re_entries').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: person.participant_id, reason,
    ended_on: person.state_since, recorded_by: work.actor.id, recorded_at: work.now }).execute())
  return { needsYes }
}

/** Two windows at the same moment: the second finds out here. */
async function once(constraint: string, code: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (fault) {
    if (violates(fault, constraint)) throw refuse(code)
    throw fault
  }
}

/** The case manager alone writes what an authority decided; whoever may not gets the answer that a stranger gets. */
export async function mustRecord(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'legal_status')) throw refuse('not-found')
  return person
}

export async function mustReEnter(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'plan_dates')) throw refuse('not-found')
  return person
}
