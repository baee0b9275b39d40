import { mayFor, myRoleFor } from '../access/index.ts'
import { thePerson, type Erasers } from '../participants/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { partsOf, programmesOnOffer, useProgramme, type Programme, type Rule } from '../programmes/index.ts'
import { againstIn, mayGoOn, mustMayGoOn, openQuestions, sideOf, standingOf, writingRoles, type Question } from './eligibility.ts'
import type { Answering, GoingOn } from './eligibility.input.ts'
import { addAnswer, questionsFor } from './eligibility.queries.ts'

/** Where a rule stands: the programme, and the rule in it, as they are named in an address. */
export type Place = { programme: string, rule: string, /** How many answers the form showed. */ shown?: number | undefined }

/** Writes down an answer with its evidence. The earlier ones stay beside it, and whatever somebody went on against before is asked anew. */
export async function answerRule(work: Work, place: Place, { answer, words, saidBy, seenOn }: Answering): Promise<void> {
  const { table, question } = await ruleToAnswer(work, place)
  if (answer !== 'unknown' && !words) throw refuse('eligibility-needs-evidence')
  if (seenOn > work.today) throw refuse('eligibility-day-ahead')
  await addAnswer(work, { table, definition: await useProgramme(work, place.programme), ruleId: question.rule.id, asked: question.rule.asks, answer, words: words ?? '', saidBy, seenOn })
}

/** Goes on although a rule speaks against it: by the role that the definition names, with a reason. The answer stays what it is. */
export async function goOnDespite(work: Work, place: Place, { words, decidedBy }: GoingOn): Promise<void> {
  const { table, role, question, all, definition } = await ruleToAnswer(work, place)
  const named = mayGoOn(definition, question.rule)
  mustMayGoOn(role, named)
  if (sideOf(question, all) !== 'against') throw refuse('eligibility-nothing-against')
  if (named !== role && !decidedBy) throw refuse('eligibility-who-decided')
  await addAnswer(work, { table, definition: await useProgramme(work, place.programme), ruleId: question.rule.id, asked: question.rule.asks, answer: 'despite', words, saidBy: named === role || decidedBy === undefined ? work.actor.name : decidedBy, seenOn: work.today })
}

/** The rule with its answers, for whoever writes answers about this person; for the others there is nothing to change. */
export async function ruleToAnswer(work: Work, { programme, rule: ruleId, shown }: Place) {
  await mustRead(work)
  const { definition, all, question } = await theRule(work, { programme, rule: ruleId })
  const role = await myRoleFor(work, work.about) ?? ''
  if (!writingRoles.some((one) => one === role)) throw refuse('eligibility-not-yours')
  if (shown !== undefined && shown !== question.given.length) throw refuse('eligibility-answered-meanwhile')
  const table: 'assessor_answers' | 'eligibility_answers' = role === 'assessor' ? 'assessor_answers' : 'eligibility_answers'
  return { table, role, definition, all, question }
}

/** Whoever may not read what is asked about a person gets the answer that a stranger gets. */
export async function mustRead(work: Work): Promise<void> {
  await thePerson(work)
  if (!await mayFor(work, 'read', 'referral')) throw refuse('not-found')
}

export function theProgramme(id: string): Programme {
  const found = programmesOnOffer().find(({ definition }) => definition.id === id)
  if (!found) throw refuse('not-found')
  return found.definition
}

async function theRule(work: Work, { programme, rule: ruleId }: { programme: string, rule: string }): Promise<{ definition: Programme, all: Question[], question: Question }> {
  const definition = theProgramme(programme)
  if (!hasRule(definition, ruleId)) throw refuse('eligibility-rule-unknown')
  const all = await questionsFor(work, definition)
  return { definition, all, question: all.find(({ rule }) => rule.id === ruleId)! }
}

function hasRule({ rules }: Programme, id: string): boolean {
  return partsOf(rules).some((rule) => rule.id === id)
}

/** How a programme stands for a person before a plan is made: what nobody has answered, what a person said against it, what somebody went on against; and apart, what a recorded number says against it, which decides nothing by itself. */
export async function beforeAPlan(work: Work, definition: Programme): Promise<{ open: Rule[], against: Rule[], recordedAgainst: Rule[], despite: { rule: Rule, reason: string, by: string }[] }> {
  // What cannot be read cannot be held against a plan: a token that lists less would pass where its maker does not.
  if (!await mayFor(work, 'read', 'referral') || !await mayFor(work, 'read', 'assessment_state')) throw refuse('eligibility-unread')
  const all = await questionsFor(work, definition)
  const despite = all.filter((one) => sideOf(one, all) === 'despite').map(({ rule, given }) => ({ rule, reason: given[0]?.words ?? '', by: given[0]?.saidBy ?? '' }))
  const [said, recorded] = (['person', 'record'] as const).map((from) => againstIn(all).filter((one) => standingOf(one).from === from).map(({ rule }) => rule))
  return { open: openQuestions(all).map(({ rule }) => rule), against: said!, recordedAgainst: recorded!, despite }
}

export const erasesOfEligibility: Erasers = [['everything-else', async (work, id, before) => {
  for (const table of ['eligibility_answers', 'assessor_answers'] as const) await work.db.deleteFrom(table).where('participant_id', '=', id).where('written_at', '<=', before).execute()
}]]
