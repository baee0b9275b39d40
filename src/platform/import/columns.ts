import type { Field, Mapping } from './importer.ts'
import { looksLikeDay } from './read-day.ts'
import { isOneSlip, listWord, plain } from './spelling.ts'
import type { ColumnSeen, Survey } from './survey.ts'
import { suggestValues, valueOf, type ValueSuggestion } from './values.ts'

/** Why a column is suggested for a field: it was so last time, its heading says so (exactly, nearly), or its contents look so. */
export type Because = 'remembered' | 'heading' | 'nearly' | 'content'

export type MappingSuggestion = {
  mapping: Mapping,
  because: Record<string, Because>,
  /** Required fields that no column was found for. */
  missing: string[],
  /** Columns that are not read; their text still stays with the row as sent. */
  unused: string[],
  values: ValueSuggestion[],
}

/** Which column is which field, to be looked at by a person. `remembered` is what was confirmed for a file with these headings before. */
export function suggestMapping(fields: Field[], survey: Survey, remembered?: Mapping): MappingSuggestion {
  const found = remembered ? fromMemory(fields, survey, remembered) : []
  const rest = fields.filter(field => !found.some(pair => pair.field === field.name))
  const pairs = [...found, ...bestPairs(rest, survey.columns.filter(column => !found.some(pair => pair.heading === column.heading)))]

  const chosen = Object.fromEntries(pairs.map(pair => [pair.field, pair.heading]))
  const values = suggestValues(fields, survey, { fields: chosen, values: remembered?.values ?? {} })
  return {
    mapping: { fields: chosen, values: mappedValues(values) },
    because: Object.fromEntries(pairs.map(pair => [pair.field, pair.because])),
    missing: fields.filter(field => field.required && !(field.name in chosen)).map(field => field.name),
    unused: survey.headings.filter(heading => !pairs.some(pair => pair.heading === heading)),
    values,
  }
}

type Pair = { field: string, heading: string, because: Because, score: number }

function fromMemory(fields: Field[], { headings }: Survey, remembered: Mapping): Pair[] {
  const names = new Set(fields.map(field => field.name))
  return Object.entries(remembered.fields).filter(([field]) => names.has(field)).flatMap(([field, heading]) => {
    const here = headings.find(other => other === heading) ?? headings.find(other => plain(other) === plain(heading))
    return here === undefined ? [] : [{ field, heading: here, because: 'remembered' as const, score: 1 }]
  })
}

// The surest pair first; then neither its field nor its column is free any more.
function bestPairs(fields: Field[], columns: ColumnSeen[]): Pair[] {
  const pairs = fields.flatMap(field => columns.flatMap(column => pairOf(field, column))).sort((a, b) => b.score - a.score)
  const chosen: Pair[] = []
  for (const pair of pairs) {
    if (!chosen.some(other => other.field === pair.field || other.heading === pair.heading)) chosen.push(pair)
  }
  return chosen
}

function pairOf(field: Field, column: ColumnSeen): Pair[] {
  const heading = plain(column.heading)
  const names = field.synonyms.map(plain)
  const content = contentScore(field, column)
  const pair = { field: field.name, heading: column.heading }

  // Content breaks ties between two headings that both fit, and counts alone only where no heading speaks.
  if (names.includes(heading)) return [{ ...pair, because: 'heading', score: 0.9 + content / 10 }]
  const near = Math.max(...names.map(name => nearness(heading, name)))
  if (near > 0) return [{ ...pair, because: 'nearly', score: 0.7 + content / 10 + near / 20 }]
  return content >= 0.7 ? [{ ...pair, because: 'content', score: content * 0.6 }] : []
}

/** How much of a heading a name explains: "first language" is nearer to "language" than to "first". */
function nearness(heading: string, name: string): number {
  if (isOneSlip(name, heading)) return 1
  const isWithin = name.length >= 4 && !onlyAlone.has(name) && ` ${heading} `.includes(` ${name} `)
  return isWithin ? name.length / heading.length : 0
}

// Within a longer heading these speak of something else: "first contact", "last seen".
const onlyAlone = new Set(['first', 'last'])

function contentScore(field: Field, { examples }: ColumnSeen): number {
  if (examples.length === 0) return 0
  if (field.resembles) return field.resembles(examples)
  if (field.kind === 'choice') return shareOf(examples, text => valueOf(field, text) !== undefined)
  // That texts are days says only that this is some day: two such columns are told apart by `resembles`.
  return field.kind === 'day' ? shareOf(examples, looksLikeDay) / 2 : 0
}

export function shareOf(texts: string[], isSo: (text: string) => boolean): number {
  return texts.length === 0 ? 0 : texts.filter(isSo).length / texts.length
}

function mappedValues(values: ValueSuggestion[]): Mapping['values'] {
  const mapped: Mapping['values'] = {}
  for (const { field, text, value } of values) {
    if (value !== undefined) (mapped[field] ??= {})[listWord(text)] = value
  }
  return mapped
}
