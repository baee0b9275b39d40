import { sql, type RawBuilder } from 'kysely'
import { refuse } from '../platform/refusals.ts'
import type { Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import type { Before, Release } from './release.ts'
import type { AskedRow, CodePair, CodeRow, Design, FeedbackRow, Incidents, MeasureRow, OutcomeKind, PlanRow, ReferralRow, SessionRow, StageRow, ShownBefore, StartPoint, StartRow, Study, StudyData, StudyPlan } from './study.ts'

export async function studies(work: Work): Promise<Study[]> {
  return (await rows(work).orderBy('written_at', 'desc').orderBy('id', 'desc').execute()).map((row) => asStudy(row, []))
}

export async function theStudy(work: Work, publicId: string): Promise<Study> {
  const row = await rows(work).where('public_id', '=', publicId).executeTakeFirst()
  if (!row) throw refuse('not-found')
  return asStudy(row, await work.db.selectFrom('study_start_points').select(['place', 'earliest', 'latest', 'drawn', 'every_days as everyDays']).where('study_id', '=', row.id).orderBy('place').execute())
}

export async function addStudy(work: Work, plan: StudyPlan, seed: number): Promise<string> {
  const publicId = work.newPublicId()
  await work.db.insertInto('studies').values({ id: await work.newId(), public_id: publicId, ...columnsOf(plan), seed, written_by: work.actor.id, written_at: work.now }).execute()
  return publicId
}

/** Refuses 'study-changed-meanwhile' when somebody else saved or locked it since it was shown. */
export async function changeStudy(work: Work, study: Study, revision: number | undefined, change: Partial<ReturnType<typeof columnsOf>> & { locked_at?: Study['lockedAt'], locked_by?: number }): Promise<void> {
  const done = await work.db.updateTable('studies').set({ ...change, revision: study.revision + 1 }).where('id', '=', study.id).where('revision', '=', revision ?? study.revision).executeTakeFirst()
  if (done.numUpdatedRows !== 1n) throw refuse('study-changed-meanwhile')
}

export async function keepStartPoints(work: Work, study: Study, points: StartPoint[]): Promise<void> {
  await work.db.insertInto('study_start_points').values(points.map(({ everyDays, ...point }) => ({ study_id: study.id, ...point, every_days: everyDays, drawn_at: work.now }))).execute()
}

/** Which studies showed this outcome of this programme before the plan was locked, or until now while it is not: every evaluator sees every study. */
export async function shownBefore(work: Work, study: Study): Promise<ShownBefore[]> {
  const found = await work.db.selectFrom('studies').innerJoin('studies as this', (join) => join.on('this.id', '=', study.id)).select(['studies.public_id', 'studies.title', 'studies.locked_at', sql<boolean>`studies.locked_by = coalesce(this.locked_by, this.written_by)`.as('is_own')])
    .whereRef('studies.programme', '=', 'this.programme').whereRef('studies.outcome_kind', '=', 'this.outcome_kind').whereRef('studies.outcome', '=', 'this.outcome')
    .where('studies.id', '<>', study.id).where('studies.locked_at', '<', study.lockedAt ?? work.now).orderBy('studies.locked_at').orderBy('studies.id').execute()
  return found.flatMap((row) => row.locked_at === null ? [] : [{ publicId: row.public_id, title: row.title, lockedAt: row.locked_at, isOwn: row.is_own }])
}

/** The reports of a study that were kept, the latest first. */
export function reportsOf(work: Work, study: Study) {
  return work.db.selectFrom('study_reports').select(['public_id', 'made_at', 'data_print', 'code_version', 'audience', sql<boolean>`page <> ''`.as('has_page')]).where('study_id', '=', study.id).orderBy('made_at', 'desc').orderBy('id', 'desc').execute()
}

export async function keptReport(work: Work, study: Study, publicId: string): Promise<{ document: Uint8Array, page: string, audience: string }> {
  const found = await work.db.selectFrom('study_reports').select(['document', 'page', 'audience']).where('study_id', '=', study.id).where('public_id', '=', publicId).executeTakeFirst()
  if (!found) throw refuse('not-found')
  return found
}

export async function addReport(work: Work, study: Study, made: KeptReport): Promise<void> {
  await work.db.insertInto('study_reports').values({
    id: await work.newId(), public_id: work.newPublicId(), study_id: study.id, made_by: work.actor.id, made_at: work.now, code_version: made.codeVersion, data_print: made.dataPrint, audience: made.audience, page: made.page, document: Buffer.from(made.document),
  }).execute()
}

/** A report as it is kept, with what it rests on. */
export type KeptReport = { audience: 'inside' | 'published', codeVersion: string, dataPrint: string, document: Uint8Array, page: string }

/** The tables of a study that were given out, the latest first. */
export async function releasesOf(work: Work, study: Study): Promise<(Release & { publicId: string, at: Instant })[]> {
  const found = await work.db.selectFrom('study_releases').selectAll().where('study_id', '=', study.id).orderBy('released_at', 'desc').orderBy('id', 'desc').execute()
  return found.map((row) => ({ publicId: row.public_id, at: row.released_at, ...inLines(row) }))
}

/** All tables about people of the study's programme that were ever given out, by whichever study. */
export async function releasesBefore(work: Work, study: Study): Promise<Before[]> {
  const found = await work.db.selectFrom('study_releases').innerJoin('studies', 'studies.id', 'study_id').select(['study_releases.rows', 'columns', 'counts', 'hidden', 'outcome_kind', 'outcome'])
    .where('studies.programme', '=', study.programme).orderBy('study_releases.id').execute()
  return found.map((row) => ({ ...inLines(row), isOfOutcome: row.outcome_kind === study.outcomeKind && row.outcome === study.outcome }))
}

function inLines(row: { rows: string[], columns: string[], counts: number[], hidden: boolean[] }): Release {
  const [rows, columns] = [row.rows.map((line) => line.split('+')), row.columns.map((line) => line.split('+'))]
  const lines = <T>(cells: T[]) => rows.map((_, line) => cells.slice(line * columns.length, (line + 1) * columns.length))
  return { rows, columns, counts: lines(row.counts), hidden: lines(row.hidden) }
}

export async function keepRelease(work: Work, study: Study, { rows: lines, columns, counts, hidden }: Release): Promise<void> {
  await work.db.insertInto('study_releases').values({
    id: await work.newId(), public_id: work.newPublicId(), study_id: study.id, name: 'standing-by-change', rows: lines.map((line) => line.join('+')), columns: columns.map((line) => line.join('+')),
    counts: counts.flat(), hidden: hidden.flat(), released_by: work.actor.id, released_at: work.now,
  }).execute()
}

/** Which outcomes at least three people of a programme have: their names, no value. */
export async function outcomesOf(work: Work, programme: string): Promise<{ kind: OutcomeKind, series: string }[]> {
  const { rows: found } = await sql<{ kind: OutcomeKind, series: string }>`select kind, series from evaluation_outcomes(${programme}) union all select kind, series from evaluation_code_outcomes(${programme})`.execute(work.db)
  return found
}

/** Everything that the rooms give to a locked study. The line in the log names whose rows they were. */
export async function dataOf(work: Work, study: Study): Promise<StudyData> {
  const opened = await sql<{ is_open: boolean }>`select open_study(${study.publicId}) as is_open`.execute(work.db)
  if (!opened.rows[0]?.is_open) throw refuse('study-not-locked')
  const about = await sql<{ ids: number[], left_out: number }>`select study_participant_ids() as ids, evaluation_left_out() as left_out`.execute(work.db)
  work.saw(...about.rows[0]?.ids ?? [])
  const of = async <Row>(question: RawBuilder<Row>): Promise<Row[]> => (await question.execute(work.db)).rows
  return {
    measures: await of(sql<MeasureRow>`select person, kind, series, measured_on, value, missing, lowest, highest, phase from evaluation_measures order by person, kind, series, measured_on, value, missing, lowest, highest, phase`),
    plans: await of(sql<PlanRow>`select * from evaluation_plans order by person, begins_on, ended_on, state, ending, followed_until`),
    stages: await of(sql<StageRow>`select * from evaluation_stages order by person, begins_on, stage`),
    starts: await of(sql<StartRow>`select * from evaluation_starts order by place`),
    sessions: await of(sql<SessionRow>`select * from evaluation_sessions order by person, held_on, state, whose, minutes, units_planned, units_as_planned, units_instead, whose_change`),
    referrals: await of(sql<ReferralRow>`select * from evaluation_referrals order by person, referred_on, decided_on, state, answer, followed_until`),
    asked: await of(sql<AskedRow>`select * from evaluation_eligibility order by person`),
    codes: await of(sql<CodeRow>`select * from evaluation_codes order by person, held_on, domain, first, second, agreed, is_agreed`),
    pairs: await of(sql<CodePair>`select * from evaluation_code_pairs() order by domain, first, second`),
    feedback: await of(sql<FeedbackRow>`select * from evaluation_feedback() order by value, missing`),
    incidents: (await of(sql<Incidents>`select * from evaluation_incidents()`))[0] ?? { incidents: 0, people: 0 },
    leftOut: about.rows[0]?.left_out ?? 0,
  }
}

function rows(work: Work) {
  return work.db.selectFrom('studies').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function asStudy(row: Row, startPoints: StartPoint[]): Study {
  return {
    id: row.id, publicId: row.public_id, title: row.title, question: row.question, programme: row.programme, design: row.design as Design, outcomeKind: row.outcome_kind as OutcomeKind,
    outcome: row.outcome, better: row.better as Study['better'], phases: row.phases as Study['phases'], effect: row.effect as Study['effect'], leastPeople: row.least_people,
    leastPoints: row.least_points, reliability: row.reliability, spread: row.spread, cutoff: row.cutoff, yardstickSource: row.yardstick_source, conclusion: row.conclusion,
    seed: row.seed, revision: row.revision, writtenAt: row.written_at, lockedAt: row.locked_at, startPoints,
  }
}

export function columnsOf(plan: StudyPlan) {
  return {
    title: plan.title, question: plan.question, programme: plan.programme, design: plan.design, outcome_kind: plan.outcomeKind, outcome: plan.outcome, better: plan.better, phases: plan.phases,
    effect: plan.effect, least_people: plan.leastPeople, least_points: plan.leastPoints, reliability: plan.reliability, spread: plan.spread, cutoff: plan.cutoff,
    yardstick_source: plan.yardstickSource, conclusion: plan.conclusion,
  }
}
