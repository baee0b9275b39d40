import { mayFor } from '../access/index.ts'
import { thePerson, type Erasers, type Person } from '../participants/index.ts'
import { mustBePrintable } from '../platform/document/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkPlan, checkReview, isInForce, mayTakeBack, readerRoles, type Advice, type ReaderRole, type SafetyPlan, type Standing } from './advice.ts'
import type { WritingAdvice, WritingPlan } from './health.input.ts'
import { addAdvice, addSafetyPlan, adviceOf, agreedReaders, closeTo, letTheOneBeforeHold, noteOn, openTo, safetyPlansOf, type HelpTable } from './health.queries.ts'

/** Writes advice for named roles of the team. The person has been told. */
export async function writeAdvice(work: Work, written: WritingAdvice): Promise<string> {
  await mustWrite(work)
  checkReview(written.reviewOn, work.today)
  return addAdvice(work, written)
}

/** Other words, other readers or another day: a newer advice in the place of one that holds, which stays in the history. */
export async function replaceAdvice(work: Work, adviceId: string, written: WritingAdvice): Promise<string> {
  await inForceToChange(work, 'functional_advice', adviceId)
  checkReview(written.reviewOn, work.today)
  await note(work, 'functional_advice', adviceId, { replaced: true })
  return addAdvice(work, { ...written, replaces: adviceId })
}

/** Writes a safety plan with the person, or renews the one that holds. `replaces` is what the writer had before them: two windows never make two plans. */
export async function writeSafetyPlan(work: Work, { replaces, reviewOn, ...parts }: WritingPlan): Promise<string> {
  const { participant_id } = await mustWrite(work)
  const whole = checkPlan(parts)
  // It is printed when somebody needs it, at night perhaps.
  mustBePrintable(whole)
  checkReview(reviewOn, work.today)
  const before = planInForce(await safetyPlansOf(work, participant_id))
  if (before?.publicId !== replaces) throw refuse('health-changed-meanwhile')
  if (before) await note(work, 'safety_plans', before.publicId, { replaced: true })
  return addSafetyPlan(work, { ...whole, reviewOn, replaces })
}

export async function endIt(work: Work, table: HelpTable, publicId: string, why: string): Promise<void> {
  await inForceToChange(work, table, publicId)
  await note(work, table, publicId, { endedWhy: why })
}

/** A slip of the pen, on the same day: nobody is shown it any more, and what it had replaced holds again. */
export async function takeItBack(work: Work, table: HelpTable, publicId: string): Promise<void> {
  const one = await inForceToChange(work, table, publicId)
  if (!mayTakeBack(one, work.actor.id, work)) throw refuse('health-stands')
  await note(work, table, publicId, { takenBack: true })
  await letTheOneBeforeHold(work, table, publicId)
}

/**
 * The person opens what health wrote and their plan to roles of the team, or closes it again: on their own page, or as they told a colleague who writes down what they agree to. What was not changed on the
 * form stays as it is now: a form that lay open while somebody else closed a role opens it to nobody again. So what stands afterwards may be other than what was sent, and is told.
 */
export async function agreeToReaders(work: Work, { shown, ...wanted }: Record<ReaderRole, boolean> & { shown?: string | undefined }): Promise<ReaderRole[]> {
  const participantId = await whoseToAgree(work)
  const now = await agreedReaders(work, participantId)
  const before = shown?.split(' ') ?? now
  for (const role of readerRoles.filter((one) => wanted[one] !== before.includes(one))) {
    if (wanted[role] && !now.includes(role)) await openTo(work, participantId, role)
    if (!wanted[role] && now.includes(role)) await closeTo(work, participantId, role)
  }
  work.saw(participantId)
  const after = await agreedReaders(work, participantId)
  return readerRoles.filter((role) => after.includes(role))
}

async function whoseToAgree(work: Work): Promise<number> {
  if (work.actor.kind === 'participant') return work.actor.id
  const { participant_id } = await thePerson(work)
  if (!await mayFor(work, 'write', 'consent_and_notice')) throw refuse('not-found')
  return participant_id
}

/** Whoever may only read gets the answer that a stranger gets: there is nothing here to write. */
export async function mustWrite(work: Work): Promise<Person> {
  const person = await thePerson(work)
  if (!await mayFor(work, 'write', 'functional_advice')) throw refuse('not-found')
  return person
}

/** What holds and can be changed, or why not. */
export async function inForceToChange(work: Work, table: 'functional_advice', publicId: string): Promise<Advice>
export async function inForceToChange(work: Work, table: HelpTable, publicId: string): Promise<Advice | SafetyPlan>
export async function inForceToChange(work: Work, table: HelpTable, publicId: string): Promise<Advice | SafetyPlan> {
  const { participant_id } = await mustWrite(work)
  const all: (Advice | SafetyPlan)[] = table === 'functional_advice' ? await adviceOf(work, participant_id) : await safetyPlansOf(work, participant_id)
  const one = all.find((each) => each.publicId === publicId)
  if (!one) throw refuse('not-found')
  if (!isInForce(one)) throw refuse('health-not-in-force')
  return one
}

/** Two at the same moment: the second is told that something has changed. */
async function note(work: Work, table: HelpTable, publicId: string, what: Parameters<typeof noteOn>[3]): Promise<void> {
  if (!await noteOn(work, table, publicId, what)) throw refuse('health-changed-meanwhile')
}

export function planInForce<Kind extends Standing>(plans: readonly Kind[]): Kind | undefined {
  return plans.find(isInForce)
}

export const erasesOfHealth: Erasers = [['everything-else', async (work, id, before) => {
  for (const table of ['functional_advice', 'safety_plans'] as const) await work.db.deleteFrom(table).where('participant_id', '=', id).where('written_at', '<=', before).execute()
}]]
