import { say } from '../../platform/words/index.ts'
import { t } from '../words.ts'
import type { Given } from './given.ts'
import type { OnePerson } from './each-person.ts'
import { personName } from './person-name.ts'
import { resultSaid } from './result-said.ts'

const whose = ['service', 'person', 'neither'] as const

/** What was given to one person, column by column; the numbers in the same order. */
export function givenColumns(): string[] {
  return [t('evaluation.given.held'), t('evaluation.given.planned'), ...whose.map((one) => t(`evaluation.dose.${one}`)), t('evaluation.given.called-off')]
}

export function givenNumbers({ planned, held, missed, calledOff }: Given): number[] {
  return [held, planned, ...whose.map((one) => missed[one]), calledOff]
}

/** What was given, as a list of facts. */
export function givenSaid(given: Given): { label: string, value: string }[] {
  const { units } = given
  const numbers = givenNumbers(given)
  return [...givenColumns().map((label, at) => ({ label, value: say.number(numbers[at] ?? 0) })),
    { label: t('evaluation.given.units'), value: units.planned + units.instead === 0 ? t('evaluation.given.units.none') : t('evaluation.given.units.said', { done: units.asPlanned, of: units.planned, instead: units.instead }) }]
}

/** Each person's planned, held and missed beside how they changed, for the report. */
export function givenBesideChange(people: readonly OnePerson[], effect: string): { columns: string[], rows: string[][] } {
  const missedSaid = ({ missed }: Given) => say.list(whose.filter((one) => missed[one] > 0).map((one) => `${t(`evaluation.dose.${one}`)}: ${say.number(missed[one])}`))
  return {
    columns: [t('evaluation.person'), t('evaluation.given.planned'), t('evaluation.given.held'), t('evaluation.given.missed'), effect],
    rows: people.map(({ given, ...person }) => [personName(person), say.number(given.planned), say.number(given.held), missedSaid(given), resultSaid(person.effect)]) }
}
