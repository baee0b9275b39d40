import type { Mapping } from '../../platform/import/importer.ts'
import { plain } from '../../platform/import/spelling.ts'
import type { ColumnSeen, Survey } from '../../platform/import/survey.ts'
import { knownScales, scaleNamed } from '../scales.ts'

/** What a column of a file holds: an answer to an item, a sum or a score of a scale, an answer on a ruler, a rating of a goal; or nothing that is read. */
export const roles = ['item', 'sum', 'score', 'ruler', 'goal'] as const
export type Role = { is: (typeof roles)[number], /** The scale, the question of the ruler, or what the goal is called. */ of: string } | { is: 'leave' }
export type Range = { least: number, most: number }

// Both lie in the mapping as texts under these names, so that they are kept and remembered with it.
const [meaning, ranging] = ['means', 'ranges']

export function roleOf(mapping: Mapping, heading: string): Role {
  return readRole(taught(mapping, meaning, heading) ?? 'leave')
}

/** Between what an item's answer lies: as its authors say, else as whoever imports has said. */
export function rangeOf(mapping: Mapping, scale: string): Range | undefined {
  const [, least, most] = /^(-?\d+) (-?\d+)$/.exec(taught(mapping, ranging, scale) ?? '') ?? []
  return scaleNamed(scale) ?? (least === undefined ? undefined : { least: Number(least), most: Number(most) })
}

export function withRoles(fields: Mapping['fields'], chosen: { heading: string, role: Role }[], ranges: Record<string, Range>): Mapping {
  return { fields, values: {
    [meaning]: Object.fromEntries(chosen.map(({ heading, role }) => [plain(heading), role.is === 'leave' ? 'leave' : `${role.is} ${role.of}`])),
    [ranging]: Object.fromEntries(Object.entries(ranges).map(([scale, { least, most }]) => [plain(scale), `${least} ${most}`])) } }
}

/** What each column seems to hold. What was confirmed for these headings before holds; else headings speak, and contents only where they do not. */
export function suggestRoles(survey: Survey, fields: Mapping['fields'], before?: Mapping): Mapping {
  const free = survey.columns.filter(({ heading }) => !Object.values(fields).includes(heading))
  const groups = itemGroups(free)
  const chosen = free.map((column) => ({ heading: column.heading, role: before && taught(before, meaning, column.heading) ? roleOf(before, column.heading) : guessed(column, groups) }))
  return withRoles(fields, chosen, rangesFor(free, chosen, before))
}

/** The scales that these columns belong to, in the order of the file. */
export function scalesIn(mapping: Mapping, headings: readonly string[]): string[] {
  return [...new Set(headings.flatMap((heading) => {
    const role = roleOf(mapping, heading)
    return role.is === 'item' || role.is === 'sum' || role.is === 'score' ? [role.of] : []
  }))]
}

function taught(mapping: Mapping, under: string, text: string): string | undefined {
  const known = mapping.values[under] ?? {}
  return Object.hasOwn(known, plain(text)) ? known[plain(text)] : undefined
}

function readRole(text: string): Role {
  const [, is, of] = /^(\S+) (.+)$/s.exec(text) ?? []
  const known = roles.find((role) => role === is)
  return known && of ? { is: known, of } : { is: 'leave' }
}

const goalWords = ['gas', 'goal', 'mal', 'maal', 'ziel', 'objectif', 'doel', 'mål', 'goal rating', 'goal attainment']
const rulerWords = ['ruler', 'readiness', 'importance', 'confidence', 'lineal', 'linjal', 'skala 0 10', 'thermometer', 'echelle', 'regle', 'motivation', 'parathed', 'beredskap', 'bereitschaft', 'bereidheid']
const totalWords = /\b(total|sum|score|samlet|summe|gesamt|somme|totaal|index|percent|pct)\b/

function guessed({ heading, ...column }: ColumnSeen, groups: Map<string, string>): Role {
  const name = plain(heading)
  const scale = groups.get(heading)
  if (scale) return { is: 'item', of: scale }
  const known = knownScales.find(({ stems }) => stems.some((stem) => name.replaceAll(' ', '').startsWith(stem.replaceAll(' ', ''))))
  if (known) return { is: maxOf(column) > known.items * known.most || /percent|pct|score/.test(name) ? 'score' : 'sum', of: known.name }
  if (goalWords.some((word) => startsWithWord(name, word))) return { is: 'goal', of: heading }
  if (rulerWords.some((word) => startsWithWord(name, word) || name.endsWith(` ${word}`))) return { is: 'ruler', of: heading }
  if (totalWords.test(name)) return { is: 'score', of: heading.replace(/[\s_.-]*(total|sum|score).*$/i, '') || heading }
  return byContents(heading, column)
}

function byContents(heading: string, { examples }: Pick<ColumnSeen, 'examples'>): Role {
  const numbers = examples.map(numberIn).filter((number) => number !== undefined)
  if (numbers.length < examples.length * 0.7 || numbers.length === 0) return { is: 'leave' }
  if (numbers.every((number) => number >= -2 && number <= 2) && numbers.some((number) => number < 0)) return { is: 'goal', of: heading }
  return { is: 'leave' }
}

/** Columns that are counted (who5_1, who5_2 …; Item 1, Item 2 …) are the items of one scale, by what stands before the count. */
function itemGroups(columns: readonly ColumnSeen[]): Map<string, string> {
  const byStem = new Map<string, string[]>()
  for (const { heading } of columns) {
    const [, stem] = /^(.*?)[\s_.\-–(]*(?:item|question|spm|sp|frage|fr[aå]ga|vraag|q|nr)?[\s_.\-–(]*\d{1,2}\)?$/i.exec(heading.trim()) ?? []
    if (stem === undefined || goalWords.some((word) => startsWithWord(plain(stem), word))) continue
    byStem.set(plain(stem), [...byStem.get(plain(stem)) ?? [], heading])
  }
  const groups = new Map<string, string>()
  for (const [stem, headings] of byStem) {
    if (headings.length < 2) continue
    const known = knownScales.find(({ stems, items }) => items === headings.length && stems.some((one) => one.replaceAll(' ', '') === stem.replaceAll(' ', '')))
    for (const heading of headings) groups.set(heading, known?.name ?? nameFrom(stem))
  }
  return groups
}

function nameFrom(stem: string): string {
  return stem === '' ? 'Questionnaire' : stem.toUpperCase().slice(0, 60)
}

const usualRanges: readonly Range[] = [{ least: 0, most: 3 }, { least: 0, most: 4 }, { least: 1, most: 4 }, { least: 1, most: 5 }, { least: 0, most: 5 }, { least: 1, most: 6 }, { least: 0, most: 6 }, { least: 1, most: 7 }, { least: 0, most: 10 }]

/** For a scale that nobody here knows: the narrowest usual range that holds nine tenths of its answers, for a person to confirm. */
function rangesFor(columns: readonly ColumnSeen[], chosen: { heading: string, role: Role }[], before: Mapping | undefined): Record<string, Range> {
  const ranges: Record<string, Range> = {}
  for (const { role } of chosen) {
    if (role.is !== 'item' || scaleNamed(role.of) || role.of in ranges) continue
    const numbers = columns.filter((column) => chosen.some((one) => one.heading === column.heading && one.role.is === 'item' && one.role.of === role.of))
      .flatMap(({ examples }) => examples.flatMap((text) => numberIn(text) ?? []))
    const range = (before && rangeOf(before, role.of)) ?? usualRanges.find(({ least, most }) => numbers.filter((number) => number >= least && number <= most).length >= numbers.length * 0.9)
    if (range) ranges[role.of] = range
  }
  return ranges
}

function maxOf({ examples }: Pick<ColumnSeen, 'examples'>): number {
  return Math.max(0, ...examples.flatMap((text) => numberIn(text) ?? []))
}

function numberIn(text: string): number | undefined {
  return /^[-+−]?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.').replace('−', '-')) : undefined
}

function startsWithWord(name: string, word: string): boolean {
  const rest = name.slice(plain(word).length)
  return name.startsWith(plain(word)) && /^( |\d|$)/.test(rest)
}
