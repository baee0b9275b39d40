import type { DryRun } from '../../platform/import/dry-run.ts'
import { sayFault } from '../../platform/import/fault.ts'
import type { ImportKind } from '../../platform/import/import-kind.ts'
import type { Field } from '../../platform/import/importer.ts'
import { listWord, plain } from '../../platform/import/spelling.ts'
import type { Survey } from '../../platform/import/survey.ts'
import { withOtherTexts, type Suggested } from '../../platform/import/try-import.ts'
import { mappedValue } from '../../platform/import/values.ts'
import { sentence } from '../../platform/words/index.ts'
import { t } from './words.ts'

type AnySuggested = Suggested<unknown, unknown>

type SaidWith = { unit?: string, match?: string[], column?: string[] }

/** What was said with the command goes before what is suggested: --unit, --column "Zugewiesen am=Referred on", and --match "M. Juhl=Mia Juhl". */
export function answered(kind: ImportKind, suggested: AnySuggested, { headings }: Survey, { unit, match = [], column = [] }: SaidWith): AnySuggested {
  const mapping = structuredClone(suggested.mapping)
  for (const pair of column) chooseColumn(mapping.fields, suggested.importer.fields, headings, pair)
  mustHaveColumns(mapping.fields, suggested.importer.fields, headings)
  for (const pair of match) {
    const [text = '', meaning = ''] = pair.split(/=(?=[^=]*$)/)
    const found = suggested.importer.fields.flatMap((field) => valuesMeant(kind, field, meaning).map((value) => ({ field: field.name, value })))
    if (found.length === 0) throw new Error(t('commands.import.no-meaning', { text, meaning }))
    for (const { field, value } of found) mapping.values[field] = { ...mapping.values[field], [listWord(text)]: value }
  }
  return { ...suggested, mapping: withOtherTexts(mapping, 'place', unit) }
}

/** A column is chosen once: what it was suggested for before goes without. */
function chooseColumn(chosen: Record<string, string>, fields: readonly Field[], headings: readonly string[], pair: string): void {
  const [said = '', named = ''] = pair.split(/=(?=[^=]*$)/)
  const heading = headings.find((one) => plain(one) === plain(said))
  const field = fields.find(({ name, says }) => [name, sentence(says)].some((one) => plain(one) === plain(named)))
  if (heading === undefined) throw new Error(t('commands.import.no-heading', { heading: said, headings: headings.join(', ') }))
  if (!field) throw new Error(t('commands.import.no-field', { field: named, fields: fields.map(({ says }) => sentence(says)).join(', ') }))
  for (const [name, taken] of Object.entries(chosen)) if (taken === heading) delete chosen[name]
  chosen[field.name] = heading
}

function mustHaveColumns(chosen: Readonly<Record<string, string>>, fields: readonly Field[], headings: readonly string[]): void {
  const missing = fields.filter(({ name, required }) => required && !(name in chosen)).map(({ says }) => sentence(says))
  if (missing.length > 0) throw new Error(t('commands.import.columns-missing', { fields: missing.join(', '), headings: headings.join(', ') }))
}

function valuesMeant(kind: ImportKind, field: Field, meaning: string): string[] {
  return (field.choices ?? []).filter(({ value, label }) => [value, label ?? kind.choiceSaid(field, value)].some((name) => plain(name) === plain(meaning))).map(({ value }) => value).slice(0, 1)
}

/** Which words are taken to mean what, where only a person can say so: adding --confirm says so. */
export function meaningsOf(kind: ImportKind, { importer, mapping }: AnySuggested, { columns }: Survey): string[] {
  return importer.fields.filter(({ confirm }) => confirm).flatMap((field) => {
    const column = columns.find(({ heading }) => heading === mapping.fields[field.name])
    return (column?.values ?? []).map(({ text, rows }) => {
      const value = mappedValue(mapping, field.name, text)
      const choice = field.choices?.find((one) => one.value === value)
      if (!choice) return t('commands.import.means-nothing', { column: column!.heading, text, count: rows })
      return t('commands.import.means', { column: column!.heading, text, count: rows, meaning: choice.label ?? kind.choiceSaid(field, choice.value) })
    })
  })
}

/** What is to know about the file, and about each row that is not simply good. */
export function linesOf({ notes, attention, totals }: DryRun<unknown>): string[] {
  const rows = attention.flatMap(({ row, faults, cautions }) =>
    [...faults, ...cautions].map((fault) => t('commands.import.row', { row: String(row), column: fault.column, ...sayFault(fault) })))
  const more = totals.bad + totals.caution - attention.length
  return [...notes.map(({ says, values }) => sentence(says, values)), ...rows, ...more > 0 ? [t('commands.import.more-rows', { count: more })] : []]
}

export function totalsOf({ totals }: DryRun<unknown>): string {
  return t('commands.import.tried', { count: totals.rows, good: totals.good, caution: totals.caution, bad: totals.bad, there: totals.there, write: totals.willWrite })
}
