import { addMonths, dayAt, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'

/** What the case manager finds who looks at what an authority ordered: it is still needed, or the authority is asked for less. Nobody here eases or lifts it. */
export const findings = ['needed', 'ease', 'lift'] as const
export type Finding = (typeof findings)[number]

/** As often as an agreement is looked at again; a service that looks more often writes a nearer day. */
const mostMonths = 3

/** The latest day by which it is looked at again, counted from a day on. */
export function latestLook(from: Day): Day {
  return addMonths(from, mostMonths)
}

/** Refuses 'restriction-look-past' and 'restriction-look-too-far'. */
export function checkLook(on: Day, today: Day, field: 'restrictionsReviewOn' | 'nextOn'): void {
  if (on <= today) throw refuse('restriction-look-past', {}, field)
  if (on > latestLook(today)) throw refuse('restriction-look-too-far', {}, field)
}

export type Restricted = { id: number, restrictions: string, restrictions_review_on: Day | null, recorded_at: Instant }

/** By when restrictions are looked at again: as was said last, or when they were written; of those from before that was asked, three months after they were recorded. */
export function nextLook(release: Restricted, looks: readonly { releaseId: number, nextOn: Day }[], timeZone: string): Day {
  return looks.find(({ releaseId }) => releaseId === release.id)?.nextOn ?? release.restrictions_review_on ?? latestLook(dayAt(release.recorded_at, timeZone))
}

/** The day that goes with restrictions as they are written now: the one that was chosen; of the same words the one that stood, so that a day of release that moves puts no look off; else in three months. */
export function reviewDay(written: { restrictions: string, on: Day | undefined }, before: { restrictions: string, on: Day } | undefined, today: Day): Day | null {
  if (written.restrictions === '') return null
  if (written.on !== undefined) return written.on
  return before?.restrictions === written.restrictions ? before.on : latestLook(today)
}
