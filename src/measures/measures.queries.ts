import { sql } from 'kysely'
import { mayFor } from '../access/index.ts'
import type { Day } from '../platform/day.ts'
import { focusedOn } from '../platform/focus.ts'
import type { Work } from '../platform/work.ts'
import { goalsInForce, type GoalInForce } from '../plans/index.ts'
import type { Kind, Measure, Missing, SaidBy, Way } from './measure.ts'

/** Everything said about how it goes with one person, the earliest first; what was taken back is not among it. */
export async function measuresOf(work: Work, participantId: number, most = 5000): Promise<Measure[]> {
  const rows = await measures(work).where('measures.participant_id', '=', participantId).orderBy('measured_on', 'desc').orderBy('measures.id', 'desc').limit(most).execute()
  return withoutLegalStatus(work, rows.map(asMeasure).reverse())
}

/** That there was a legal reason says that guilt is open: whoever may not know the legal status reads that it was not asked, which is true too. */
async function withoutLegalStatus(work: Work, measures: Measure[]): Promise<Measure[]> {
  if (!measures.some(({ missing }) => missing === 'legal') || await mayFor(work, 'read', 'legal_status')) return measures
  return measures.map((one) => (one.missing === 'legal' ? { ...one, missing: 'not-asked' } : one))
}

export async function measureByPublicId(work: Work, participantId: number, publicId: string): Promise<Measure | undefined> {
  const row = await measures(work).where('measures.participant_id', '=', participantId).where('measures.public_id', '=', publicId).executeTakeFirst()
  return row && asMeasure(row)
}

/** The person's own word on one of their sessions. */
export async function wordOnSession(work: Work, participantId: number, sessionId: number): Promise<Measure | undefined> {
  const row = await measures(work).where('measures.participant_id', '=', participantId).where('session_id', '=', sessionId).executeTakeFirst()
  return row && asMeasure(row)
}

/** The goals that these ratings are about, by their id, with the words of their levels: as they were in force on the day of the rating. */
export async function goalsFor(work: Work, participantId: number, measures: readonly Measure[], known: readonly GoalInForce[] = []): Promise<Map<number, GoalInForce>> {
  const found = new Map(known.map((goal) => [goal.id, goal]))
  const asked = new Set<number>()
  for (const { goalId, on } of measures.toReversed()) {
    // A reader who may not read the plan finds none: they are asked for once, not once a rating.
    if (goalId === null || found.has(goalId) || asked.has(goalId)) continue
    asked.add(goalId)
    for (const goal of await goalsInForce(work, participantId, on)) found.set(goal.id, goal)
  }
  return found
}

type Ending = { participant_id: number, person: string, name: string, until_on: Day, goals: number }

/** People whose facilitator the actor is, with goals whose period ends before a day and that nobody has rated since another: one line a person. */
export async function goalsToRate(work: Work, { until, since }: { until: Day, since: Day }): Promise<Ending[]> {
  const { rows } = await sql<Ending>`select p.id as participant_id, p.public_id as person, n.name, min(g.until_on) as until_on, count(*)::int as goals
    from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join goals g on g.participant_id = p.id and g.until_on between ${work.today} and ${until} join plans l on l.id = g.plan_id and coalesce(l.ended_on, 'infinity') > ${work.today} left join goal_closings c on c.goal_id = g.id
    where a.colleague_id = ${work.actor.id} and a.role = 'facilitator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)}
      and c.id is null and not exists (select from measures m where m.participant_id = p.id and m.goal_id = g.id and m.taken_back_at is null and m.measured_on >= ${since})
    group by p.id, p.public_id, n.name order by min(g.until_on) limit 50`.execute(work.db)
  return rows
}

export type NewMeasure = Pick<Measure, 'kind' | 'series' | 'on' | 'value' | 'missing' | 'saidBy'> & Partial<Pick<Measure, 'question' | 'goalId' | 'sessionId' | 'ownWords' | 'lowest' | 'highest'>>

export async function addMeasures(work: Work, participantId: number, said: NewMeasure[]): Promise<void> {
  const byPerson = work.actor.kind === 'participant'
  const rows = []
  for (const { on, saidBy, goalId, sessionId, ownWords = '', ...rest } of said) {
    rows.push({
      ...rest, id: await work.newId(), public_id: work.newPublicId(), participant_id: participantId, goal_id: goalId ?? null, session_id: sessionId ?? null, measured_on: on, own_words: ownWords,
      said_by: byPerson ? 'person' : saidBy, way: byPerson ? 'by-person' : 'with-person', recorded_by_kind: byPerson ? 'participant' : 'colleague', recorded_by: work.actor.id, recorded_at: work.now })
  }
  if (rows.length > 0) await work.db.insertInto('measures').values(rows).execute()
}

/** Changes what was said, or takes it back, if nobody has done so meanwhile. */
export async function changeMeasure(work: Work, { publicId, revision }: Measure, to: { value?: number | null, missing?: Missing | null, ownWords?: string, takenBack?: true }): Promise<boolean> {
  const { value, missing, ownWords, takenBack } = to
  const { numUpdatedRows } = await work.db.updateTable('measures').set({
    revision: revision + 1, ...(takenBack ? { taken_back_at: work.now } : { value: value ?? null, missing: missing ?? null, own_words: ownWords ?? '', recorded_at: work.now }) })
    .where('public_id', '=', publicId).where('revision', '=', revision).where('taken_back_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

function measures(work: Work) {
  return work.db.selectFrom('measures').leftJoin('colleagues', (join) => join.onRef('colleagues.id', '=', 'measures.recorded_by').on('measures.recorded_by_kind', '=', 'colleague'))
    .select(['measures.public_id', 'measures.participant_id', 'measures.kind', 'measures.series', 'measures.question', 'measures.goal_id', 'measures.goal_place', 'measures.session_id', 'measures.measured_on',
      'measures.value', 'measures.missing', 'measures.lowest', 'measures.highest', 'measures.phase', 'measures.said_by', 'measures.way', 'measures.own_words', 'measures.recorded_by_kind',
      'measures.recorded_by', 'measures.recorded_at', 'measures.revision', 'colleagues.name as recorder'])
    .where('measures.taken_back_at', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof measures>['execute']>>[number]

function asMeasure(row: Row): Measure {
  return {
    publicId: row.public_id, kind: row.kind as Kind, series: row.series, question: row.question, goalId: row.goal_id, goalPlace: row.goal_place, sessionId: row.session_id, on: row.measured_on as Day,
    value: row.value, missing: row.missing as Missing | null, lowest: row.lowest, highest: row.highest, phase: row.phase, saidBy: row.said_by as SaidBy, way: row.way as Way, ownWords: row.own_words,
    recordedBy: { kind: row.recorded_by_kind as 'colleague' | 'participant', id: row.recorded_by, name: row.recorder }, recordedAt: row.recorded_at, revision: row.revision,
  }
}
