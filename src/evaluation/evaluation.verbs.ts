import { randomInt } from 'node:crypto'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import type { Drawing, Writing } from './evaluation.input.ts'
import { addStudy, changeStudy, columnsOf, dataOf, keepStartPoints, outcomesOf, theStudy } from './evaluation.queries.ts'
import { findingsOf, type Findings } from './findings.ts'
import { checkPlan, mustBeDraft, mustBeLocked, type OutcomeKind, type StartPoint, type Study, type StudyPlan } from './study.ts'

/** Writes an analysis plan. Its seed is drawn now and kept: the same data give the same report for ever. Returns its public id. */
export async function writeStudy(work: Work, writing: Writing): Promise<string> {
  return addStudy(work, await planFrom(work, writing), randomInt(1, 2 ** 31 - 1))
}

/** Changes a plan that is not locked yet. Refuses 'study-locked', 'study-changed-meanwhile'. */
export async function rewriteStudy(work: Work, studyId: string, writing: Writing, revision: number | undefined): Promise<void> {
  const study = await theStudy(work, studyId)
  mustBeDraft(study)
  await changeStudy(work, study, revision, columnsOf(await planFrom(work, writing)))
}

/**
 * Draws by lot, for each of so many people, after how many measurements the second phase begins. It is done once: a draw that could be repeated would be a choice.
 * Refuses 'study-starts-order', 'study-locked'.
 */
export async function drawStarts(work: Work, studyId: string, { people, earliest, latest }: Drawing): Promise<StartPoint[]> {
  const study = await theStudy(work, studyId)
  mustBeDraft(study)
  if (latest < earliest) throw refuse('study-starts-order')
  if (study.startPoints.length > 0) return study.startPoints
  const points = Array.from({ length: people }, (_, place) => ({ place: place + 1, earliest, latest, drawn: randomInt(earliest, latest + 1) }))
  await keepStartPoints(work, study, points)
  return points
}

/** From now on nothing of the plan changes, and only now its outcomes can be seen. Refuses 'study-starts-missing' where starts were to be drawn and were not. */
export async function lockStudy(work: Work, studyId: string, revision: number | undefined): Promise<void> {
  const study = await theStudy(work, studyId)
  mustBeDraft(study)
  if (study.design === 'drawn-starts' && study.startPoints.length === 0) throw refuse('study-starts-missing')
  await changeStudy(work, study, revision, { locked_at: work.now, locked_by: work.actor.id })
}

/** What the locked plan finds in the data of today. Refuses 'study-not-locked'. */
export async function studyFindings(work: Work, studyId: string): Promise<{ study: Study, findings: Findings }> {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  return { study, findings: findingsOf(study, await dataOf(work, study)) }
}

async function planFrom(work: Work, { outcome, ...writing }: Writing): Promise<StudyPlan> {
  if (!programmesOnOffer().some(({ definition }) => definition.id === writing.programme)) throw refuse('study-programme-unknown')
  const [kind, ...name] = outcome.split(' ')
  const chosen = (await outcomesOf(work, writing.programme)).find((one) => one.kind === kind && one.series === name.join(' '))
  if (!chosen) throw refuse('study-outcome-unknown')
  const plan: StudyPlan = {
    ...writing, outcomeKind: chosen.kind satisfies OutcomeKind, outcome: chosen.series,
    reliability: writing.reliability ?? null, spread: writing.spread ?? null, cutoff: writing.cutoff ?? null, yardstickSource: writing.yardstickSource ?? '',
  }
  checkPlan(plan)
  return plan
}
