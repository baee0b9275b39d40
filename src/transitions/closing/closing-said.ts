import { purposeSaid } from '../../agreements/index.ts'
import { say } from '../../platform/words/index.ts'
import { levelSaid, stateSentence, type Level, type PlanRow } from '../../plans/index.ts'
import { programmeTitle } from '../../programmes/index.ts'
import { t as ofTransition } from '../words.ts'
import type { Answered, Closing, GoalSeen, GoingOn, Promised, Signed, UnitGiven } from './closing.ts'
import { t } from './words.ts'

/** The parts of a report, in the order in which they are read. */
export const parts = ['programme', 'dose', 'units', 'goals', 'agreements', 'after', 'places', 'follows'] as const
export type Part = (typeof parts)[number]

/** What is known of one part, in sentences of the reader's language, and what the facilitator says of it, as it was written. */
export type Section = { part: Part, title: string, facts: string[], said: string }

/** Whom it is told to: the person is "you". */
export type ToldTo = 'team' | 'person'

export function sectionsOf(report: Closing, plan: PlanRow, to: ToldTo): Section[] {
  const { dose, units, goals, agreements, said } = report
  const all: [Part, string[] | undefined, string | undefined][] = [
    ['programme', [programmeFact(plan)], said.programme], ['dose', dose && [doseFact(dose)], dose?.said], ['units', units && units.given.map(unitFact), units?.said], ['goals', goals && goals.seen.flatMap((goal) => goalFacts(goal, to)), goals?.said],
    ['agreements', agreements && agreements.promised.map(promiseFact), agreements?.said], ['after', [meetingsFact(report.meetings)], said.after], ['places', [placesFact(report.places)], said.places], ['follows', [followerFact(report.follower)], said.follows]]
  return all.flatMap(([part, facts, words]) => (facts === undefined || words === undefined ? [] : [{ part, title: t(`closing.part.${part}`), facts, said: words }]))
}

/** What the form shows above each field, before anything is written. */
export function factsOf(known: Pick<Closing, 'meetings' | 'places' | 'follower'> & { held: number, minutes: number, units: UnitGiven[], goals: GoalSeen[], agreements: Promised[] }, plan: PlanRow): Record<Part, string[]> {
  return {
    programme: [programmeFact(plan)], dose: [doseFact(known)], units: known.units.map(unitFact), goals: known.goals.flatMap((goal) => goalFacts(goal, 'team')), agreements: known.agreements.map(promiseFact),
    after: [meetingsFact(known.meetings)], places: [placesFact(known.places)], follows: [followerFact(known.follower)] }
}

function programmeFact(plan: PlanRow): string {
  return t('closing.fact.programme', { programme: programmeTitle(plan.programme), version: plan.version, from: say.day(plan.begins_on), state: stateSentence(plan) })
}

function doseFact({ held, minutes }: { held: number, minutes: number }): string {
  return t('closing.fact.dose', { count: held, hours: say.number(Math.floor(minutes / 60)), minutes: say.number(minutes % 60) })
}

function unitFact({ name, sessions }: UnitGiven): string {
  return t('closing.fact.unit', { name, count: sessions })
}

function goalFacts({ title, byWorker, byPerson }: GoalSeen, to: ToldTo): string[] {
  const seen = (who: 'worker' | 'person' | 'you', one: GoalSeen['byWorker']) => (one === null ? t(`closing.fact.goal.${who}-nothing`) : t(`closing.fact.goal.${who}`, { level: levelSaid(one.level as Level), says: one.says }))
  return [[t('closing.fact.goal', { title }), seen('worker', byWorker), seen(to === 'person' ? 'you' : 'person', byPerson)].join(' ')]
}

function promiseFact({ purpose, signedOn, reviews, endedOn }: Promised): string {
  const signed = { purpose: purposeSaid(purpose), day: say.day(signedOn) }
  return `${reviews === 0 ? t('closing.fact.agreement-only', signed) : t('closing.fact.agreement', { ...signed, count: reviews })} ${endedOn === null ? t('closing.fact.agreement.holds') : t('closing.fact.agreement.ended', { day: say.day(endedOn) })}`
}

function meetingsFact(meetings: GoingOn | null): string {
  if (meetings === null) return t('closing.fact.no-meetings')
  return `${ofTransition('transition.maintenance.with', { name: meetings.name, weeks: ofTransition('transition.weeks', { count: meetings.everyWeeks }), count: meetings.meetings })} ${t('closing.fact.meetings-from', { day: say.day(meetings.fromOn) })}`
}

function placesFact(places: readonly string[]): string {
  return places.length === 0 ? t('closing.fact.no-places') : t('closing.fact.places', { places: say.list(places) })
}

function followerFact(follower: string | null): string {
  return follower === null ? t('closing.fact.no-follower') : t('closing.fact.follower', { name: follower })
}

export function answeredSaid({ answer, byPerson, recordedBy, at }: Answered, to: ToldTo): string {
  const when = say.moment(at)
  if (byPerson) return to === 'person' ? t(`closing.answered.you.${answer}`, { when }) : t(`closing.answered.own.${answer}`, { when })
  return to === 'person' ? t(`closing.answered.with-you.${answer}`, { when, name: recordedBy ?? t('closing.colleague') }) : t(`closing.answered.with.${answer}`, { when, name: recordedBy ?? t('closing.colleague') })
}

export function signatureSaid({ as, name, at }: Signed): string {
  return t(`closing.signature.${as}`, { name, when: say.moment(at) })
}
