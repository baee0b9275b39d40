import { mayFor, nameReader, teamOf } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { colleaguesAppointedAs } from '../people/index.ts'
import { addDays, momentOf } from '../platform/day.ts'
import { mustBePrintable, nameOnPaper } from '../platform/document/index.ts'
import { newPublicId } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import { isInstalled } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { canBePrepared, checkComment, checkFile, checkHandOver, checkOpen, checkReceipt, checkRule, checkSecond, daysToRead, recipientOf, type Meetings, type Package, type Rule, type Statement } from './disclosure.ts'
import { printReport, type Frozen } from './paper.ts'
import { factsOf, meetingsOf, type Facts } from './shareable-pieces.ts'
import type { Deciding, DecidingTelling, Preparing } from './sharing.input.ts'
import { pdfOfPackage, ruleFor } from './sharing.queries.ts'
import { t } from './words.ts'
import { lawNoMore, whyNoMore } from './still-so.ts'
import { countedUntil, isCoordinator, isProtectionOfficer, openTellings, theStatement } from './sharing.verbs.ts'

/**
 * Freezes what would be told: under the rule that holds today, with the person's own comment. What is not recorded cannot be made up: without a plan that began there is nothing to report, and where meetings
 * are kept apart they are not counted as none.
 */
export async function preparePackage(work: Work, statementId: string, said: Preparing): Promise<void> {
  const statement = await toDo(work, statementId)
  checkOpen(statement)
  if (!canBePrepared(statement, work.today) && !await whyNoMore(work, statement)) throw refuse('sharing-prepared-already')
  const rule = checkRule(statement, await ruleFor(work, statement.kind))
  const comment = checkComment(statement)
  mustBePrintable({ agreedWords: said.agreedWords })
  if (!isInstalled(said.language)) throw refuse('sharing-language-unknown')
  const facts = await factsOf(work, work.about)
  if (!facts) throw refuse('sharing-no-part')
  const meetings = statement.items.includes('meetings') ? await meetingsOf(work, work.about, countedUntil(work, facts, work.now)) ?? keptApart() : null
  const [asks, number] = [await askSecond(work), numberFrom(newPublicId())]
  const report = {
    number, name: nameOnPaper((await thePerson(work)).name), statement, rule, from: facts.from, until: facts.until, meetings, ownWish: statement.items.includes('ending') && facts.ownWish, agreedWords: said.agreedWords ?? '', comment, today: work.today,
    usableUntil: addDays(work.today, rule.usableDays) }
  await addPackage(work, { ...report, asks, frozen: printReport(report, said.language, work.timeZone), language: said.language })
}

function keptApart(): never {
  throw refuse('sharing-kept-apart')
}

/** Said aloud or copied by hand: eight letters and digits. It counts nothing. */
function numberFrom(random: string): string {
  return `${random.slice(0, 4)}-${random.slice(4, 8)}`.toUpperCase()
}

/** Another coordinator of the team; where there is none, the data protection officers, to whom this package is opened by name. */
async function askSecond(work: Work): Promise<Package['asks']> {
  const others = (await teamOf(work, work.about)).filter(({ role, colleague_id: id }) => role === 'coordinator' && id !== work.actor.id)
  if (others.length > 0) return 'coordinator'
  const officers = (await colleaguesAppointedAs(work, 'data_protection_officer')).filter(({ id }) => id !== work.actor.id)
  if (officers.length === 0) throw refuse('sharing-nobody-second')
  const until = momentOf(addDays(work.today, daysToRead), '23:59', work.timeZone)!
  for (const { id } of officers) await nameReader(work, { readerId: id, participantId: work.about, record: 'disclosure_package', role: 'data_protection_officer', reason: t('sharing.second.reason'), until })
  return 'data_protection_officer'
}

type ToAdd = Facts & { number: string, statement: Statement, rule: Rule, meetings: Meetings | null, ownWish: boolean, agreedWords: string, comment: { words: string }, usableUntil: Package['usableUntil'], asks: Package['asks'], frozen: Frozen, language: string }

async function addPackage(work: Work, { statement, rule, meetings, frozen, ...one }: ToAdd): Promise<void> {
  await work.db.insertInto('disclosure_packages').values({
    id: await work.newId(), public_id: work.newPublicId(), number: one.number, participant_id: work.about, statement_id: statement.id, rule_id: rule.id, report_asked: rule.reportAsked, ending_asked: rule.endingAsked, asks: one.asks,
    language: one.language, took_part_from: one.from, took_part_until: one.until, meetings_offered: meetings?.offered ?? null, meetings_held: meetings?.held ?? null, meetings_service: meetings?.service ?? null, ended_by_own_wish: one.ownWish,
    agreed_words: one.agreedWords, comment: one.comment.words, body: frozen.body, pdf: Buffer.from(frozen.pdf), hash: frozen.hash, usable_until: one.usableUntil, prepared_by: work.actor.id, prepared_at: work.now }).execute()
}

/** A second colleague approves it or sends it back: another coordinator, or a data protection officer to whom it was opened. Never whoever prepared it. */
export async function decidePackage(work: Work, statementId: string, { number, decision, decisionWords }: Deciding): Promise<void> {
  const statement = await theStatement(work, statementId)
  if (!await isCoordinator(work) && !(isProtectionOfficer(work) && statement.package)) throw refuse('not-found')
  const prepared = checkSecond(statement, work.actor.id, number)
  if (decision === 'approved') await checkStillSo(work, statement)
  const added = await work.db.insertInto('disclosure_decisions').values({
    id: await work.newId(), participant_id: work.about, statement_id: statement.id, package_id: prepared.id, prepared_by: prepared.preparedById, decision, words: decisionWords, decided_by: work.actor.id, decided_at: work.now })
    .onConflict((conflict) => conflict.column('package_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('sharing-nothing-to-approve')
}

/** Nobody approves what could not be handed over; a data protection officer knows the law, and not what is recorded of the person. */
async function checkStillSo(work: Work, statement: Statement): Promise<void> {
  const noMore = isProtectionOfficer(work) ? await lawNoMore(work, statement) : await whyNoMore(work, statement)
  if (noMore) throw refuse(noMore)
}

/** It leaves: to an authority in a function, by a way that is named, with a receipt. The line of the log says to whom. */
export async function handOver(work: Work, statementId: string, way: string): Promise<void> {
  const statement = await toDo(work, statementId)
  if (statement.receipt) throw refuse('sharing-handed-over-already')
  const prepared = checkHandOver(statement, work.today)
  // Through a token that does not read whether somebody said stop, nothing leaves.
  if (!await mayFor(work, 'read', 'withdrawal')) throw refuse('not-found')
  await checkStillSo(work, statement)
  const added = await work.db.insertInto('disclosure_receipts').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.about, statement_id: statement.id, package_id: prepared.id, decision: 'approved', number: prepared.number, hash: prepared.hash, way,
    usable_until: prepared.usableUntil, handed_on: work.today, handed_by: work.actor.id, handed_at: work.now }).onConflict((conflict) => conflict.column('statement_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('sharing-handed-over-already')
  leaves(work, statement, prepared)
}

/** The frozen page, again as it was: each copy is a disclosure of its own in the log. */
export async function takeCopy(work: Work, statementId: string): Promise<Uint8Array> {
  const statement = await toDo(work, statementId)
  const { prepared } = checkFile(statement, work.today)
  leaves(work, statement, prepared)
  return await pdfOfPackage(work, prepared.id) ?? notThere()
}

function notThere(): never {
  throw refuse('not-found')
}

function leaves(work: Work, statement: Statement, { publicId }: Package): void {
  work.discloses(recipientOf(statement))
  work.shows('disclosure_package')
  work.names(publicId)
}

/** Taken back, with the reason: no copy is given any more, and everybody who may read it sees since when and why. */
export async function recallPackage(work: Work, statementId: string, reason: string): Promise<void> {
  const statement = await toDo(work, statementId)
  const receipt = checkReceipt(statement)
  const added = await work.db.insertInto('disclosure_recalls').values({
    id: await work.newId(), participant_id: work.about, statement_id: statement.id, receipt_id: receipt.id, reason, recalled_by: work.actor.id, recalled_on: work.today, recalled_at: work.now })
    .onConflict((conflict) => conflict.column('receipt_id').doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('sharing-recalled-already')
  work.discloses(recipientOf(statement))
}

/** Something in it turned out to be wrong: whoever was told has to be thought of. */
export async function noteError(work: Work, statementId: string, words: string): Promise<void> {
  const statement = await toDo(work, statementId)
  const receipt = checkReceipt(statement)
  await work.db.insertInto('disclosure_errors').values({ id: await work.newId(), participant_id: work.about, statement_id: statement.id, receipt_id: receipt.id, words, found_by: work.actor.id, found_at: work.now }).execute()
}

/** An earlier recipient is told, or need not be, in words and on a day. Only about what is open: the second of two who decide is told so. */
export async function decideTelling(work: Work, statementId: string, { cause, telling, tellingWords }: DecidingTelling): Promise<void> {
  const statement = await toDo(work, statementId)
  const open = (await openTellings(work, statement)).find((one) => one.cause === cause)
  if (!open) throw refuse('sharing-told-already')
  const { sinceAt, meetings } = open
  const added = await work.db.insertInto('disclosure_tellings').values({
    id: await work.newId(), participant_id: work.about, statement_id: statement.id, receipt_id: statement.receipt!.id, cause, since_at: sinceAt, offered_now: meetings?.offered ?? null, held_now: meetings?.held ?? null,
    service_now: meetings?.service ?? null, decision: telling, words: tellingWords, decided_on: work.today, decided_by: work.actor.id, decided_at: work.now }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) throw refuse('sharing-told-already')
  if (telling === 'told') work.discloses(recipientOf(statement))
}

async function toDo(work: Work, statementId: string): Promise<Statement> {
  const statement = await theStatement(work, statementId)
  if (!await isCoordinator(work)) throw refuse('not-found')
  return statement
}
