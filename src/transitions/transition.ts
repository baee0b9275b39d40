import { addDays, type Day, type Instant } from '../platform/day.ts'

/** What somebody says of a place. "Over": they went there, and do not any more. No answer has a consequence. */
export const linkAnswers = ['agreed', 'not-agreed', 'thinking', 'over'] as const
export type LinkAnswer = (typeof linkAnswers)[number]

/** What can be handed over, by name. States of the person stay behind unless the next worker needs them for something that is said. */
export const handedItems = ['meetings', 'agreements', 'goals', 'places', 'practical', 'interpreter', 'states'] as const
export type HandedItem = (typeof handedItems)[number]

/** How many days before release, and which rule says so; `rule` is null where the service has written none. */
export type LeadTime = { days: number, rule: string | null }

/** The house's own number until a service writes down its rule: no law or guideline in our sources names one. */
export const ownLeadTime: LeadTime = { days: 90, rule: null }

/** A day of release, since when it is the day, and why it is. */
export type KnownRelease = { releaseOn: Day, knownOn: Day, reason: string, authority: string }

export type Opening =
  | { state: 'no-day' }
  | { state: 'ahead' | 'open', opensOn: Day, releaseOn: Day, days: number, /** Why there is less time than the rule gives. */ late?: { cause: string, authority: string, days: number } }

/**
 * A transition opens by itself: so many days before release, or on the day on which somebody learned of a release that is nearer than that. Then it is
 * below the lead time, and the cause is what was recorded with the release: a court's doing is not the person's.
 */
export function openingOf(release: KnownRelease | undefined, lead: LeadTime, today: Day): Opening {
  if (!release) return { state: 'no-day' }
  const inTime = addDays(release.releaseOn, -lead.days)
  const isLate = release.knownOn > inTime
  const opensOn = isLate ? release.knownOn : inTime
  return { state: opensOn <= today ? 'open' : 'ahead', opensOn, releaseOn: release.releaseOn, days: lead.days,
    ...(isLate && { late: { cause: release.reason, authority: release.authority, days: lead.days } }) }
}

/** By when somebody who is named says that they know: within a week, and never after the day of release. */
export function acknowledgeBy(today: Day, releaseOn: Day | undefined): Day {
  const within = addDays(today, 7)
  return releaseOn !== undefined && releaseOn < within && releaseOn >= today ? releaseOn : within
}

/**
 * Whether somebody outside who was named is still there: a colleague on the team, a place that is open. `before`: named before the person was taken back or came back; that was another way out, and
 * whoever knew of it knows nothing of this one.
 */
export type Standing = 'there' | 'gone' | 'before'

export type Link = { placeId: number, answer: LinkAnswer, words: string, toldAt: Instant }

/** What holds of each place: the latest that was said; the earlier stay below it. */
export function latestOfEach<Told extends { placeId: number }>(told: readonly Told[]): { now: Told, before: Told[] }[] {
  const places = [...new Set(told.map(({ placeId }) => placeId))]
  return places.map((placeId) => {
    const [now, ...before] = told.filter((one) => one.placeId === placeId)
    return { now: now!, before }
  })
}

/** The days of the meetings after the end. */
export function meetingDays({ fromOn, everyWeeks, meetings }: { fromOn: Day, everyWeeks: number, meetings: number }): Day[] {
  return Array.from({ length: meetings }, (_, place) => addDays(fromOn, place * everyWeeks * 7))
}
