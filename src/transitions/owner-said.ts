import { say } from '../platform/words/index.ts'
import type { Owner } from './transitions.queries.ts'
import { t } from './words.ts'

/** Who outside has it, and whether they know; or that they are there no more. */
export function ownerSaid({ name, stands, acknowledgedAt, acknowledgeBy }: Pick<Owner, 'name' | 'stands' | 'acknowledgedAt' | 'acknowledgeBy'>): string {
  if (stands !== 'there') return t(`transition.due.owner.${stands}`, { name })
  return t(acknowledgedAt === null ? 'transition.owner.silent' : 'transition.owner.knows', { name, day: say.day(acknowledgeBy) })
}
