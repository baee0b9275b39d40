import type { Whose } from '../session.ts'

/** Why a planned unit was not worked on, or one was worked on that was not planned. Tailoring to the person is a reason like any other, and nobody's fault. */
export const reasonsByWhose = {
  service: ['cut-short', 'no-means'],
  person: ['person-asked'],
  neither: ['too-early', 'came-first', 'needs-longer', 'came-up', 'not-open', 'other'],
} as const

export type UnitReason = (typeof reasonsByWhose)[Whose][number]

/** In the order in which they are offered: what is most often meant stands first. */
export const unitReasons = ['needs-longer', 'came-up', 'person-asked', 'too-early', 'came-first', 'cut-short', 'no-means', 'not-open', 'other'] as const satisfies readonly UnitReason[]

export function whoseReason(reason: UnitReason): Whose {
  if (reasonsByWhose.service.some((one) => one === reason)) return 'service'
  return reasonsByWhose.person.some((one) => one === reason) ? 'person' : 'neither'
}

export type PlannedUnit = { unit_id: string, name: string }

/** What somebody says of one unit: why it went another way, and a word about it. */
export type UnitWhy = { unit: string, reason?: UnitReason | undefined, words?: string | undefined }

/** The field in which the reason that stands at a place is chosen. */
export function fieldOf(place: number): string {
  return `why.${place}.reason`
}

/** The units that were planned and not worked on, then those worked on and not planned. Where nothing was planned, nothing differs. */
export function differencesOf(planned: readonly string[], delivered: readonly string[]): string[] {
  if (planned.length === 0) return []
  return [...planned.filter((unit) => !delivered.includes(unit)), ...delivered.filter((unit) => !planned.includes(unit))]
}

/** Which differences nobody has given a reason for. */
export function withoutReason(differences: readonly string[], given: readonly UnitWhy[]): string[] {
  return differences.filter((unit) => !given.some((why) => why.unit === unit && why.reason !== undefined))
}
