import { placeOf, type Fault, type Path } from '../finding.ts'
import { wordsOf, type KeyOf, type Values } from '../../platform/words/index.ts'
import type { FoundStatement } from '../definition-schema.ts'
import type { Programme } from '../programme.ts'
import en from '../programmes.words.en.json' with { type: 'json' }

/** A definition while it is checked: in the right shape, but nothing in it is trusted yet. */
export type Draft = { definition: Programme, statements: FoundStatement[], knownSources: ReadonlySet<string> }

export type Check = (draft: Draft) => Fault[]

const t = wordsOf(en)

/** One fault of a named rule. The rule's sentence has the rule's name. */
export function fault(draft: Draft, rule: RuleName, at: Path, values: Values = {}): Fault {
  return { rule, at, sentence: t(`programmes.check.${rule}`, { place: placeOf(draft.definition, at), ...values }) }
}

type Suffix<Key> = Key extends `programmes.check.${infer Name}` ? Name : never

export type RuleName = Suffix<KeyOf<typeof en>>
