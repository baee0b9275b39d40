import type { Day, Instant } from '../platform/day.ts'

/** What somebody needs outside. There is no kind, field or filter for what is believed: an association is a place to belong to, whatever it is. */
export const kinds = ['housing', 'work', 'education', 'health', 'association'] as const
export type Kind = (typeof kinds)[number]

export type Facts = { name: string, area: string, offers: string, reach: string, address: string }

export type Place = Facts & {
  id: number
  publicId: string
  kind: Kind
  revision: number
  toldAt: Instant
  toldBy: string
  closed?: { on: Day, why: string }
}

/** Areas as they were written, each once: whoever adds a place chooses the same word again, or a new one. */
export function areasOf(places: readonly Pick<Place, 'area'>[]): string[] {
  return [...new Set(places.map(({ area }) => area))].sort((one, other) => one.localeCompare(other))
}

/** "Østby " and "Østby" are one area. */
export function tidied({ name, area, offers, reach, address = '' }: Omit<Facts, 'address'> & { address?: string | undefined }): Facts {
  return { name: oneLine(name), area: oneLine(area), offers: offers.trim(), reach: oneLine(reach), address: oneLine(address) }
}

/** Which of the facts changed from one telling to the next. */
export function changedIn(before: Facts, after: Facts): (keyof Facts)[] {
  return (['name', 'area', 'offers', 'reach', 'address'] as const).filter((fact) => before[fact] !== after[fact])
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
