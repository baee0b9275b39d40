import { roleName } from '../access/index.ts'
import { consentSaid, statusSaid } from '../participants/index.ts'
import { say } from '../platform/words/index.ts'
import { roleInWords, type Programme, type Rule } from '../programmes/index.ts'
import { mayGoOn, type Answer, type Fact, type Given } from './eligibility.ts'
import { t } from './words.ts'

export const answerSaid = (answer: Answer | 'despite') => t(`eligibility.answer.${answer}`)
export const kindSaid = (kind: Rule['kind']) => t(`eligibility.kind.${kind}`)
/** The published list of what a rule may ask about; belief is not on it. */
export const aboutSaid = (about: string) => t(`eligibility.about.${about as 'age'}`)

export function factSaid(fact: Fact): string {
  if (fact.about === 'weeks') return t(fact.asTold ? 'eligibility.fact.weeks.told' : 'eligibility.fact.weeks', { count: fact.weeks, day: say.day(fact.on) })
  if (fact.about === 'age') return t('eligibility.fact.age', { years: fact.years, day: say.day(fact.bornOn) })
  if (fact.about === 'place') return t('eligibility.fact.place', { unit: fact.unit })
  if (fact.about === 'needs') return needsSaid(fact)
  if (fact.about === 'consent') return t('eligibility.fact.consent', { answer: fact.said === 'withdrawn' ? t('eligibility.fact.withdrawn') : consentSaid(fact.said), day: say.day(fact.on) })
  return `${say.list(fact.statuses.map(({ status, fromOn, source }) => t('eligibility.fact.status', { status: statusSaid(status), day: say.day(fromOn), source })))}.`
}

function needsSaid({ languages, interpreter }: Extract<Fact, { about: 'needs' }>): string {
  if (languages.length === 0) return t('eligibility.fact.needs.none')
  return t(interpreter ? 'eligibility.fact.needs.interpreter' : 'eligibility.fact.needs', { languages: say.list(languages.map(say.language)) })
}

export function writtenSaid({ writtenBy, writtenAt }: Given): string {
  const when = say.moment(writtenAt)
  return writtenBy ? t('eligibility.written', { name: writtenBy, when }) : t('eligibility.written.gone', { when })
}

/** Who may go on against an answer, as the definition names them. */
export function goesOnSaid(definition: Programme, rule: Rule): string {
  if (rule.override_by === undefined || rule.override_by === 'not_established') return t('eligibility.goes-on.coordinator')
  return mayGoOn(definition, rule) === 'nobody' ? t('eligibility.goes-on.nobody') : t('eligibility.goes-on.named', { role: namedRole(definition, rule) })
}

export function namedRole(definition: Programme, { override_by: named }: Rule): string {
  return named === undefined || named === 'not_established' ? roleName('coordinator') : roleInWords(definition, named)
}
