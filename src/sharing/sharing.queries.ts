import { sql } from 'kysely'
import { dayAt, type Instant } from '../platform/day.ts'
import { together } from '../platform/together.ts'
import type { Work } from '../platform/work.ts'
import type { Cause, Comment, Decided, Item, Package, Receipt, RecipientKind, Rule, Statement, Telling, Told } from './disclosure.ts'

/** What the service has written down of the law, the latest first. */
export async function rulesWritten(work: Work): Promise<Rule[]> {
  const rows = await work.db.selectFrom('sharing_rules').selectAll().orderBy('set_at', 'desc').orderBy('id', 'desc').limit(50).execute()
  return rows.map((row) => ({ id: row.id, kind: row.recipient_kind as RecipientKind, reportAsked: row.report_asked, endingAsked: row.ending_asked, decision: row.decision, basis: row.basis, usableDays: row.usable_days, setAt: row.set_at }))
}

/** What holds for one kind of recipient; nothing where nobody has written it down. */
export async function ruleFor(work: Work, kind: RecipientKind): Promise<Rule | undefined> {
  return (await rulesWritten(work)).find((rule) => rule.kind === kind)
}

/** Everything asked about a person, the latest first, with what became of it, as far as this reader may read it. */
export async function statementsOf(work: Work, participantId: number): Promise<Statement[]> {
  const [statements, refusals, comments, packages, decisions, receipts, recalls, errors, tellings] = await together([
    statementRows(work).where('participant_id', '=', participantId).execute(), refusalRows(work, participantId), commentRows(work, participantId), packageRows(work, participantId), decisionRows(work, participantId),
    receiptRows(work, participantId), recallRows(work, participantId), errorRows(work, participantId), tellingRows(work, participantId)])
  return statements.map((row): Statement => {
    const mine = <Row extends { statement_id: number }>(rows: readonly Row[]) => rows.filter(({ statement_id: id }) => id === row.id)
    const [[refused], [comment], [prepared], [receipt], [recalled]] = [mine(refusals), mine(comments), mine(packages), mine(receipts), mine(recalls)]
    // What somebody still says of an earlier copy says nothing of this one.
    const decided = mine(decisions).find(({ package_id: id }) => id === prepared?.id) ?? mine(decisions)[0]
    return {
      ...statementIn(row),
      ...(refused && { refused: { reason: refused.reason, by: refused.name ?? '', at: refused.refused_at } }), ...(comment && { comment: commentIn(comment) }), ...(prepared && { package: packageIn(work, prepared) }),
      ...(decided && { decided: decidedIn(decided) }), ...(receipt && { receipt: receiptIn(receipt) }), ...(recalled && { recalled: { reason: recalled.reason, on: recalled.recalled_on, by: recalled.name ?? '' } }),
      errors: mine(errors).map(({ words, name, found_at: at }) => ({ words, by: name ?? '', at })), told: mine(tellings).map(toldIn),
    }
  })
}

/** The page for paper, as it was frozen. */
export async function pdfOfPackage(work: Work, packageId: number): Promise<Uint8Array | undefined> {
  return (await work.db.selectFrom('disclosure_packages').select(['participant_id', 'pdf']).where('id', '=', packageId).executeTakeFirst())?.pdf
}

/** When the person said stop, to the programme or to keeping what is written. */
export async function stopsOf(work: Work, participantIds: readonly number[]): Promise<{ participant_id: number, at: Instant }[]> {
  if (participantIds.length === 0) return []
  return work.db.selectFrom('withdrawals').select(['participant_id', 'withdrawn_at as at']).where('participant_id', 'in', [...participantIds]).where('purpose', 'in', ['programme', 'data']).orderBy('withdrawn_at').execute()
}

/** How many, for the head: by fives, and nothing below five. */
export async function disclosureCounts(work: Work): Promise<{ what: string, howMany: number | null }[]> {
  const { rows } = await sql<{ what: string, how_many: number | null }>`select * from disclosure_counts()`.execute(work.db)
  return rows.map(({ what, how_many: howMany }) => ({ what, howMany }))
}

export type Waiting = { statement_id: number, statement: string, participant_id: number, person: string, name: string | null, authority: string, recipient_function: string, asked_on: string, answer_by: string | null }

function statementRows(work: Work) {
  return work.db.selectFrom('disclosure_statements').leftJoin('colleagues', 'colleagues.id', 'recorded_by').selectAll('disclosure_statements').select('colleagues.name').orderBy('asked_on', 'desc').orderBy('disclosure_statements.id', 'desc')
}

function statementIn(row: Awaited<ReturnType<ReturnType<typeof statementRows>['execute']>>[number]): Omit<Statement, 'errors' | 'told'> {
  return {
    id: row.id, publicId: row.public_id, participantId: row.participant_id, kind: row.recipient_kind as RecipientKind, authority: row.authority, recipientFunction: row.recipient_function, reference: row.reference,
    askedBy: row.asked_by, askedOn: row.asked_on, answerBy: row.answer_by, purpose: row.purpose, basis: row.basis, necessity: row.necessity, items: row.items as Item[], recordedBy: row.name ?? '', recordedAt: row.recorded_at }
}

function refusalRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_refusals').leftJoin('colleagues', 'colleagues.id', 'refused_by').select(['participant_id', 'statement_id', 'reason', 'refused_at', 'colleagues.name']).where('participant_id', '=', participantId).execute()
}

function commentRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_comments').leftJoin('colleagues', (join) => join.onRef('colleagues.id', '=', 'said_by').on('said_by_kind', '=', 'colleague'))
    .select(['participant_id', 'statement_id', 'answer', 'words', 'said_by_kind', 'said_at', 'colleagues.name']).where('participant_id', '=', participantId).orderBy('said_at', 'desc').orderBy('disclosure_comments.id', 'desc').execute()
}

function commentIn(row: Awaited<ReturnType<typeof commentRows>>[number]): Comment {
  return { answer: row.answer as Comment['answer'], words: row.words, byPerson: row.said_by_kind === 'participant', by: row.name, at: row.said_at }
}

function packageRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_packages').leftJoin('colleagues', 'colleagues.id', 'prepared_by')
    .select(['disclosure_packages.id', 'rule_id', 'disclosure_packages.public_id', 'participant_id', 'statement_id', 'number', 'asks', 'language', 'took_part_from', 'took_part_until', 'meetings_offered', 'meetings_held', 'meetings_service', 'ended_by_own_wish',
      'body', 'hash', 'usable_until', 'prepared_by', 'prepared_at', 'colleagues.name']).where('participant_id', '=', participantId).orderBy('prepared_at', 'desc').orderBy('disclosure_packages.id', 'desc').execute()
}

function packageIn(work: Work, row: Awaited<ReturnType<typeof packageRows>>[number]): Package {
  return {
    id: row.id, publicId: row.public_id, number: row.number, asks: row.asks as Package['asks'], language: row.language, from: row.took_part_from, until: row.took_part_until, endedByOwnWish: row.ended_by_own_wish, body: row.body, hash: row.hash,
    meetings: row.meetings_offered === null ? null : { offered: row.meetings_offered, held: row.meetings_held!, service: row.meetings_service! },
    ruleId: row.rule_id, usableUntil: row.usable_until, preparedById: row.prepared_by, preparedBy: row.name ?? '', preparedAt: row.prepared_at, preparedOn: dayAt(row.prepared_at, work.timeZone) }
}

function decisionRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_decisions').leftJoin('colleagues', 'colleagues.id', 'decided_by').select(['participant_id', 'statement_id', 'package_id', 'decision', 'words', 'decided_at', 'colleagues.name'])
    .where('participant_id', '=', participantId).orderBy('decided_at', 'desc').orderBy('disclosure_decisions.id', 'desc').execute()
}

function decidedIn(row: Awaited<ReturnType<typeof decisionRows>>[number]): Decided {
  return { packageId: row.package_id, decision: row.decision as Decided['decision'], words: row.words, by: row.name ?? '', at: row.decided_at }
}

function receiptRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_receipts').leftJoin('colleagues', 'colleagues.id', 'handed_by')
    .select(['disclosure_receipts.id', 'participant_id', 'statement_id', 'package_id', 'number', 'hash', 'way', 'usable_until', 'handed_on', 'handed_at', 'colleagues.name']).where('participant_id', '=', participantId).execute()
}

function receiptIn(row: Awaited<ReturnType<typeof receiptRows>>[number]): Receipt {
  return { id: row.id, packageId: row.package_id, number: row.number, hash: row.hash, way: row.way, usableUntil: row.usable_until, on: row.handed_on, by: row.name ?? '', at: row.handed_at }
}

function recallRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_recalls').leftJoin('colleagues', 'colleagues.id', 'recalled_by').select(['participant_id', 'statement_id', 'reason', 'recalled_on', 'colleagues.name']).where('participant_id', '=', participantId).execute()
}

function errorRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_errors').leftJoin('colleagues', 'colleagues.id', 'found_by').select(['participant_id', 'statement_id', 'disclosure_errors.words', 'found_at', 'colleagues.name']).where('participant_id', '=', participantId).orderBy('found_at').execute()
}

function tellingRows(work: Work, participantId: number) {
  return work.db.selectFrom('disclosure_tellings').leftJoin('colleagues', 'colleagues.id', 'decided_by')
    .select(['participant_id', 'statement_id', 'cause', 'since_at', 'offered_now', 'held_now', 'service_now', 'decision', 'words', 'decided_on', 'colleagues.name']).where('participant_id', '=', participantId).orderBy('decided_at').execute()
}

function toldIn(row: Awaited<ReturnType<typeof tellingRows>>[number]): Told {
  return {
    cause: row.cause as Cause, sinceAt: row.since_at, meetings: row.offered_now === null ? null : { offered: row.offered_now, held: row.held_now!, service: row.service_now! },
    decision: row.decision as Telling, words: row.words, on: row.decided_on, by: row.name ?? '' }
}
