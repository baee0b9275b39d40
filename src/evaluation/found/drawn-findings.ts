import { outcomeSaid } from '../pages/plan-form.tsx'
import { codes } from './coders.ts'
import type { Findings } from './findings.ts'
import type { OnePerson } from './each-person.ts'
import { daysBetween, type Day } from '../../platform/day.ts'
import { phaseSaid } from './phases.ts'
import { reachOf } from './each-person.ts'
import { noneOf, type Study } from '../study.ts'
import { say } from '../../platform/words/index.ts'
import { leastInACell } from '../release.ts'
import { agreementPicture, flowPicture, forestPicture, funnelPicture, jacobsonPicture, singleCasePicture, stackedPicture, timeToEventPicture } from '../../pictures/index.ts'
import type { Picture } from '../../platform/picture/index.ts'
import { t } from '../words.ts'

export function personName({ place }: Pick<OnePerson, 'place'>): string {
  return t('evaluation.person-n', { n: place })
}

/** How a number of people is said: as it is where one works with the data, in steps of five where it is read by others. */
export type Counted = (count: number) => string
const exactly: Counted = (count) => say.number(count)
export function inFives(count: number): string {
  if (count === 0) return say.number(0)
  return count < leastInACell ? t('evaluation.fewer-than', { least: leastInACell }) : t('evaluation.about', { count: Math.round(count / leastInACell) * leastInACell })
}

/** The pictures of what all show together. */
export async function picturesOf(study: Study, { people, together, way, coders }: Findings, counted: Counted = exactly): Promise<Picture[]> {
  const effect = t(`evaluation.effect.${study.effect}`)
  const effects = together.weighed.map(({ person, value, interval, share }) => ({ who: personName(person), value, interval, share }))
  const pooled = together.pooled.kind === 'found' && together.pooled.interval ? { value: together.pooled.value, interval: together.pooled.interval, prediction: together.prediction.kind === 'found' ? together.prediction.interval : null } : null
  const both = people.flatMap((person) => person.first !== null && person.latest !== null ? [{ who: personName(person), before: person.first, after: person.latest, says: t(`evaluation.change.${person.change ?? 'unknown'}`) }] : [])
  return [
    await flowPicture(stationsOf(way.flow, counted)),
    ...(effects.length > 0 ? [await forestPicture({ effect, none: noneOf(study.effect), effects, pooled })] : []),
    ...(both.length > 0 ? [await jacobsonPicture({ outcome: outcomeSaid(study.outcomeKind, study.outcome), people: both, range: rangeOf(people), reach: reachOf(study), cutoff: study.cutoff })] : []),
    ...(effects.length > 2 && pooled ? [await funnelPicture({ effect, pooled: pooled.value, effects: together.weighed.map(({ person, value, se }) => ({ who: personName(person), value, se })) })] : []),
    ...(way.toCompletion.kind === 'found' ? [await timeToEventPicture({ title: t('evaluation.completion.title'), curve: way.toCompletion, unit: t('evaluation.completion.weeks'), notYet: t('evaluation.completion.not-yet') })] : []),
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

function rangeOf(people: OnePerson[]): [number, number] {
  const known = people.flatMap(({ first, latest, series }) => [first, latest, series.lowest, series.highest]).filter((value) => value !== null)
  return [Math.min(...known), Math.max(...known)]
}

function stationsOf(flow: Findings['way']['flow'], counted: Counted) {
  const reasons = [['declined', flow.declined], ['another-route', flow.anotherRoute], ['waiting', flow.waiting]] as const
  return [
    { name: t('evaluation.flow.referred'), count: counted(flow.referred), left: reasons.filter(([, count]) => count > 0).map(([reason, count]) => ({ reason: t(`evaluation.flow.${reason}`), count: counted(count) })) },
    { name: t('evaluation.flow.accepted'), count: counted(flow.accepted), left: [] },
    { name: t('evaluation.flow.begun'), count: counted(flow.begun), left: [...flow.endings.filter(({ ending }) => !isCompleted(ending)).map(({ ending, count }) => ({ reason: endingSaid(ending), count: counted(count) })),
      ...(flow.running > 0 ? [{ reason: t('evaluation.flow.running'), count: counted(flow.running) }] : [])] },
    { name: t('evaluation.flow.completed'), count: counted(flow.endings.filter(({ ending }) => isCompleted(ending)).reduce((sum, { count }) => sum + count, 0)), left: [] },
  ]
}

function isCompleted(ending: string): boolean {
  return ['completed', 'commitments consolidated'].includes(ending)
}

function endingSaid(ending: string): string {
  const known = { transferred: 'transferred', 'own wish': 'own-wish', 'another route': 'another-route' } as const
  return t(`evaluation.flow.${known[ending as keyof typeof known] ?? 'another-route'}`)
}
