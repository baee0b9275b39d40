import { t } from '../words.ts'
import type { OnePerson } from './each-person.ts'

/** What somebody is called in a study: their place in it, nobody's order. */
export function personName({ place }: Pick<OnePerson, 'place'>): string {
  return t('evaluation.person-n', { n: place })
}
