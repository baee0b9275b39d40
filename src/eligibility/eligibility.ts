import { addMonths, daysBetween, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { AccessRole, Programme, Rule } from '../programmes/index.ts'

export const answers = ['yes', 'no', 'unknown'] as const
export type Answer = (typeof answers)[number]

/** What somebody wrote down about a rule, once. "despite": they go on against the answer before it, and the words say why. */
export type Given = {
  programme: string, ruleId: string, asked: string, answer: Answer | 'despite', words: string, seenOn: Day, saidBy: string, writtenBy: string | null, writtenAt: Instant
}

/** What the service has recorded about a person that a rule may ask for; only what this reader may read is in it. */
export type Recorded = {
  release: { on: Day | null, asTold: boolean } | undefined, bornOn: Day | null, statuses: { status: string, fromOn: Day, source: string }[]
  needs: { languages: string[], interpreter: boolean } | undefined, unit: string | null, consent: { answer: string, on: Day } | undefined
}

/** A recorded thing that a rule is about. It answers only where nothing is left to judge: an age, a number of weeks. */
export type Fact =
  | { about: 'weeks', answer?: 'yes' | 'no', weeks: number, on: Day, asTold: boolean }
  | { about: 'age', answer?: 'yes' | 'no', years: number, bornOn: Day }
  | { about: 'statuses', statuses: Recorded['statuses'] }
  | { about: 'needs', languages: string[], interpreter: boolean }
  | { about: 'place', unit: string }
  | { about: 'consent', said: string, on: Day }

/** One rule of a programme, with everything that was answered to it (the latest first) and what is recorded. */
export type Question = { rule: Rule, given: Given[], fact: Fact | undefined }

/** What an answer says: for taking part, against it, open, gone on with despite the answer, or nothing by itself. */
export type Side = 'for' | 'against' | 'open' | 'despite' | 'neither'

export type Standing = { answer: Answer | 'despite', from: 'person' | 'record' | 'nobody', latest?: Given }

/** What holds for a rule: what a person answered last, else what is recorded, else nothing. Another question under the same name was not answered. */
export function standingOf({ rule, given, fact }: Question): Standing {
  const latest = given.find(({ asked }) => asked === rule.asks)
  if (latest) return { answer: latest.answer, from: 'person', latest }
  if (fact && 'answer' in fact && fact.answer) return { answer: fact.answer, from: 'record' }
  return { answer: 'unknown', from: 'nobody' }
}

/** What was recorded since says something else than the person who answered. */
export function recordSaysOtherwise(question: Question): boolean {
  const { answer, from } = standingOf(question)
  const recorded = question.fact && 'answer' in question.fact ? question.fact.answer : undefined
  return from === 'person' && recorded !== undefined && (answer === 'yes' || answer === 'no') && answer !== recorded
}

/** Of rules that are each enough, one decides for all: as long as one may still be met, no other speaks against. */
export function sideOf(question: Question, all: readonly Question[]): Side {
  const { answer } = standingOf(question)
  if (answer === 'despite') return 'despite'
  const others = question.rule.any_of === undefined ? [] : all.filter(({ rule }) => rule.id !== question.rule.id && rule.any_of === question.rule.any_of).map((one) => standingOf(one).answer)
  if (answer === 'yes') return question.rule.kind === 'exclusion' ? 'against' : 'for'
  if (others.some((other) => other === 'yes' || other === 'despite')) return 'neither'
  if (answer === 'unknown') return 'open'
  if (question.rule.kind === 'exclusion') return 'for'
  return question.rule.kind === 'priority' || others.includes('unknown') ? 'neither' : 'against'
}

/** A priority says who comes first when places are few; nobody is left out by it, so a plan does not wait for it. */
export function isNecessary({ rule }: Pick<Question, 'rule'>): boolean {
  return rule.kind !== 'priority'
}

export function openQuestions(all: readonly Question[]): Question[] {
  return all.filter((one) => isNecessary(one) && sideOf(one, all) === 'open')
}

export function againstIn(all: readonly Question[]): Question[] {
  return all.filter((one) => sideOf(one, all) === 'against')
}

/** Who may go on against an answer: the role that the definition names; where it names none, or nobody knows, the coordinator. */
export function mayGoOn(definition: Pick<Programme, 'roles'>, { override_by: named }: Pick<Rule, 'override_by'>): AccessRole | 'nobody' {
  if (named === undefined || named === 'not_established') return 'coordinator'
  if (named === 'nobody') return 'nobody'
  return definition.roles.find(({ id }) => id === named)?.may_act_as ?? (named === 'coordinator' ? 'coordinator' : 'none')
}

/** In these roles somebody writes answers here. The others say theirs to one of them, who writes down who says so. */
export const writingRoles = ['coordinator', 'case_manager', 'assessor'] as const

/**
 * Whether somebody in this role writes that it goes on. Where the definition names a role that writes nothing here (a panel's chair, a court), the
 * coordinator writes down who of that role decided.
 */
export function writesDespite(role: string, named: AccessRole | 'nobody'): boolean {
  if (named === 'nobody') return false
  return role === (writingRoles.some((one) => one === named) ? named : 'coordinator')
}

/** Refuses 'eligibility-nobody-overrides', 'eligibility-not-yours-to-override'. */
export function mustMayGoOn(role: string, named: AccessRole | 'nobody'): void {
  if (named === 'nobody') throw refuse('eligibility-nobody-overrides')
  if (!writesDespite(role, named)) throw refuse('eligibility-not-yours-to-override')
}

/** What is recorded about what a rule asks; nothing where the service records no such thing. */
export function factFor(rule: Rule, recorded: Recorded, today: Day): Fact | undefined {
  return facts[rule.about]?.(rule, recorded, today)
}

type FactOf = (rule: Rule, recorded: Recorded, today: Day) => Fact | undefined

const lawOf: FactOf = (_, { statuses }) => statuses.length > 0 ? { about: 'statuses', statuses } : undefined
const wishOf: FactOf = (_, { consent }) => consent && { about: 'consent', said: consent.answer, on: consent.on }

/** By what a rule is about. A risk, a need, conduct are nobody's record to answer from, and are not here. */
const facts: Readonly<Record<string, FactOf>> = {
  time_available: (rule, { release }, today) => release?.on && release.on >= today ? weeksLeft(rule, { on: release.on, asTold: release.asTold }, today) : undefined,
  age: (rule, { bornOn }, today) => bornOn ? ageOf(rule, bornOn, today) : undefined,
  legal_status: lawOf, order: lawOf, offence: lawOf, monitoring: lawOf,
  language: (_, { needs }) => needs && { about: 'needs', ...needs },
  place: (_, { unit }) => unit ? { about: 'place', unit } : undefined,
  consent: wishOf, motivation_to_take_part: wishOf,
}

/** A day of release that nobody has confirmed is told, and answers nothing. */
function weeksLeft(rule: Rule, { on, asTold }: { on: Day, asTold: boolean }, today: Day): Fact {
  const days = daysBetween(today, on)
  const answer = asTold ? undefined : within(rule, days / 7)
  return { about: 'weeks', weeks: Math.floor(days / 7), on, asTold, ...(answer && { answer }) }
}

function ageOf(rule: Rule, bornOn: Day, today: Day): Fact {
  let years = 0
  while (addMonths(bornOn, (years + 1) * 12) <= today) years += 1
  const answer = within(rule, years)
  return { about: 'age', years, bornOn, ...(answer && { answer }) }
}

function within({ at_least: least, at_most: most }: Rule, number: number): 'yes' | 'no' | undefined {
  if (least === undefined && most === undefined) return undefined
  return number >= (least ?? -Infinity) && number <= (most ?? Infinity) ? 'yes' : 'no'
}
