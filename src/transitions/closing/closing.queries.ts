import { sql } from 'kysely'
import { addDays, type Day, type Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import { together } from '../../platform/together.ts'
import type { Work } from '../../platform/work.ts'
import type { Answered, Closing, GoalSeen, Promised, Signed } from './closing.ts'

/** Every version of every closing report of a person, the latest first, with the parts that this reader may read. */
export async function closingsOf(work: Work, participantId: number): Promise<Closing[]> {
  const [reports, answers, signatures, doses, units, goals, agreements] = await together([reportRows(work, participantId), answerRows(work, participantId), signatureRows(work, participantId),
    partRows(work, 'closing_doses', participantId), partRows(work, 'closing_units', participantId), partRows(work, 'closing_goals', participantId), partRows(work, 'closing_agreements', participantId)])
  return reports.map((row): Closing => {
    const mine = <Row extends { report_id: number }>(rows: readonly Row[]) => rows.filter(({ report_id: id }) => id === row.id)
    const [dose, ofUnits, ofGoals, ofAgreements] = [mine(doses)[0], mine(units), mine(goals), mine(agreements)]
    return {
      id: row.id, publicId: row.public_id, planId: row.plan_id, number: row.number, writtenById: row.written_by, writtenBy: row.name ?? '', writtenAt: row.written_at,
      said: { programme: row.said_programme, after: row.said_after, places: row.said_places, follows: row.said_follows }, places: row.places, follower: row.follower,
      meetings: row.meetings_with === null ? null : { name: row.meetings_with, fromOn: row.meetings_from_on!, everyWeeks: row.meetings_every_weeks!, meetings: row.meetings_count! },
      ...(dose && { dose: { held: dose.held, minutes: dose.minutes, said: dose.said } }),
      ...(ofUnits[0] && { units: { said: ofUnits[0].said ?? '', plain: ofUnits[0].plain ?? '', given: ofUnits.slice(1).map(({ name, sessions }) => ({ name: name ?? '', sessions: sessions ?? 0 })) } }),
      ...(ofGoals[0] && { goals: { said: ofGoals[0].said ?? '', seen: ofGoals.slice(1).map(goalIn) } }),
      ...(ofAgreements[0] && { agreements: { said: ofAgreements[0].said ?? '', promised: ofAgreements.slice(1).map(promisedIn) } }),
      answers: mine(answers).map(answerIn), signatures: mine(signatures).map(({ as_role: as, name, signed_at: at }) => ({ as: as as Signed['as'], name: name ?? '', at })),
    }
  })
}

function goalIn({ title, by_worker: worker, by_worker_says: workerSays, by_person: person, by_person_says: personSays }: Rows['closing_goals']): GoalSeen {
  const seen = (level: number | null, says: string | null) => (level === null ? null : { level, says: says ?? '' })
  return { title: title ?? '', byWorker: seen(worker, workerSays), byPerson: seen(person, personSays) }
}

function promisedIn({ purpose, signed_on: signedOn, reviews, ended_on: endedOn }: Rows['closing_agreements']): Promised {
  return { purpose: purpose ?? '', signedOn: signedOn!, reviews: reviews ?? 0, endedOn }
}

function answerIn(row: Awaited<ReturnType<typeof answerRows>>[number]): Answered {
  return { answer: row.answer as Answered['answer'], words: row.words, byPerson: row.recorded_by_kind === 'participant', recordedBy: row.name, at: row.said_at }
}

function reportRows(work: Work, participantId: number) {
  return work.db.selectFrom('closing_reports').leftJoin('colleagues', 'colleagues.id', 'closing_reports.written_by')
    .select(['closing_reports.id', 'closing_reports.public_id', 'participant_id', 'plan_id', 'number', 'said_programme', 'said_after', 'said_places', 'said_follows', 'places', 'follower', 'meetings_with', 'meetings_from_on',
      'meetings_every_weeks', 'meetings_count', 'written_by', 'written_at', 'colleagues.name'])
    .where('participant_id', '=', participantId).orderBy('written_at', 'desc').orderBy('closing_reports.id', 'desc').execute()
}

function answerRows(work: Work, participantId: number) {
  return work.db.selectFrom('closing_answers').leftJoin('colleagues', (join) => join.onRef('colleagues.id', '=', 'recorded_by').on('recorded_by_kind', '=', 'colleague'))
    .select(['report_id', 'participant_id', 'answer', 'words', 'recorded_by_kind', 'said_at', 'colleagues.name']).where('participant_id', '=', participantId).orderBy('said_at').orderBy('closing_answers.id').execute()
}

function signatureRows(work: Work, participantId: number) {
  return work.db.selectFrom('closing_signatures').leftJoin('colleagues', 'colleagues.id', 'signed_by').select(['report_id', 'participant_id', 'as_role', 'signed_at', 'colleagues.name']).where('participant_id', '=', participantId).execute()
}

type Rows = {
  closing_doses: { report_id: number, participant_id: number, held: number, minutes: number, said: string }
  closing_units: { report_id: number, participant_id: number, name: string | null, sessions: number | null, said: string | null, plain: string | null }
  closing_goals: { report_id: number, participant_id: number, title: string | null, by_worker: number | null, by_worker_says: string | null, by_person: number | null, by_person_says: string | null, said: string | null }
  closing_agreements: { report_id: number, participant_id: number, purpose: string | null, signed_on: Day | null, reviews: number | null, ended_on: Day | null, said: string | null }
}

/** The lines of one part, in their order: first the facilitator's own sentence. */
async function partRows<Table extends keyof Rows>(work: Work, table: Table, participantId: number): Promise<Rows[Table][]> {
  const order = table === 'closing_doses' ? sql`id` : sql`place`
  const { rows } = await sql<Rows[Table]>`select * from ${sql.table(table)} where participant_id = ${participantId} order by report_id, ${order}`.execute(work.db)
  return rows
}

export type ToClose = { participant_id: number, person: string, name: string, plan: string, report: string | null, ended_on: Day, role: string, signed_at: Instant | null }

/** Of people of the actor: plans that ended lately without a signed report, for the facilitator; and reports that are signed and not seen, for the coordinator. */
export async function closingsAwaited(work: Work): Promise<ToClose[]> {
  const { rows } = await sql<ToClose>`select p.id as participant_id, p.public_id as person, n.name, l.public_id as plan, l.ended_on, a.role, r.public_id as report, r.signed_at
    from assignments a join plans l on l.participant_id = a.participant_id and l.state = 'ended' and l.ended_on >= ${addDays(work.today, -183)}::date
    join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    left join lateral (select c.public_id, f.signed_at, k.signed_at as seen_at from closing_reports c left join closing_signatures f on f.report_id = c.id and f.as_role = 'facilitator'
      left join closing_signatures k on k.report_id = c.id and k.as_role = 'coordinator' where c.plan_id = l.id order by c.number desc limit 1) r on true
    where a.colleague_id = ${work.actor.id} and a.role in ('coordinator', 'facilitator') and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`p.id`)}
      and (a.role = 'facilitator' and r.signed_at is null or a.role = 'coordinator' and r.signed_at is not null and r.seen_at is null)
    order by l.ended_on limit 50`.execute(work.db)
  return rows
}
