import { randomInt } from 'node:crypto'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import type { Drawing, Writing } from './evaluation.input.ts'
import { addReport, addStudy, changeStudy, columnsOf, dataOf, keepRelease, keepStartPoints, outcomesOf, releasesBefore, releasesOf, reportsOf, shownBefore, theStudy, type KeptReport } from './evaluation.queries.ts'
import { findingsOf, type Findings } from './found/findings.ts'
import { isSameTable, protectedTable, standingByChange } from './release.ts'
import { publishedReport } from './found/published-report.ts'
import { reportAsPage } from './found/report-as-page.tsx'
import { reportOnPaper } from './found/report-on-paper.ts'
import { reportOf, type Report } from './found/report.ts'
import { t } from './words.ts'
import { checkPlan, mustBeDraft, mustBeLocked, type OutcomeKind, type StartPoint, type Study, type StudyData, type StudyPlan } from './study.ts'

/** Said once at start: the version of the program, which stands in every report. */
export function useCodeVersion(version: string): void {
  codeVersion = version
}

let codeVersion = 'unknown'

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
 * Draws by lot, for each of so many people in the order of enrolment, after how many measurements the second phase begins. It is done once: a draw that could be repeated would be a choice.
 * Refuses 'study-starts-order', 'study-locked'.
 */
export async function drawStarts(work: Work, studyId: string, { people, earliest, latest, everyDays }: Drawing): Promise<StartPoint[]> {
  const study = await theStudy(work, studyId)
  mustBeDraft(study)
  if (latest < earliest) throw refuse('study-starts-order')
  if (study.startPoints.length > 0) return study.startPoints
  const points = Array.from({ length: people }, (_, place) => ({ place: place + 1, earliest, latest, drawn: randomInt(earliest, latest + 1), everyDays }))
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
export async function studyFindings(work: Work, studyId: string): Promise<{ study: Study, data: StudyData, findings: Findings }> {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  const data = await dataOf(work, study)
  return { study, data, findings: findingsOf(study, data) }
}

/** What the locked plan found, put together for reading. */
export async function studyReport(work: Work, studyId: string): Promise<Report> {
  const { study, findings } = await studyFindings(work, studyId)
  return reportOf(study, findings, { codeVersion, lastTable: (await releasesOf(work, study))[0], shownBefore: await shownBefore(work, study) })
}

/** Makes the report for inside as a PDF and as a page, and keeps both as they are. From the same data, by the same program, it is not kept twice. */
export async function makeReport(work: Work, studyId: string): Promise<void> {
  const { study, findings } = await studyFindings(work, studyId)
  const lastTable = (await releasesOf(work, study))[0]
  const dataPrint = lastTable ? `${findings.dataPrint} ${lastTable.publicId}` : findings.dataPrint
  await keepOnce(work, study, { audience: 'inside', dataPrint }, async () => reportOf(study, findings, { codeVersion, lastTable, shownBefore: await shownBefore(work, study) }))
}

/** Makes the part that may be published: the tables that were given out, and nothing else about people. Refuses 'report-nothing-to-publish'. */
export async function publishReport(work: Work, studyId: string): Promise<void> {
  const study = await theStudy(work, studyId)
  mustBeLocked(study)
  const releases = await releasesOf(work, study)
  if (releases.length === 0) throw refuse('report-nothing-to-publish')
  await keepOnce(work, study, { audience: 'published', dataPrint: releases.map(({ publicId }) => publicId).join(' ') }, async () => publishedReport(study, releases, codeVersion))
  work.discloses(t('evaluation.recipient.table'))
}

async function keepOnce(work: Work, study: Study, made: Pick<KeptReport, 'audience' | 'dataPrint'>, make: () => Promise<Report>): Promise<void> {
  const isKept = (await reportsOf(work, study)).some((kept) => kept.audience === made.audience && kept.data_print === made.dataPrint && kept.code_version === codeVersion)
  if (isKept) return
  const report = await make()
  await addReport(work, study, { ...made, codeVersion, document: reportOnPaper(report), page: await reportAsPage(report) })
}

/**
 * Gives out the table of today, protected also beside all that were given out before, those of other studies of the programme too, and keeps it. The same table again is not kept twice.
 * Refuses 'release-cannot-protect', 'release-shows-somebody'.
 */
export async function giveOutTable(work: Work, studyId: string): Promise<void> {
  const { study, data, findings } = await studyFindings(work, studyId)
  const last = (await releasesOf(work, study))[0]
  const release = await protectedTable(standingByChange(findings.people, data.plans), await releasesBefore(work, study))
  if (!last || !isSameTable(last, release)) await keepRelease(work, study, release)
  work.discloses(t('evaluation.recipient.table'))
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
