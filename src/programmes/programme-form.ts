import schema from '../../definitions/schema/programme.schema.json' with { type: 'json' }
import { formOf, type OwnFault, type Path, type PublishedSchema, type Standing } from '../platform/definitions/index.ts'
import { namesABelief } from './checks/belief.ts'
import type { Programme } from './programme.ts'
import { t } from './words.ts'

// The stages' `after` is told from an empty one: left out, it means the stage before.
const form = formOf<Programme>(schema as PublishedSchema, [schema.$defs.stage.properties.after])

export const programmeForm = form

export type FoundStatement = { path: Path, statement: Standing & Record<string, unknown> }

/** Every part that must say where it comes from, with its place. */
export function statementsIn(definition: Programme): FoundStatement[] {
  return form.partsWith(['source', 'design_proposals'], definition).map(({ path, part }) => ({ path, statement: part }))
}

/** Where the form is broken in a way that has a reason of its own. */
export const ownFault: OwnFault = (at, { place, key, value }) => {
  if (key !== undefined) return at[0] === 'instruments' && wordings.includes(key) ? { rule: 'instrument-wording', at, sentence: t('programmes.check.instrument-wording', { place }) } : undefined
  if (at.at(-1) !== 'about' || !namesABelief(String(value))) return undefined
  return { rule: 'belief-is-no-rule', at, sentence: t('programmes.check.belief-is-no-rule', { place }) }
}

const wordings = ['items', 'questions', 'wording', 'item_texts']
