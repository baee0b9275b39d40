import type { Person } from '../../participants/index.ts'
import { Crumbs } from '../../platform/page/index.ts'
import { movesPage } from './addresses.ts'
import { t } from './words.ts'

export function Way({ person, here }: { person: Pick<Person, 'public_id' | 'name'>, here?: string }) {
  const above = [{ href: `/people/${person.public_id}`, label: person.name }]
  return <Crumbs above={here ? [...above, { href: movesPage(person.public_id), label: t('moves.title') }] : above} here={here ?? t('moves.title')} />
}
