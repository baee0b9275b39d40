import { placeOf, type Fault, type Path } from '../../platform/definitions/index.ts'
import type { KeyOf, Values } from '../../platform/words/index.ts'
import type { Programme } from '../programme.ts'
import type { FoundStatement } from '../programme-form.ts'
import { english, t } from '../words.ts'

/** A definition while it is checked: in the right shape, but nothing in it is trusted yet. */
export type Draft = { definition: Programme, statements: FoundStatement[], knownSources: ReadonlySet<string> }

export type Check = (draft: Draft) => Fault[]

/** One fault of a named rule. The rule's sentence has the rule's name. */
export function fault(draft: Draft, rule: RuleName, at: Path, values: Values = {}): Fault {
  return { rule, at, sentence: t(`programmes.check.${rule}`, { place: placeOf(draft.definition, at), ...values }) }
}

type Suffix<Key> = Key extends `programmes.check.${infer Name}` ? Name : never

export type RuleName = Suffix<KeyOf<typeof english>>
