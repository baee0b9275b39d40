import { outcomeSaid } from '../pages/plan-form.tsx'
import { codes } from './coders.ts'
import { exactly, type Counted } from './counted.ts'
import { stationsOf } from './drawn-flow.ts'
import type { Feedback } from './feedback.ts'
import type { Findings } from './findings.ts'
import { givenColumns, givenNumbers } from './given-said.ts'
import { personName } from './person-name.ts'
import type { OnePerson } from './each-person.ts'
import { daysBetween, type Day } from '../../platform/day.ts'
import { phaseSaid } from './phases.ts'
import { reachOf } from './change.ts'
import { noneOf, type Study } from '../study.ts'
import { agreementPicture, answersPicture, flowPicture, forestPicture, funnelPicture, givenAndChangePicture, goalsPicture, jacobsonPicture, singleCasePicture, stackedPicture, timeToEventPicture } from '../../pictures/index.ts'
import type { Picture } from '../../platform/picture/index.ts'
import { t } from '../words.ts'

/** The pictures of what all show together. */
export async function picturesOf(study: Study, findings: Findings, counted: Counted = exactly): Promise<Picture[]> {
  const { people, together, way, coders } = findings
  const effect = t(`evaluation.effect.${study.effect}`)
  const effects = together.weighed.map(({ person, value, interval, share }) => ({ who: personName(person), value, interval, share }))
  const pooled = together.pooled.kind === 'found' && together.pooled.interval ? { value: together.pooled.value, interval: together.pooled.interval, prediction: together.prediction.kind === 'found' ? together.prediction.interval : null } : null
  const both = people.flatMap((person) => person.first !== null && person.latest !== null ? [{ who: personName(person), before: person.first, after: person.latest, says: t(`evaluation.change.${person.change ?? 'unknown'}`) }] : [])
  return [
    await flowPicture(stationsOf(findings, counted)),
    ...(effects.length > 0 ? [await forestPicture({ effect, none: noneOf(study.effect), effects, pooled })] : []),
    ...(both.length > 0 ? [await jacobsonPicture({ outcome: outcomeSaid(study.outcomeKind, study.outcome), people: both, range: rangeOf(people), reach: reachOf(study), cutoff: study.cutoff })] : []),
    ...(effects.length > 2 && pooled ? [await funnelPicture({ effect, pooled: pooled.value, effects: together.weighed.map(({ person, value, se }) => ({ who: personName(person), value, se })) })] : []),
    ...(way.toStart.kind === 'found' ? [await timeToEventPicture({ title: t('evaluation.start.title'), curve: way.toStart, unit: t('evaluation.start.weeks'), notYet: t('evaluation.start.not-yet') })] : []),
    ...(way.toCompletion.kind === 'found' ? [await timeToEventPicture({ title: t('evaluation.completion.title'), curve: way.toCompletion, unit: t('evaluation.completion.weeks'), notYet: t('evaluation.completion.not-yet') })] : []),
    ...(people.some(({ given }) => given.planned > 0) ? [await givenAndChangePicture({ given: t('evaluation.given.held'), change: effect, none: noneOf(study.effect), columns: givenColumns().slice(1), people: people.map((person) => ({ who: personName(person), change: person.effect.kind === 'found' ? person.effect.value : null, given: person.given.held, also: givenNumbers(person.given).slice(1) })) })] : []),
    ...(findings.feedback.answered > 0 ? [await feedbackPicture(findings.feedback)] : []),
    ...await Promise.all(coders.filter(({ isOutcome }) => isOutcome).map(({ domain, counts }) => agreementPicture({ what: domain, codes: codes.map((code) => t(`evaluation.code.${code}`)), counts }))),
  ]
}

/** Several people on one time axis, each with their own beginning, and where it was drawn by lot with the day that was drawn. */
export async function stackedPersons(study: Study, { people, together }: Findings): Promise<Picture> {
  const drawnFor = new Map(together.byLot?.drawn.map(({ person, drawnOn }) => [person.key, drawnOn]))
  const since = (person: OnePerson, on: Day | null | undefined) => on && person.series.points[0] ? daysBetween(person.series.points[0].on, on) : null
  return stackedPicture({
    outcome: outcomeSaid(study.outcomeKind, study.outcome), range: rangeOf(people),
    people: people.map((person) => ({ who: personName(person), points: person.series.points, began: since(person, person.series.laterFrom), ...(together.byLot ? { drawnFor: since(person, drawnFor.get(person.key)) } : {}) })),
  })
}

/** One person's graph. */
export async function personPicture(study: Study, person: OnePerson): Promise<Picture> {
  const { lowest, highest, points } = person.series
  return singleCasePicture({ who: personName(person), outcome: outcomeSaid(study.outcomeKind, study.outcome), points: points.map((point) => ({ ...point, phase: phaseSaid(study, point.phase) })), range: lowest !== null && highest !== null ? [lowest, highest] : undefined })
}

/** One person's goals, where the study is about goals. */
export async function personGoals(person: OnePerson): Promise<Picture[]> {
  return person.goals ? [await goalsPicture(personName(person), person.goals.goals)] : []
}

/** What people said of their sessions, as what it is: the spread, and who said nothing. */
function feedbackPicture({ answers, didNotWant, notAnswered }: Feedback): Promise<Picture> {
  return answersPicture({
    what: t('evaluation.feedback.title'), unit: t('evaluation.feedback.sessions'), answers: answers.map(({ answer, sessions }) => ({ answer: String(answer), count: sessions })),
    without: [{ why: t('evaluation.feedback.did-not-want'), count: didNotWant }, { why: t('evaluation.feedback.not-answered'), count: notAnswered }] })
}

function rangeOf(people: OnePerson[]): [number, number] {
  const known = people.flatMap(({ first, latest, series }) => [first, latest, series.lowest, series.highest]).filter((value) => value !== null)
  return [Math.min(...known), Math.max(...known)]
}
