import { factOf as platformFactOf, partOf as platformPartOf, plainFact, unknownFact, type Fact, type FactPart, type FactRow, type FactSection, type Known, type Source, type Standing } from '../platform/definitions/index.ts'
import { currentReader } from '../platform/words/index.ts'
import { inLanguage, type Listed, type Programme } from './programme.ts'
import { t, type NameIn } from './words.ts'

export { plainFact, unknownFact, type Fact, type FactRow, type FactSection, type Known }

/** What is told about one definition: in the reader's language, with the sources that it may name. */
export type Telling = { definition: Programme, sources: ReadonlyMap<string, Source> }

export function tellingOf(definition: Programme, sources: ReadonlyMap<string, Source>): Telling {
  return { definition: inLanguage(definition, currentReader().language), sources }
}

export function section(name: NameIn<'section'>, ...rows: FactRow[][]): FactSection {
  return { name, label: t(`programmes.section.${name}`), rows: rows.flat() }
}

/** One question, asked of every programme; none where there is nothing to say. */
export function row(name: NameIn<'row'>, facts: Fact[]): FactRow[] {
  return facts.length === 0 ? [] : [{ name, label: t(`programmes.row.${name}`), facts }]
}

export function factOf({ sources }: Telling, statement: Standing, field: string, told: Parameters<typeof platformFactOf>[2] = {}): Fact {
  return platformFactOf(sources, [statement, field], told)
}

/** One more field of a statement, if it is there: its label, the value in words, and how sure it is. */
export function partOf<Statement extends Standing, Field extends keyof Statement & string>(
  { sources }: Telling, statement: Statement, [name, field, within]: [NameIn<'part'>, Field, Standing?], inWords: (value: Known<Statement[Field]>) => string): FactPart[] {
  const told = platformPartOf(sources, { statement, field, within }, value => inWords(value as Known<Statement[Field]>))
  return told.map(part => ({ name, label: t(`programmes.part.${name}`), ...part }))
}

/** The facts of a section that may be a list, empty, or unknown: the three are never confused. */
export function factsOf<Item>(listed: Listed<Item>, factOfItem: (item: Item) => Fact): Fact[] {
  if (listed === 'not_established') return [unknownFact()]
  return listed.length === 0 ? [plainFact(t('programmes.said.none'))] : listed.map(factOfItem)
}
