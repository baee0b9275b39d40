import type { Day } from '../platform/day.ts'
import { say } from '../platform/words/index.ts'
import type { AdviceState, Answer, Erasable, ErasureDecision, LegalStatus, ParticipantState, Purpose } from './participant.ts'
import { t } from './words.ts'

export const stateSaid = (state: string) => t(`person.state.${state as ParticipantState}`)
export const statusSaid = (status: string) => t(`person.status.${status as LegalStatus}`)
export const purposeSaid = (purpose: string) => t(`person.purpose.${purpose as Purpose}`)
export const answerSaid = (answer: string) => t(`person.answer.${answer as Answer}`)
export const waySaid = (way: string) => t(`person.way.${way as 'spoken' | 'easy-read' | 'written' | 'as-imported'}`)

type Told = { as_told: boolean, told_on: Day | null, told_from: string | null }

/** Where something comes from: as it was written, or, where a referral told it and nobody has confirmed it yet, who told it and when, in the reader's language. */
export function sourceSaid({ as_told, told_on, told_from }: Told, words: string): string {
  if (!as_told || told_on === null || told_from === null) return words
  return t('person.told', { when: say.day(told_on), who: words || t(`person.told.${told_from as Teller}`) })
}

type Teller = 'security' | 'self' | 'case-manager' | 'chaplain' | 'court' | 'family' | 'other-agency' | 'other' | 'not-said'

export const adviceSaid = (state: string) => t(`person.advice.${state as AdviceState}`)
export const itemSaid = (item: string) => t(`erasure.item.${item as Erasable}`)
export const erasureSaid = (decision: string) => t(`erasure.decision.${decision as ErasureDecision}`)
export const kindSaid = (kind: string) => t(`notice.kind.${kind as Purpose | 'asking'}`)

/** Languages by their names in the reader's own, those of the person and of the texts first. */
export function languageOptions(first: readonly string[] = []) {
  const rest = commonLanguages.filter((code) => !first.includes(code)).map((code) => ({ value: code, label: say.language(code) })).sort((one, other) => one.label.localeCompare(other.label))
  return [...[...new Set(first)].filter((code) => /^[a-z]{2,3}(-[A-Za-z\d]{2,8})*$/.test(code)).map((code) => ({ value: code, label: say.language(code) })), ...rest]
}

/** Those most often asked for where people are held or supervised in Europe; a language outside the list is added to a person's own. */
const commonLanguages = ['am', 'ar', 'bg', 'bs', 'ckb', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fa', 'fi', 'fr', 'hr', 'hu', 'is', 'it', 'ka', 'ku', 'lt', 'lv', 'mk', 'nb', 'nl', 'pl', 'prs', 'ps', 'pt', 'ro', 'rom', 'ru', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'ti', 'tr', 'uk', 'ur', 'vi', 'zh']
