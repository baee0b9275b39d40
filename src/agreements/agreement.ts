import { addDays, addMonths, type Day, type Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'

/** What an agreement is about. There is one open agreement for each purpose with one person. */
export const purposes = ['programme', 'mentoring', 'circle', 'practical'] as const
/** How a clause went. Two of them need a reason. */
export const outcomes = ['carried-out', 'partly', 'not', 'dropped'] as const
/** How an agreement ends. None of these words is a verdict on the person. */
export const endings = ['completed', 'replaced', 'withdrawn', 'transferred'] as const
/** What a review leads to. */
export const nextSteps = ['goes-on', 'new-version', 'ends'] as const

/** Who of a team can be party to an agreement, beside the person. A guardian reads along. */
const partyRoles = ['mentor', 'facilitator', 'coordinator', 'circle_coordinator']

export type Purpose = (typeof purposes)[number]
export type Outcome = (typeof outcomes)[number]
export type Ending = (typeof endings)[number]
export type NextStep = (typeof nextSteps)[number]

/** A party's own answer. On paper: given at a desk, and recorded by another party, who says so. */
export type Answer = { answer: 'signed' | 'refused', on: Day, ownWords: string, way: 'own-account' | 'on-paper', seenBy: string, recordedBy: string }

/** Whoever an agreement binds. `colleagueId` is null for the person themselves. */
export type Party = { id: number, colleagueId: number | null, name: string, role: string, answer?: Answer }

export type Clause = { id: number, place: number, text: string }

/** The words as they were put to the parties. A version is never changed; a correction is the next one. */
export type Version = { id: number, number: number, revision: number, proposedOn: Day, at: Instant, proposedBy: string, reason: string, parties: Party[], clauses: Clause[] }

export type ClauseOutcome = { clauseId: number, outcome: Outcome, reason: string }

export type Review = { id: number, publicId: string, versionId: number, revision: number, heldOn: Day, at: Instant, note: string, next: NextStep, recordedBy: string, outcomes: ClauseOutcome[] }

export type Agreement = {
  id: number
  publicId: string
  participantId: number
  purpose: Purpose
  /** The definition that set the interval of review; without one the agreement is the service's own. */
  programme?: { id: string, version: number }
  reviewMonths: number
  /** Counts the changes, so that whoever saves second can be told. */
  revision: number
  versions: Version[]
  reviews: Review[]
  ended?: { on: Day, at: Instant, word: Ending, reason: string, by: string }
}

export type State = 'proposed' | 'signed' | 'ended'

/** How it stands today. A lapse opens a task and does nothing to the person. */
export type Standing = State | 'review-due' | 'lapsed'

const mostMonths = 3
const daysOfNotice = 14

/** Three months at most, whoever says otherwise: agreements that nobody looks at turn into conditions. */
export function reviewMonthsFrom(named: number | undefined): number {
  return Math.min(mostMonths, Math.max(1, named ?? mostMonths))
}

/** The version that holds: the latest that every party has signed. */
export function inForce({ versions }: Pick<Agreement, 'versions'>): Version | undefined {
  return versions.findLast(isSigned)
}

/** The version that waits for signatures: the latest, as long as somebody has not signed it. */
export function waiting({ versions }: Pick<Agreement, 'versions'>): Version | undefined {
  const latest = versions.at(-1)
  return latest && !isSigned(latest) ? latest : undefined
}

export function isSigned({ parties }: Version): boolean {
  return parties.length > 0 && parties.every(({ answer }) => answer?.answer === 'signed')
}

/** The day on which the last party signed. */
export function signedOn(version: Version): Day | undefined {
  return isSigned(version) ? latest(version.parties.flatMap(({ answer }) => answer?.on ?? [])) : undefined
}

/** Whether a version was signed by all on a day or before, and the agreement had not ended before it. */
export function isHeldOn(agreement: Agreement, day: Day): boolean {
  if (agreement.ended && agreement.ended.on < day) return false
  return agreement.versions.some((version) => {
    const signed = signedOn(version)
    return signed !== undefined && signed <= day
  })
}

export function stateOf(agreement: Agreement): State {
  if (agreement.ended) return 'ended'
  return inForce(agreement) ? 'signed' : 'proposed'
}

/** Counted from the last signature or, where that is later, from the last review. */
export function reviewDueOn(agreement: Agreement): Day | undefined {
  const version = inForce(agreement)
  const signed = version && signedOn(version)
  if (!signed || agreement.ended) return undefined
  const from = latest([signed, ...agreement.reviews.map(({ heldOn }) => heldOn)])
  return from && addMonths(from, agreement.reviewMonths)
}

export function standing(agreement: Agreement, today: Day): Standing {
  const due = reviewDueOn(agreement)
  if (!due) return stateOf(agreement)
  if (due < today) return 'lapsed'
  return due <= addDays(today, daysOfNotice) ? 'review-due' : 'signed'
}

/** What can happen to somebody so that it has to be asked anew whether what was agreed still holds. */
export const happenings = ['release-changed', 'released', 'moved', 'recalled', 'party-left'] as const
/** `colleagueId`: who left the team. */
export type Happening = { participant_id: number, what: (typeof happenings)[number], at: Instant, colleagueId?: number | null }

/** The last of what happened after the words that hold were written, and after every review of them. That somebody left the team counts where they are party to these words. */
export function happenedSince(agreement: Agreement, happened: readonly Happening[]): Happening | undefined {
  const version = agreement.ended ? undefined : inForce(agreement)
  if (!version) return undefined
  const looked = [version.at, ...agreement.reviews.map(({ at }) => at)]
  const concerns = ({ what, colleagueId }: Happening) => what !== 'party-left' || partyOf(version, colleagueId ?? 0) !== undefined
  return happened.filter((one) => one.participant_id === agreement.participantId && concerns(one) && looked.every((at) => at < one.at)).toSorted((one, other) => (one.at < other.at ? 1 : -1))[0]
}

export function mayBeParty(role: string): boolean {
  return partyRoles.includes(role)
}

/** The part of an actor in a version: who they sign for is themselves, and nobody else. */
export function partyOf(version: Version, colleagueId: number | null): Party | undefined {
  return version.parties.find((party) => party.colleagueId === colleagueId)
}

/** The party whose answer is awaited. Once somebody has said no the version cannot hold, so nobody else is asked to sign it. */
export function awaitedParty(agreement: Agreement, colleagueId: number | null): Party | undefined {
  const version = agreement.ended ? undefined : waiting(agreement)
  if (!version || isRefused(version)) return undefined
  const party = partyOf(version, colleagueId)
  return party?.answer ? undefined : party
}

export function isRefused({ parties }: Version): boolean {
  return parties.some(({ answer }) => answer?.answer === 'refused')
}

/** The party that may answer now. Everybody answers once a version, and only for themselves. */
export function partyToAnswer(agreement: Agreement, colleagueId: number | null): Party {
  const version = waiting(agreement)
  if (agreement.ended || !version) throw refuse('agreement-nothing-to-sign')
  const party = partyOf(version, colleagueId)
  if (!party) throw refuse('agreement-not-your-signature')
  if (party.answer) throw refuse('agreement-already-answered')
  return party
}

/** The version in front of the parties, which must be the one that this party was shown: nobody signs words they have not read. */
export function versionShown(agreement: Agreement, number: number): Version {
  const version = waiting(agreement)
  if (version?.number !== number) throw refuse('agreement-other-version')
  return version
}

/** The version that a review is about: one that holds, on a day between its signing and today. */
export function versionToReview(agreement: Agreement, heldOn: Day, today: Day): Version {
  const version = inForce(agreement)
  const from = version && signedOn(version)
  if (agreement.ended || !from) throw refuse('agreement-not-signed')
  if (heldOn > today) throw refuse('agreement-day-ahead', {}, 'heldOn')
  const earliest = latest([from, ...agreement.reviews.map((review) => review.heldOn)])
  if (earliest && heldOn < earliest) throw refuse('agreement-review-too-early', { day: say.day(earliest) })
  return version
}

export function mustBeOpen(agreement: Agreement): void {
  if (agreement.ended) throw refuse('agreement-ended')
}

/** Days are written so that their order is the order of their text. */
function latest(days: Day[]): Day | undefined {
  return days.toSorted().at(-1)
}
