import type { Field, Mapping } from './importer.ts'
import { isOneSlip, listWord } from './spelling.ts'
import type { Survey } from './survey.ts'

/** What a text of a file is taken to mean. `nearly`: one letter is wrong in it. Without a value it stays as written. */
export type ValueSuggestion = { field: string, column: string, text: string, rows: number, value?: string, because: 'remembered' | 'list' | 'nearly' | 'unknown' }

/** What the texts of each choice mean, to be looked at by a person. */
export function suggestValues(fields: Field[], survey: Survey, known: Mapping): ValueSuggestion[] {
  return fields.filter(field => field.choices).flatMap(field => {
    const column = survey.columns.find(({ heading }) => heading === known.fields[field.name])
    return (column?.values ?? []).map(({ text, rows }) => ({ field: field.name, column: column?.heading ?? '', text, rows, ...meaningOf(field, text, known) }))
  })
}

/** The value that a text of a list stands for by itself, without what a service has taught. */
export function valueOf(field: Field, text: string): string | undefined {
  const written = listWord(text)
  return exactly(field, written) ?? nearly(field, written)
}

/** Whether a text stands in the list as it is, so that nobody needs to be told how it was read. */
export function isInList(field: Field, text: string): boolean {
  return exactly(field, listWord(text)) !== undefined
}

/** What a service has said that a text means. */
export function mappedValue({ values }: Mapping, field: string, text: string): string | undefined {
  const taught = values[field] ?? {}
  // A cell may say "constructor", which every object seems to know.
  return Object.hasOwn(taught, listWord(text)) ? taught[listWord(text)] : undefined
}

function meaningOf(field: Field, text: string, known: Mapping): Pick<ValueSuggestion, 'value' | 'because'> {
  const written = listWord(text)
  const remembered = mappedValue(known, field.name, text)
  if (remembered !== undefined && field.choices?.some(choice => choice.value === remembered)) return { value: remembered, because: 'remembered' }

  const [same, near] = [exactly(field, written), nearly(field, written)]
  if (same !== undefined) return { value: same, because: 'list' }
  return near === undefined ? { because: 'unknown' } : { value: near, because: 'nearly' }
}

function exactly(field: Field, written: string): string | undefined {
  return namesIn(field).find(({ names }) => names.includes(written))?.value
}

// Two values that are both one slip away: nobody can know which was meant.
function nearly(field: Field, written: string): string | undefined {
  const near = new Set(namesIn(field).filter(({ names }) => names.some(name => isOneSlip(name, written))).map(({ value }) => value))
  return near.size === 1 ? [...near][0] : undefined
}

type NamedValue = { value: string, names: string[] }

const namesByField = new WeakMap<Field, NamedValue[]>()

// Made once a field: a file asks for them in every row.
function namesIn(field: Field): NamedValue[] {
  const known = namesByField.get(field)
  if (known) return known
  const made = (field.choices ?? []).map(({ value, synonyms }) => ({ value, names: [value, ...synonyms].map(listWord) }))
  namesByField.set(field, made)
  return made
}
