import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { boundsOf, fewestWeeks, statedWeeks } from './dose.ts'
import type { Dose } from './parts.ts'
import { inLanguage, partsOf, type Programme } from './programme.ts'
import type { NameIn } from './words.ts'

/** What a programme can be found by. A choice that is not there finds nothing; nothing chosen finds all. */
export const FindProgrammes = z.object({
  setting: field.line('programmes.page.field.setting', 40).optional(),
  aim: field.line('programmes.page.field.aim').optional(),
  target: field.line('programmes.page.field.target').optional(),
  dose: field.line('programmes.page.field.dose', 40).optional(),
  weeks: field.count('programmes.page.field.weeks', 1, 1000).optional(),
  team: field.line('programmes.page.field.team', 40).optional(),
  country: field.line('programmes.page.field.country', 10).optional(),
})

export type Wish = z.output<typeof FindProgrammes>

export type DoseKind = NameIn<'dose-kind'>

export const doseKinds: readonly DoseKind[] = ['number', 'hours', 'open', 'unknown']

/** Whether a programme fits everything that was wished for. Of what is not established nobody can say that it does not fit: only known things leave out. */
export function fits(definition: Programme, wish: Wish, language: string): boolean {
  const told = inLanguage(definition, language)
  const { in: places } = definition.settings
  return (!wish.setting || places !== 'not_established' && places.some(place => place === wish.setting))
    && hasWords(wish.aim, [definition, told].flatMap(one => one.aims.map(aim => aim.says)))
    && hasWords(wish.target, [definition, told].flatMap(targetTexts))
    && (!wish.dose || doseKindsOf(definition).some(kind => kind === wish.dose))
    && (wish.weeks === undefined || (weeksNeeded(definition) ?? 0) <= wish.weeks)
    && (!wish.team || definition.team.shape === wish.team)
    && (!wish.country || definition.country === wish.country)
}

export function doseKindsOf(definition: Programme): DoseKind[] {
  const kinds = partsOf(definition.dose).map(kindOf)
  return kinds.length === 0 ? ['unknown'] : kinds
}

/** The least that is known to be needed. Nothing where no source says. */
export function weeksNeeded(definition: Programme): number | undefined {
  const known = partsOf(definition.dose).flatMap(dose => fewestWeeks(dose) ?? statedWeeks(dose)?.min ?? [])
  return known.length === 0 ? undefined : Math.max(...known)
}

/** What a pattern is counted by. */
export function kindOf(dose: Dose): DoseKind {
  if (dose.counted_in === 'hours' || dose.hours_per_week !== undefined || dose.bands.length > 0) return 'hours'
  if (dose.count === 'open') return 'open'
  return boundsOf(dose.count) === undefined ? 'unknown' : 'number'
}

function targetTexts({ target_group: target, adaptation, rules }: Programme): string[] {
  return [target.says, adaptation?.made_for ?? '', adaptation?.used_for ?? '', ...partsOf(rules).map(rule => rule.asks)]
}

/** Every word, in any order, whatever its accents; "mentor" is found in "mentoring". */
function hasWords(wanted: string | undefined, texts: string[]): boolean {
  if (!wanted) return true
  const text = plain(texts.join(' '))
  return plain(wanted).split(/\s+/).every(word => text.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
