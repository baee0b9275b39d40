import { mayFor } from '../../access/index.ts'
import { adviceOf, lastYes, limitOnOffence, offenceLimit, statusesOf } from '../../participants/index.ts'
import type { Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import { offenceStanding, type OffenceFacts, type OffenceStanding } from './offence.ts'
import { offenceAnswer } from '../plans.queries.ts'

/** How work about the offence stands for the person that this work is about, as far as the reader may know it. */
export async function offenceStandingOf(work: Work, participantId: number): Promise<OffenceStanding> {
  return offenceStanding(await factsOf(work, participantId), work.today)
}

/** What stands before writing about somebody: the limit of the law's state, or the person's own answer where that opens the work. */
export async function limitBeforeWriting(work: Work, participantId: number) {
  const facts = await factsOf(work, participantId)
  const isOpened = offenceStanding(facts, work.today) === 'open' && offenceLimit(facts.statuses, work.today, facts.saidYes) !== 'open'
  return limitOnOffence(work, participantId, isOpened ? facts.agreement?.on : null)
}

/** The person's answer to working on the offence. Whether they had advice is recorded with the legal status and only copied here, as it is known now. */
export async function recordOffenceAgreement(work: Work, { agreed, agreedOn }: { agreed: boolean, agreedOn: Day }): Promise<void> {
  if (!await mayFor(work, 'write', 'consent_and_notice') || !await mayFor(work, 'read', 'legal_status')) throw refuse('not-found')
  if (agreedOn > work.today) throw refuse('offence-answer-ahead')
  const [known] = await adviceOf(work, work.about)
  if (agreed && known?.state === 'pending') throw refuse('offence-advice-pending')
  if (agreed && !known && ['locked', 'not-known'].includes(await offenceStandingOf(work, work.about))) throw refuse('offence-advice-not-recorded')
  await work.db.insertInto('offence_agreements').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, advice: known?.state ?? null, agreed, agreed_on: agreedOn, recorded_by: work.actor.id, recorded_at: work.now }).execute()
}

async function factsOf(work: Work, participantId: number): Promise<OffenceFacts> {
  const [may, answer, [advice], statuses, yes] = await together([
    mayFor(work, 'read', 'legal_status'), offenceAnswer(work, participantId), adviceOf(work, participantId), statusesOf(work, participantId), lastYes(work, participantId)])
  if (!may) return { statuses: 'not-mine-to-know', agreement: undefined, advisedAt: undefined, saidYes: null }
  return {
    statuses, advisedAt: advice?.recorded_at, saidYes: yes,
    agreement: answer && { agreed: answer.agreed, on: answer.agreed_on, at: answer.recorded_at, advice: answer.advice },
  }
}
