import { sql } from 'kysely'
import type { Day } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { mustWrite } from './change-person.ts'
import { askErasure } from './erasure.verbs.ts'
import { checkDates, checkNotAhead, isOver, offenceIsLocked, type AdviceState } from './participant.ts'
import type { ReleaseRecorded, StatusRecorded } from './participants.input.ts'
import { nextLook, reviewDay } from './restrictions/restriction.ts'
import { looksAtRestrictions } from './restrictions/restrictions.queries.ts'
import { releasesOf, lastYes, statusesOf, statusOf } from './participants.queries.ts'

/** A status with its days, where it was learned and which authority. None is overwritten: the old one is ended. An acquittal asks for erasure. */
export async function recordLegalStatus(work: Work, input: StatusRecorded): Promise<void> {
  await mustWrite(work, 'legal_status')
  checkStatus(input)
  await work.db.insertInto('legal_statuses').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, ...written(input), recorded_by: work.actor.id, recorded_at: work.now }).execute()
  if (input.status === 'acquitted') await askErasure(work, work.about, { cause: 'acquitted' })
}

/** What a referral told is confirmed, or put right, from the source itself. */
export async function confirmLegalStatus(work: Work, publicId: string, input: StatusRecorded): Promise<void> {
  await mustWrite(work, 'legal_status')
  checkStatus(input)
  const status = await statusOf(work, publicId)
  if (!status?.as_told) throw refuse('not-found')
  await work.db.updateTable('legal_statuses').set({ ...written(input), as_told: false, recorded_by: work.actor.id, recorded_at: work.now }).where('id', '=', status.id).execute()
}

function checkStatus(input: StatusRecorded): void {
  checkDates(input)
  if (input.status === 'condition' && !input.says) throw refuse('condition-says-nothing')
}

function written({ status, fromOn, untilOn, says, source, authority }: StatusRecorded) {
  return { status, from_on: fromOn, until_on: untilOn ?? null, says: says ?? '', source, authority }
}

export async function endLegalStatus(work: Work, publicId: string, untilOn: Day): Promise<void> {
  await mustWrite(work, 'legal_status')
  const status = await statusOf(work, publicId)
  if (!status) throw refuse('not-found')
  // The end decides what may be asked of somebody: one that is over is not moved by a second window.
  if (isOver(status, work.today)) throw refuse('status-ended-already', { day: say.day(status.until_on!) })
  checkDates({ fromOn: status.from_on, untilOn })
  await work.db.updateTable('legal_statuses').set({ until_on: untilOn, ended_at: work.now }).where('id', '=', status.id).execute()
}

/** That advice was taken, declined or is pending, and what therefore is left out. What was advised is nobody's here. */
export async function recordAdvice(work: Work, { advice, leftOut, advisedOn }: { advice: AdviceState, leftOut?: string | undefined, advisedOn: Day }): Promise<void> {
  await mustWrite(work, 'legal_status')
  checkNotAhead(advisedOn, work.today, 'advisedOn')
  await work.db.insertInto('legal_advice').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, state: advice, what_is_left_out: leftOut ?? '', advised_on: advisedOn, recorded_by: work.actor.id, recorded_at: work.now }).execute()
}

/** The day as it is known now; the days known before stay in the history. */
export async function recordRelease(work: Work, input: ReleaseRecorded): Promise<void> {
  await mustWrite(work, 'release')
  await checkRelease(work, input.releaseOn)
  const restrictions = input.restrictions ?? ''
  const lookOn = reviewDay({ restrictions, on: input.restrictionsReviewOn }, await restrictedNow(work), work.today)
  if (input.offenceWords && offenceIsLocked(await statusesOf(work, work.about), work.today, await lastYes(work, work.about))) throw refuse('offence-locked')
  await work.db.insertInto('releases').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, release_on: input.releaseOn ?? null, reason: input.reason, authority: input.authority,
    restrictions, restrictions_review_on: lookOn, offence_words: input.offenceWords ?? '', recorded_by: work.actor.id, recorded_at: work.now }).execute()
}

/** The restrictions that stand now, and by when they are looked at again. */
async function restrictedNow(work: Work): Promise<{ restrictions: string, on: Day } | undefined> {
  const [now] = await releasesOf(work, work.about)
  return now?.restrictions ? { restrictions: now.restrictions, on: nextLook(now, await looksAtRestrictions(work, work.about), work.timeZone) } : undefined
}

/** An authority took somebody back, so that the day is open again. What stands beside it stands on: a restriction on contact protects somebody, whatever happens to the day. */
export async function openRelease(work: Work, { reason, authority }: Pick<ReleaseRecorded, 'reason' | 'authority'>): Promise<void> {
  const [now] = await releasesOf(work, work.about)
  const isLocked = offenceIsLocked(await statusesOf(work, work.about), work.today, await lastYes(work, work.about))
  await recordRelease(work, { reason, authority, restrictions: now?.restrictions, offenceWords: isLocked ? undefined : now?.offence_words })
}

/** Nobody leaves before they came: a day before the referral is a slip, or a release that was over when somebody asked for this person. */
async function checkRelease(work: Work, releaseOn: Day | undefined): Promise<void> {
  if (releaseOn === undefined) return
  const { rows } = await sql<{ day: Day | null }>`select first_day_here(${work.about}) as day`.execute(work.db)
  const first = rows[0]?.day
  if (first && releaseOn < first) throw refuse('release-before-first-day', { day: say.day(first) })
}

/** Whoever has to know that the day has changed says that they do. Twice is once. */
export async function noteRelease(work: Work): Promise<void> {
  const [now] = await releasesOf(work, work.about)
  if (!now) throw refuse('not-found')
  await work.db.insertInto('release_notings').values({ id: await work.newId(), public_id: work.newPublicId(), release_id: now.id, colleague_id: work.actor.id, noted_at: work.now })
    .onConflict((conflict) => conflict.columns(['release_id', 'colleague_id']).doNothing()).execute()
}

/** The person has read what is recorded of their release; what they say of it stays beside it. */
export async function answerRelease(work: Work, { words = '' }: { words?: string | undefined }): Promise<void> {
  const [now] = await releasesOf(work, work.actor.id)
  if (work.actor.kind !== 'participant' || !now) throw refuse('not-found')
  await work.db.insertInto('release_answers').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: work.actor.id, release_id: now.id, words, said_at: work.now }).execute()
}

export type Told = { status: string | null, since: Day, releaseOn: Day | null, /** By whom, as a code of referrals; `name` where a colleague's name or a source of the service's own says it better. */ from: string, name: string }

/** What a referral told of the law's state and the day of release comes over when somebody is accepted, unconfirmed, where nothing is recorded yet. */
export async function carryOver(work: Work, participantId: number, { status, since, releaseOn, from, name }: Told): Promise<void> {
  if (status === null && releaseOn === null) return
  const ids = [await work.newId(), await work.newId()]
  await sql`select carry_over_from_referral(${participantId}, ${status}, ${since}, ${releaseOn}, ${from}, ${name}, ${ids}::int[], ${[work.newPublicId(), work.newPublicId()]}::text[])`.execute(work.db)
}
