import { addMonths, dayAt, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'

/** What the case manager finds who looks at what an authority ordered: it is still needed, or the authority should be asked for less. Nobody here eases or lifts it. */
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

/**
 * The day that goes with restrictions as they are written now: the one that was chosen, else in three months. The same words keep the day that stood, unless a nearer one is chosen: neither a release that
 * moves nor a day that is typed is a look. Refuses 'restriction-look-at-nothing' and 'restriction-look-put-off'.
 */
export function reviewDay({ restrictions, on }: { restrictions: string, on: Day | undefined }, before: { restrictions: string, on: Day } | undefined, today: Day): Day | null {
  if (restrictions === '' && on !== undefined) throw refuse('restriction-look-at-nothing')
  if (restrictions === '') return null
  if (on !== undefined) checkLook(on, today, 'restrictionsReviewOn')
  if (before?.restrictions !== restrictions) return on ?? latestLook(today)
  if (on !== undefined && on > before.on) throw refuse('restriction-look-put-off', { day: say.day(before.on) })
  return on ?? before.on
}

/**
 * The looks at the words that stand now, and those at words from before, each with theirs. A release that moves has a number of its own and the same words; words that come back after others are ordered anew, and nobody has
 * looked at them since. Releases and looks are given with the latest first.
 */
export function byTheirWords<Look extends { releaseId: number }>(releases: readonly { id: number, restrictions: string }[], looks: readonly Look[]): { now: Look[], before: { restrictions: string, looks: Look[] }[] } {
  const [first, ...others] = runsOfWords(releases).map(({ restrictions, ids }) => ({ restrictions, looks: looks.filter(({ releaseId }) => ids.includes(releaseId)) }))
  return { now: first?.looks ?? [], before: others.filter((one) => one.looks.length > 0) }
}

function runsOfWords(releases: readonly { id: number, restrictions: string }[]): { restrictions: string, ids: number[] }[] {
  const runs: { restrictions: string, ids: number[] }[] = []
  for (const { id, restrictions } of releases) {
    const last = runs.at(-1)
    if (last?.restrictions === restrictions) last.ids.push(id)
    else runs.push({ restrictions, ids: [id] })
  }
  return runs
}
