import { mayFor, myRoleFor } from '../access/index.ts'
import { momentOf, type Day, type Instant } from '../platform/day.ts'
import { mustBePrintable } from '../platform/document/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkOpen, checkOwnWords, checkWords, isOver, toTell, whyNothingCan, type Meetings, type Open, type Statement } from './disclosure.ts'
import { meetingsOf } from './shareable-pieces.ts'
import type { Commenting, RecordingStatement, SettingRule } from './sharing.input.ts'
import { ruleFor, rulesWritten, statementsOf, stopsOf } from './sharing.queries.ts'

/** Writes down that an authority asked: by anybody of the team who was asked, or by the data protection officer. Nothing is told by that. */
export async function recordStatement(work: Work, said: RecordingStatement): Promise<string> {
  if (!await mayHere(work, 'write')) throw refuse('not-found')
  if (said.askedOn > work.today) throw refuse('sharing-asked-ahead')
  if (!said.items.includes('taking-part')) throw refuse('sharing-without-taking-part')
  const rule = await ruleFor(work, said.kind)
  if (rule?.reportAsked && !said.necessity) throw refuse('sharing-necessity-missing')
  mustBePrintable({ authority: said.authority, recipientFunction: said.recipientFunction, reference: said.reference, purpose: said.purpose })
  const publicId = work.newPublicId()
  await work.db.insertInto('disclosure_statements').values({
    id: await work.newId(), public_id: publicId, participant_id: work.about, recipient_kind: said.kind, authority: said.authority, recipient_function: said.recipientFunction, reference: said.reference ?? '', asked_by: said.askedBy,
    asked_on: said.askedOn, answer_by: said.answerBy ?? null, purpose: said.purpose, basis: rule?.reportAsked ? rule.basis : '', necessity: said.necessity ?? '', items: [...new Set(said.items)], recorded_by: work.actor.id, recorded_at: work.now }).execute()
  return publicId
}

/** Nothing is told, with the reason. No second colleague is needed for saying nothing. */
export async function refuseStatement(work: Work, statementId: string, reason: string): Promise<void> {
  const statement = await theStatement(work, statementId)
  if (!await decides(work)) throw refuse('not-found')
  checkOpen(statement)
  const added = await work.db.insertInto('disclosure_refusals').values({ id: await work.newId(), participant_id: work.about, statement_id: statement.id, reason, refused_by: work.actor.id, refused_at: work.now })
    .onConflict((conflict) => conflict.column('statement_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('sharing-refused-already')
}

/** What the person said when a colleague asked them, in their words; or why they could not be asked. */
export async function recordComment(work: Work, statementId: string, said: Commenting): Promise<void> {
  const statement = await theStatement(work, statementId)
  if (work.actor.shape !== 'casework') throw refuse('not-found')
  checkOpen(statement)
  checkOwnWords(statement)
  await comment(work, statement, said)
}

/** The person's own word, before anything is told: only where it can go along. Nobody writes about themself for nobody. */
export async function commentMyself(work: Work, statementId: string, said: Commenting): Promise<void> {
  const statement = await ownStatement(work, statementId)
  if (statement.receipt || statement.refused) throw refuse('sharing-own-late')
  await checkGoesAlong(work, statement)
  await comment(work, statement, said)
}

export async function checkGoesAlong(work: Work, statement: Statement): Promise<void> {
  if (whyNothingCan(statement, await rulesWritten(work))) throw refuse('sharing-own-nothing-can')
}

async function comment(work: Work, { id, participantId }: Statement, { answer, words = '' }: Commenting): Promise<void> {
  checkWords(answer, words)
  // It has to stand in the report, and nobody but who says it can change it.
  mustBePrintable({ words })
  await work.db.insertInto('disclosure_comments').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, statement_id: id, answer, words: answer === 'no-comment' ? '' : words, said_by_kind: work.actor.kind, said_by: work.actor.id, said_at: work.now }).execute()
}

/** The administrator writes down what the law asks, with the words of the law. What was prepared before keeps the rule that it was prepared under. */
export async function setRule(work: Work, { kind, asks, decision, basis, usableDays }: SettingRule): Promise<void> {
  mustBePrintable({ basis })
  await work.db.insertInto('sharing_rules').values({
    id: await work.newId(), recipient_kind: kind, report_asked: asks !== 'nothing', ending_asked: asks === 'report-and-ending', decision, basis, usable_days: usableDays, set_by: work.actor.id, set_at: work.now }).execute()
}

export async function theStatement(work: Work, publicId: string): Promise<Statement> {
  const found = (await statementsOf(work, work.about)).find((one) => one.publicId === publicId)
  if (!found) throw refuse('not-found')
  return found
}

export async function ownStatement(work: Work, publicId: string): Promise<Statement> {
  const found = (await statementsOf(work, work.actor.id)).find((one) => one.publicId === publicId)
  if (!found) throw refuse('not-found')
  return found
}

/** Who prepares, hands over and takes back: the coordinator of the team. */
export async function isCoordinator(work: Work): Promise<boolean> {
  return work.actor.shape === 'casework' && await myRoleFor(work, work.about) === 'coordinator'
}

export function isProtectionOfficer(work: Work): boolean {
  return work.actor.shape === 'oversight' && work.actor.roles.includes('data_protection_officer')
}

/** Whether statements about this person are the actor's to read or to write: those of the people they work with, or all. */
export async function mayHere(work: Work, verb: 'read' | 'write'): Promise<boolean> {
  return work.about > 0 && (isProtectionOfficer(work) || await mayFor(work, verb, 'disclosure_statement'))
}

/** Whether the actor reads everything that was asked about this person, or only what they wrote down. */
export async function readsAllHere(work: Work): Promise<boolean> {
  return work.actor.shape !== 'casework' || await isCoordinator(work)
}

/** Who may decide that nothing is told. */
export async function decides(work: Work): Promise<boolean> {
  return isProtectionOfficer(work) || await isCoordinator(work)
}

/** What has happened since a package of this person was handed over, and nobody has decided about. */
export async function openTellings(work: Work, statement: Statement): Promise<Open[]> {
  if (!statement.receipt || statement.recalled) return []
  const stops = await stopsOf(work, [statement.participantId])
  return toTell(statement, { stops: stops.map(({ at }) => at), meetings: await meetingsNow(work, statement), overAt: isOver(statement, work.today) ? momentOf(statement.receipt.usableUntil, '23:59', work.timeZone) : undefined })
}

/** The meetings of the time that a package tells of, as they are recorded now: until its end, or until it was made. */
export async function meetingsNow(work: Work, { participantId, package: prepared }: Statement): Promise<Meetings | undefined> {
  if (!prepared?.meetings) return undefined
  return meetingsOf(work, participantId, countedUntil(work, prepared, prepared.preparedAt))
}

/** A report counts meetings up to the moment it is made: what comes after is no mistake in it. */
export function countedUntil(work: Work, { from, until }: { from: Day, until: Day | null }, madeAt: Instant): { from: Day, until: Instant } {
  const end = until && momentOf(until, '23:59', work.timeZone)
  return { from, until: end && end < madeAt ? end : madeAt }
}
