import { roleName } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { say } from '../platform/words/index.ts'
import { inForce, reviewDueOn, signedOn, standing, waiting, type Agreement, type Answer, type ClauseOutcome, type Party, type Version } from './agreement.ts'
import { t } from './words.ts'

/** How an agreement stands, in a sentence or two. */
export function standingSaid(agreement: Agreement, today: Day): string {
  const due = reviewDueOn(agreement)
  const [held, open] = [inForce(agreement), agreement.ended ? undefined : waiting(agreement)]
  if (agreement.ended) return t('agreement.stands.ended', { day: say.day(agreement.ended.on), how: t(`agreement.ending.${agreement.ended.word}`) })
  const sentences = [held && signedSaid(held), due && t(`agreement.stands.${standing(agreement, today) === 'lapsed' ? 'lapsed' : 'due'}`, { day: say.day(due) }), open && waitingSaid(open)]
  return sentences.filter(Boolean).join(' ')
}

export function signedSaid(version: Version): string {
  return t('agreement.stands.signed', { number: version.number, names: say.list(version.parties.map(nameOf)), day: say.day(signedOn(version)!) })
}

/** Who has said no to a version, and whose answer is missing. */
export function waitingSaid({ number, parties }: Version): string {
  const no = parties.filter(({ answer }) => answer?.answer === 'refused').map(nameOf)
  if (no.length > 0) return t('agreement.stands.refused', { number, names: say.list(no) })
  return t('agreement.stands.waiting', { number, names: say.list(parties.filter(({ answer }) => !answer).map(nameOf)) })
}

/** A party's answer, and honestly how it was given. */
export function answerSaid(answer: Answer | undefined): string {
  if (!answer) return t('agreement.answer.none')
  const { on, seenBy, recordedBy } = answer
  if (answer.way === 'on-paper') return t(`agreement.answer.paper.${answer.answer}`, { day: say.day(on), seenBy, recordedBy })
  return t(`agreement.answer.own.${answer.answer}`, { day: say.day(on) })
}

export function nameOf({ name, role }: Party): string {
  return name === '' ? roleName(role) : name
}

/** "Mia Juhl (mentor)". */
export function partySaid(party: Pick<Party, 'name' | 'role'>): string {
  return party.name === '' ? roleName(party.role) : t('agreement.party', { name: party.name, role: roleName(party.role) })
}

/** "Five of six clauses carried out", from what a review said. */
export function outcomesSaid(outcomes: ClauseOutcome[]): string {
  return t('agreement.outcomes', { done: outcomes.filter(({ outcome }) => outcome === 'carried-out').length, count: outcomes.length })
}
