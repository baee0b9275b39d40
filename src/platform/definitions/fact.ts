import { inside } from './finding.ts'
import type { Source, Standing } from './sources.ts'
import { sourceIdsOf, surenessOf, type Sureness } from './sureness.ts'

/** One thing that a definition says, with how sure it is and what it rests on. What nobody knows has no words of its own. */
export type Fact = {
  title?: string | undefined
  /** How sure the title is, where it is surer or less sure than what is said under it. */
  titleMark?: Sureness | undefined
  says?: string | undefined
  /** Missing where there is nothing that could be sure or unsure: a name, or "None". */
  mark?: Sureness | undefined
  sources: string[]
  parts: FactPart[]
}

/** More about a fact, under a label. */
export type FactPart = { name: string, label: string, says?: string | undefined, mark: Sureness }

/** The answers to one question that is asked of every definition of a kind. */
export type FactRow = { name: string, label: string, facts: Fact[] }

export type FactSection = { name: string, label: string, rows: FactRow[] }

type Told = { title?: string | undefined, says?: string | undefined, parts?: FactPart[], within?: Standing }

type KnownSources = ReadonlyMap<string, Source>

/**
 * What one field of a statement says, in its own words or in those given. Of a field that is not established only the mark is left.
 * Where the field stands in a `title`, the statement's own `says` follows with a mark of its own: the one may be known and the other chosen.
 */
export function factOf(sources: KnownSources, [statement, field]: [Standing, string], told: Told = {}): Fact {
  const { says, parts = [], within } = told
  const title = inside(statement, field) === 'not_established' ? undefined : told.title
  const mark = surenessOf(statement, field, sources, within)
  const ids = sourceIdsOf(statement)
  const rest = { sources: ids.length > 0 ? ids : sourceIdsOf(within ?? {}), parts }
  if (says !== undefined || !('title' in told)) return { title, says: says ?? textIn(statement, field), mark, ...rest }
  const more = textIn(statement, 'says')
  const moreMark = more === undefined ? mark : surenessOf(statement, 'says', sources, within)
  return { title, ...(moreMark === mark ? {} : { titleMark: mark }), says: more, mark: moreMark, ...rest }
}

function textIn(statement: Standing, field: string): string | undefined {
  const text = inside(statement, field)
  return typeof text === 'string' && text !== 'not_established' ? text : undefined
}

export type Known<Value> = Exclude<Value, 'not_established' | undefined>

type Asked<Statement> = { statement: Statement, field: keyof Statement & string, within?: Standing | undefined }

/** How one more field is told, if it is there: in words, or as not established. */
export function partOf<Statement extends Standing>(sources: KnownSources, { statement, field, within }: Asked<Statement>, inWords: (value: unknown) => string): Pick<FactPart, 'says' | 'mark'>[] {
  const value = statement[field]
  if (value === undefined || Array.isArray(value) && value.length === 0) return []
  const mark = surenessOf(statement, field, sources, within)
  return [value === 'not_established' ? { mark } : { says: inWords(value), mark }]
}

export function unknownFact(): Fact {
  return { mark: 'not_established', sources: [], parts: [] }
}

/** A name, or that there is nothing: nothing that a source would have to prove. */
export function plainFact(says: string): Fact {
  return { says, sources: [], parts: [] }
}

export type DifferingRow = { label: string, before: Fact[], now: Fact[] }

/** The rows that tell two definitions apart, with what only one of them says. Marks and sources count: a fact may become surer without another word. */
export function differingRows(then: readonly FactSection[], now: readonly FactSection[]): DifferingRow[] {
  const [old, fresh] = [byName(then), byName(now)]
  return [...new Map([...old, ...fresh]).values()].flatMap(({ name, label }) => {
    const [said, says] = [old.get(name)?.facts ?? [], fresh.get(name)?.facts ?? []]
    const [gone, come] = [without(said, says), without(says, said)]
    return gone.length + come.length === 0 ? [] : [{ label, before: gone.map(fact => besides(fact, sameOf(fact, gone, come))), now: come.map(fact => besides(fact, sameOf(fact, come, gone))) }]
  })
}

function byName(sections: readonly FactSection[]): Map<string, FactRow> {
  return new Map(sections.flatMap(({ rows }) => rows.map(row => [row.name, row])))
}

/** The one of the others that is the same thing with something changed: alike in title and words, or alone with its title on both sides. */
function sameOf(fact: Fact, own: readonly Fact[], others: readonly Fact[]): Fact | undefined {
  if (fact.title === undefined) return undefined
  const [titled, ofOwn] = [others, own].map(facts => facts.filter(({ title }) => title === fact.title))
  const alike = titled?.filter(({ says }) => says === fact.says) ?? []
  if (alike.length === 1) return alike[0]
  return titled?.length === 1 && ofOwn?.length === 1 ? titled[0] : undefined
}

/** A thing of many parts, with only those that the other one does not have: whoever reads it looks for nothing. */
function besides(fact: Fact, other: Fact | undefined): Fact {
  if (!other) return fact
  const known = new Set(other.parts.map(part => JSON.stringify(part)))
  const parts = fact.parts.filter(part => !known.has(JSON.stringify(part)))
  const isSame = fact.says === other.says && fact.mark === other.mark && fact.titleMark === other.titleMark
  if (!isSame) return { ...fact, parts }
  // Where nothing but the sources differs, on either side, the whole stands there.
  const isAll = parts.length === 0 && other.parts.every(part => fact.parts.some(own => JSON.stringify(own) === JSON.stringify(part)))
  return isAll ? fact : { title: fact.title, sources: fact.sources, parts }
}

function without(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const known = new Set(others.map(fact => JSON.stringify(fact)))
  return facts.filter(fact => !known.has(JSON.stringify(fact)))
}
