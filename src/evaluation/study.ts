import type { Day, Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'

/** AB describes; several baselines that begin at different times, and starts drawn by lot, allow more to be said. */
export const designs = ['ab', 'multiple-baseline', 'drawn-starts'] as const
export type Design = (typeof designs)[number]
export const outcomeKinds = ['ruler', 'scale', 'goals', 'code'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]
export const betters = ['higher', 'lower'] as const
/** `first-ones`: as many as the plan asks for in each phase, against all that follow; for what nobody has from before the programme. */
export const phasings = ['as-recorded', 'plan-begins', 'plan-stages', 'first-ones'] as const
export const effects = ['tau', 'nap'] as const

/** For the first, second, … person in the order of enrolment: after how many baseline measurements, one every so many days, chance could let the programme begin, and what it drew. */
export type StartPoint = { place: number, earliest: number, latest: number, drawn: number, everyDays: number }

/** An analysis plan: everything that could be chosen to suit the data is chosen before anybody sees them. */
export type StudyPlan = {
  title: string
  question: string
  programme: string
  design: Design
  outcomeKind: OutcomeKind
  outcome: string
  better: (typeof betters)[number]
  phases: (typeof phasings)[number]
  effect: (typeof effects)[number]
  leastPeople: number
  leastPoints: number
  reliability: number | null
  spread: number | null
  cutoff: number | null
  yardstickSource: string
  conclusion: string
}

export type Study = StudyPlan & {
  id: number
  publicId: string
  seed: number
  revision: number
  writtenAt: Instant
  lockedAt: Instant | null
  startPoints: StartPoint[]
}

/**
 * Refuses 'study-yardstick-half' and 'study-yardstick-no-source': an error of measurement needs both its numbers, and where they are from. Refuses 'study-codes-first-ones' and
 * 'study-first-ones-describe': nobody has notes from before the programme, and what begins with it has nothing to be compared with but itself.
 Refuses 'study-starts-after-plan': whoever has a plan has begun it,
 * and there is nothing left to draw.
 */
export function checkPlan(plan: StudyPlan): void {
  if (plan.design === 'drawn-starts' && plan.phases === 'plan-begins') throw refuse('study-starts-after-plan')
  if (plan.outcomeKind === 'code' && plan.phases !== 'first-ones') throw refuse('study-codes-first-ones')
  if (plan.phases === 'first-ones' && plan.design !== 'ab') throw refuse('study-first-ones-describe')
  if ((plan.reliability === null) !== (plan.spread === null)) throw refuse('study-yardstick-half', {}, plan.reliability === null ? 'reliability' : 'spread')
  const hasYardstick = plan.reliability !== null || plan.cutoff !== null
  if (hasYardstick && plan.yardstickSource === '') throw refuse('study-yardstick-no-source')
}

/** An earlier study that showed the same outcome of the same programme before this plan was locked: whoever wrote it may have known. `isOwn`: the same evaluator locked it. */
export type ShownBefore = { publicId: string, title: string, lockedAt: Instant, isOwn: boolean }

export function mustBeDraft(study: Study): void {
  if (study.lockedAt !== null) throw refuse('study-locked')
}

export function mustBeLocked(study: Study): void {
  if (study.lockedAt === null) throw refuse('study-not-locked')
}

/** Where there is no effect on the scale of the measure of effect. */
export function noneOf(effect: StudyPlan['effect']): number {
  return effect === 'nap' ? 0.5 : 0
}

// What the views of the rooms give for a locked study: under its own keys, dates moved, no words.
export type MeasureRow = { person: string, kind: string, series: string, measured_on: Day, value: number | null, missing: string | null, lowest: number | null, highest: number | null, phase: string | null }
export type PlanRow = { person: string, begins_on: Day, ended_on: Day | null, followed_until: Day, state: string, ending: string | null }
export type SessionRow = {
  person: string, held_on: Day, state: string, whose: string | null, minutes: number
  /** Of a held one: how many units were set for it, how many of them were worked on, how many others instead, and for whose cause. */
  units_planned: number, units_as_planned: number, units_instead: number, whose_change: string | null
}
export type ReferralRow = { person: string, referred_on: Day, decided_on: Day | null, state: string, answer: string, followed_until: Day }
/** That it was asked whether the programme fits; whether somebody went on against an answer. */
export type AskedRow = { person: string, asked_on: Day, despite: boolean }
/** How often an answer was given on how a session was, or why there is none. */
export type FeedbackRow = { value: number | null, missing: string | null, sessions: number }
/** Crises that were recorded of a study's people. */
export type Incidents = { incidents: number, people: number }
/** What two colleagues read in the note of one session, in the domain that the study is about, and what they agreed on afterwards. */
export type CodeRow = { person: string, held_on: Day, domain: string, first: number | null, second: number | null, agreed: number | null, is_agreed: boolean }
/** How many notes the first coder gave this code and the second that one, of how many people in all; no person and no day. */
export type CodePair = { domain: string, first: number | null, second: number | null, sessions: number, people: number }
export type StudyData = {
  measures: MeasureRow[], plans: PlanRow[], stages: StageRow[], starts: StartRow[], sessions: SessionRow[], referrals: ReferralRow[], asked: AskedRow[], codes: CodeRow[], pairs: CodePair[], feedback: FeedbackRow[]
  incidents: Incidents, leftOut: number
}
export type StageRow = { person: string, stage: string, kind: string, begins_on: Day }
export type StartRow = { person: string, place: number, earliest: number, latest: number, drawn: number, every_days: number, enrolled_on: Day, drawn_on: Day }
