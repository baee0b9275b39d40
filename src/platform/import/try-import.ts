import type { Day } from '../day.ts'
import type { Work } from '../work.ts'
import { suggestMapping, type MappingSuggestion } from './columns.ts'
import { dryRun, type DryRun, type Hooks } from './dry-run.ts'
import type { ImportFile } from './import-file.ts'
import type { ImportKind } from './import-kind.ts'
import type { Importer, Mapping } from './importer.ts'
import { rememberedMapping } from './kept-file.ts'
import type { Trial } from './outcomes.ts'
import { listWord } from './spelling.ts'
import type { Survey } from './survey.ts'
import { mappedValue } from './values.ts'

export type Suggested<Row, Print> = { importer: Importer<Row, Print>, suggestion: MappingSuggestion, mapping: Mapping }

/** Which column is which: as chosen for this file, else as the last time, else as it looks. */
export async function suggestedFor<Row, Print>(work: Work, kind: ImportKind<Row, Print>, survey: Survey, chosen?: Mapping): Promise<Suggested<Row, Print>> {
  await kind.mustImport(work)
  const importer = await kind.importer(work)
  const before = chosen ?? await rememberedMapping(work, kind.kind, survey)
  const suggestion = suggestMapping(importer.fields, survey, before)
  // What a person chose holds as it is; a suggestion is only for where nobody has chosen.
  const suggested = kind.columns?.suggest(survey, suggestion.mapping, before) ?? withOthers(suggestion.mapping, before)
  return { importer, suggestion, mapping: chosen ?? suggested }
}

/** The columns as they were chosen, with whoever is known by now where somebody was left open, and whether anybody is. What a person has said stays. */
export async function knownByNow(work: Work, kind: ImportKind, survey: Survey, chosen: Mapping): Promise<{ mapping: Mapping, isMore: boolean }> {
  const { suggestion: { values } } = await suggestedFor(work, kind, survey, chosen)
  const open = values.filter(({ field, text, value }) => value !== undefined && mappedValue(chosen, field, text) === undefined)
  const means = structuredClone(chosen.values)
  for (const { field, text, value } of open) means[field] = { ...means[field], [listWord(text)]: value! }
  return { mapping: { ...chosen, values: means }, isMore: open.length > 0 }
}

/** Under '' of a field: where its texts go that mean nothing in the list. */
export function otherTexts(mapping: Mapping | undefined, field: string): string | undefined {
  return mapping?.values[field]?.['']
}

export function withOtherTexts(mapping: Mapping, field: string, value: string | undefined): Mapping {
  return value === undefined ? mapping : { ...mapping, values: { ...mapping.values, [field]: { ...mapping.values[field], '': value } } }
}

function withOthers(mapping: Mapping, before: Mapping | undefined): Mapping {
  return Object.keys(before?.values ?? {}).reduce((all, field) => withOtherTexts(all, field, otherTexts(before, field)), mapping)
}

export type OnItsWay = { publicId: string, file: ImportFile, survey: Survey }

/** What it comes to with these columns, written nowhere. `seal` is what confirming asks for. */
export async function tryImport<Row, Print>(work: Work, kind: ImportKind<Row, Print>, { publicId, file, survey }: OnItsWay, given: { mapping: Mapping, importer: Importer<Row, Print>, onProgress?: Hooks<Row>['onProgress'] }): Promise<DryRun<Row>> {
  const trial = trialOf(work, given.importer, { file, survey, mapping: given.mapping, on: work.today })
  return dryRun(trial, { standing: (outcomes) => kind.standing(work, publicId, outcomes), ...(given.onProgress && { onProgress: given.onProgress }) })
}

/** `on`: the day under which it was tried, which stays the same while it is written over midnight. */
export function trialOf<Row, Print>(work: Work, importer: Importer<Row, Print>, { file, survey, mapping, on }: { file: ImportFile, survey: Survey, mapping: Mapping, on: Day }): Trial<Row, Print> {
  return { importer, file, survey, terms: { mapping, today: on, timeZone: work.timeZone, dayOrder: 'day-first' } }
}
