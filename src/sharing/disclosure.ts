import { addDays, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** Who can be told by this procedure: an authority in a function, never somebody's account. */
export const recipientKinds = ['court', 'parole-board'] as const
export type RecipientKind = (typeof recipientKinds)[number]

/** What a report can hold, whole. What is not here cannot leave: no note, rating, measure, drawing, part of a plan or restriction. The person's comment always goes along. */
export const items = ['taking-part', 'meetings', 'ending'] as const
export type Item = (typeof items)[number]

export const commentAnswers = ['comments', 'no-comment', 'not-reached'] as const
export type CommentAnswer = (typeof commentAnswers)[number]
/** What the person can answer themselves: that they were not reached is for somebody else to say. */
export const ownCommentAnswers = ['comments', 'no-comment'] as const

export const decisions = ['approved', 'sent-back'] as const
export type Decision = (typeof decisions)[number]

export const tellings = ['told', 'need-not'] as const
export type Telling = (typeof tellings)[number]

/** Why somebody who was told earlier may have to hear more. */
export const causes = ['withdrawal', 'error', 'meetings', 'over'] as const
export type Cause = (typeof causes)[number]

/** What the service has written down of the law for one kind of recipient. */
export type Rule = { id: number, kind: RecipientKind, reportAsked: boolean, endingAsked: boolean, decision: string, basis: string, usableDays: number, setAt: Instant }

export type Meetings = { offered: number, held: number, service: number }

export type Comment = { answer: CommentAnswer, words: string, byPerson: boolean, by: string | null, at: Instant }

export type Package = {
  id: number, publicId: string, number: string, asks: 'coordinator' | 'data_protection_officer', language: string, from: Day, until: Day | null, meetings: Meetings | null, endedByOwnWish: boolean,
  /** What was written down of the law when it was frozen. */
  ruleId: number
  body: string, hash: string, usableUntil: Day, preparedById: number, preparedBy: string, preparedAt: Instant, preparedOn: Day }

export type Decided = { packageId: number, decision: Decision, words: string, by: string, at: Instant }

export type Receipt = { id: number, packageId: number, number: string, hash: string, way: string, usableUntil: Day, on: Day, by: string, at: Instant }

export type Told = { cause: Cause, sinceAt: Instant | null, meetings: Meetings | null, decision: Telling, words: string, on: Day, by: string }

export type Statement = {
  id: number, publicId: string, participantId: number, kind: RecipientKind, authority: string, recipientFunction: string, reference: string, askedBy: string, askedOn: Day, answerBy: Day | null,
  purpose: string, basis: string, necessity: string, items: Item[], recordedBy: string, recordedAt: Instant
  refused?: { reason: string, by: string, at: Instant }
  comment?: Comment
  /** The last that was prepared, as far as the reader may read it. */
  package?: Package
  decided?: Decided
  receipt?: Receipt
  recalled?: { reason: string, on: Day, by: string }
  errors: { words: string, by: string, at: Instant }[]
  told: Told[]
}

export const states = ['asked', 'prepared', 'sent-back', 'approved', 'handed-over', 'recalled', 'refused'] as const
export type State = (typeof states)[number]

/** How far it is, as far as the reader may see it: whoever may not read packages sees it as asked until somebody has decided. */
export function stateOf({ refused, package: prepared, decided, receipt, recalled }: Statement): State {
  if (refused) return 'refused'
  if (recalled) return 'recalled'
  if (receipt) return 'handed-over'
  if (prepared && decided?.packageId !== prepared.id) return 'prepared'
  if (decided) return decided.decision
  return 'asked'
}

/** The authority and the function, as a line of the log and a receipt name them. */
export function recipientOf({ authority, recipientFunction }: Pick<Statement, 'authority' | 'recipientFunction'>): string {
  return `${authority}, ${recipientFunction}`
}

export function checkOpen(statement: Statement): void {
  const state = stateOf(statement)
  if (state === 'refused') throw refuse('sharing-refused-already')
  if (state === 'handed-over' || state === 'recalled') throw refuse('sharing-handed-over-already')
}

/** Why nothing can be prepared for a question as it is written down: it is refused, or written down anew. */
export type NothingCan = 'sharing-no-rule' | 'sharing-ending-not-asked' | 'sharing-necessity-first'

/**
 * Nothing leaves without a written rule that the law asks for it, and no ending where it does not ask for the ending. Where no rule asked for it, nobody had to say why it is needed; before anything leaves
 * somebody has.
 */
export function lacking({ items: wanted, necessity }: Pick<Statement, 'items' | 'necessity'>, rule: Rule | undefined): NothingCan | undefined {
  if (!rule?.reportAsked) return 'sharing-no-rule'
  if (wanted.includes('ending') && !rule.endingAsked) return 'sharing-ending-not-asked'
  return necessity === '' ? 'sharing-necessity-first' : undefined
}

export function checkRule(statement: Statement, rule: Rule | undefined): Rule {
  const why = lacking(statement, rule)
  if (why) throw refuse(why)
  return rule!
}

/** The same of a question that is open, with what is prepared already: what waits under a law that still lets it go is not stopped. */
export function whyNothingCan(statement: Statement, rules: readonly Rule[]): NothingCan | undefined {
  const { kind, package: prepared } = statement
  const now = rules.find((rule) => rule.kind === kind)
  if (prepared && ['prepared', 'approved'].includes(stateOf(statement)) && !lawSince(prepared, rules, now)) return undefined
  return lacking(statement, now)
}

/** Its time is over: since the day after the last on which it may be used. */
export function isOver({ receipt, recalled }: Statement, today: Day): boolean {
  return receipt !== undefined && recalled === undefined && receipt.usableUntil < today
}

/** The person is asked first. What they said after a package was prepared is not in it. */
export function checkComment({ comment }: Statement): Comment {
  if (!comment) throw refuse('sharing-comment-first')
  return comment
}

/** What the person said themselves stands until they say otherwise: nobody writes a silence over it, or other words. */
export function checkOwnWords({ comment }: Statement): void {
  if (comment?.byPerson) throw refuse('sharing-own-words-stand')
}

export function checkWords(answer: CommentAnswer, words: string): void {
  if (answer !== 'no-comment' && words.trim() === '') throw refuse('sharing-comment-empty')
}

/** How long a second has to read: as long as a data protection officer has it open. */
export const daysToRead = 30

/** Whether a package can be frozen now: none waits, or the one that waits cannot leave any more, since the person has said something since, its time is over or nobody has read it in time. */
export function canBePrepared(statement: Statement, today: Day): boolean {
  const { package: prepared, comment } = statement
  if (!prepared || !['prepared', 'approved'].includes(stateOf(statement))) return true
  return (comment !== undefined && comment.at > prepared.preparedAt) || prepared.usableUntil < today || (stateOf(statement) === 'prepared' && addDays(prepared.preparedOn, daysToRead) < today)
}

/** Why what was frozen can leave no more, and has to be frozen anew, if it can: the law is written down otherwise, or something is recorded that it does not say. */
export type NoMore = 'sharing-no-rule' | 'sharing-ending-not-asked' | 'sharing-rule-since' | 'sharing-facts-since' | 'sharing-no-part' | 'sharing-kept-apart'

/** Whether the law still asks for what a package holds, in the words that it names, and for as long. */
export function lawSince({ ruleId, endedByOwnWish }: Package, rules: readonly Rule[], now: Rule | undefined): NoMore | undefined {
  const then = rules.find(({ id }) => id === ruleId)
  if (!now?.reportAsked) return 'sharing-no-rule'
  if (endedByOwnWish && !now.endingAsked) return 'sharing-ending-not-asked'
  return now.decision === then?.decision && now.basis === then.basis && now.usableDays >= then.usableDays ? undefined : 'sharing-rule-since'
}

/** Whether it still says what is recorded: days, counts, how it ended, and no stop since. */
export function factsSince(statement: Statement, prepared: Package, now: { facts: { from: Day, until: Day | null, ownWish: boolean } | undefined, stops: readonly Instant[], meetings: Meetings | undefined }): NoMore | undefined {
  const { facts, stops, meetings } = now
  if (!facts) return 'sharing-no-part'
  if (prepared.meetings && !meetings) return 'sharing-kept-apart'
  const ownWish = statement.items.includes('ending') && facts.ownWish
  const isSame = facts.from === prepared.from && facts.until === prepared.until && ownWish === prepared.endedByOwnWish && (!prepared.meetings || areSame(prepared.meetings, meetings!))
  return isSame && !stops.some((at) => at > prepared.preparedAt) ? undefined : 'sharing-facts-since'
}

/** Approved is what was read: `number` is the one that stood on the page of the second. */
export function checkSecond(statement: Statement, actorId: number, number: string): Package {
  const { package: prepared, comment } = statement
  if (!prepared || stateOf(statement) !== 'prepared') throw refuse('sharing-nothing-to-approve')
  if (prepared.preparedById === actorId) throw refuse('sharing-second-person')
  if (prepared.number !== number) throw refuse('sharing-nothing-to-approve')
  if (comment && comment.at > prepared.preparedAt) throw refuse('sharing-comment-since')
  return prepared
}

export function checkHandOver(statement: Statement, today: Day): Package {
  const { package: prepared, comment } = statement
  if (!prepared || stateOf(statement) !== 'approved') throw refuse('sharing-not-approved')
  if (comment && comment.at > prepared.preparedAt) throw refuse('sharing-comment-since')
  if (prepared.usableUntil < today) throw refuse('sharing-over')
  return prepared
}

/** A copy is given again only as long as it may be used. */
export function checkFile(statement: Statement, today: Day): { receipt: Receipt, prepared: Package } {
  const { receipt, package: prepared, recalled } = statement
  if (!receipt || !prepared) throw refuse('sharing-not-approved')
  if (recalled) throw refuse('sharing-recalled')
  if (receipt.usableUntil < today) throw refuse('sharing-over')
  return { receipt, prepared }
}

export function checkReceipt(statement: Statement): Receipt {
  if (!statement.receipt) throw refuse('sharing-not-handed-over')
  if (statement.recalled) throw refuse('sharing-recalled-already')
  return statement.receipt
}

/** One reason to ask whether an earlier recipient has to hear of it. */
export type Open = { cause: Cause, sinceAt: Instant | null, meetings: Meetings | null, what: string }

/**
 * What happened since a package was handed over that nobody has decided about: the person said stop, something in it was wrong, its meetings are recorded otherwise now, or the time is over in which it may
 * be used. Who was told that it is taken back needs no more. After the last day a stop or another count says nothing of a report in use: telling it would tell something new about the person. What was wrong
 * in it was wrong when it was used, and goes on.
 */
export function toTell(statement: Statement, now: { stops: readonly Instant[], meetings: Meetings | undefined, /** When its time ended, once that has come. */ overAt?: Instant | undefined }): Open[] {
  const { receipt, recalled, told } = statement
  if (!receipt || recalled) return []
  const decided = (cause: Cause, at: Instant) => told.some((one) => one.cause === cause && one.sinceAt === at)
  return [
    ...now.stops.filter((at) => at > receipt.at && (!now.overAt || at <= now.overAt) && !decided('withdrawal', at)).map((at): Open => ({ cause: 'withdrawal', sinceAt: at, meetings: null, what: '' })),
    ...statement.errors.filter(({ at }) => !decided('error', at)).map(({ words, at }): Open => ({ cause: 'error', sinceAt: at, meetings: null, what: words })),
    ...(!now.overAt && isOther(statement, now.meetings) ? [{ cause: 'meetings' as const, sinceAt: null, meetings: now.meetings!, what: '' }] : []),
    ...(now.overAt && !told.some(({ cause }) => cause === 'over') ? [{ cause: 'over' as const, sinceAt: now.overAt, meetings: null, what: '' }] : []),
  ]
}

function isOther({ package: prepared, told }: Statement, now: Meetings | undefined): boolean {
  if (!prepared?.meetings || now === undefined) return false
  const known = [prepared.meetings, ...told.flatMap(({ meetings }) => (meetings ? [meetings] : []))]
  return !known.some((one) => areSame(one, now))
}

function areSame(one: Meetings, other: Meetings): boolean {
  return one.offered === other.offered && one.held === other.held && one.service === other.service
}
