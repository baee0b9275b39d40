import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }
import { formOf, placeOf, type Fault, type Path, type PublishedSchema, type Standing } from '../platform/definitions/index.ts'
import type { Values } from '../platform/words/index.ts'
import type { Programme } from './programme.ts'
import { t, type NameIn } from './words.ts'

// The stages' `after` is told from an empty one: left out, it means the stage before.
const form = formOf<Programme>(schema as PublishedSchema, [schema.$defs.stage.properties.after])

export const programmeForm = form

export type FoundStatement = { path: Path, statement: Standing & Record<string, unknown> }

/** Every part that must say where it comes from, with its place. */
export function statementsIn(definition: Programme): FoundStatement[] {
  return form.partsWith(['source', 'design_proposals'], definition).map(({ path, part }) => ({ path, statement: part }))
}

/** A definition while it is checked: in the right shape, but nothing in it is trusted yet. */
export type Draft = { definition: Programme, statements: FoundStatement[], knownSources: ReadonlySet<string> }

export type Check = (draft: Draft) => Fault[]

/** One fault of a named rule. The rule's sentence has the rule's name. */
export function fault(draft: Draft, rule: NameIn<'check'>, at: Path, values: Values = {}): Fault {
  return { rule, at, sentence: t(`programmes.check.${rule}`, { place: placeOf(draft.definition, at), ...values }) }
}
