import { sql } from 'kysely'
import type { Day, Instant } from '../../platform/day.ts'
import { focusedOn } from '../../platform/focus.ts'
import type { Work } from '../../platform/work.ts'
import { stateOf, type TransferState } from './transfer.ts'

export type Transfer = {
  id: number, publicId: string, from: string, to: string, movesOn: Day, by: string, byId: number, announcedAt: Instant, takenBy: string, takenById: number | null, takenAt: Instant | null, calledOffAt: Instant | null, calledOffWhy: string
  state: TransferState
  /** Null where this reader may not read it. */
  reason: string | null, authority: string | null
  isNoted: boolean
}

/** Every transfer of a person, the latest announced first. */
export async function transfersOf(work: Work, participantId: number): Promise<Transfer[]> {
  const rows = await work.db.selectFrom('unit_transfers as t').innerJoin('units as former', 'former.id', 't.from_unit_id').innerJoin('units as next', 'next.id', 't.to_unit_id')
    .leftJoin('colleagues as c', 'c.id', 't.announced_by').leftJoin('colleagues as k', 'k.id', 't.taken_by').leftJoin('unit_transfer_reasons as r', 'r.transfer_id', 't.id')
    .select(['t.id', 't.public_id', 't.participant_id', 'former.name as from', 'next.name as to', 't.moves_on', 'c.name as by', 't.announced_by', 't.announced_at', 'k.name as taken_by', 't.taken_by as taken_by_id', 't.taken_at', 't.called_off_at', 't.called_off_why', 'r.reason', 'r.authority'])
    .where('t.participant_id', '=', participantId).orderBy('t.announced_at', 'desc').orderBy('t.id', 'desc').limit(50).execute()
  const noted = work.actor.kind === 'colleague' && rows.length > 0 ? await notedByMe(work, rows.map(({ id }) => id)) : []
  return rows.map((row) => {
    const ends = { takenAt: row.taken_at, calledOffAt: row.called_off_at }
    return { id: row.id, publicId: row.public_id, from: row.from, to: row.to, movesOn: row.moves_on, by: row.by ?? '', byId: row.announced_by, announcedAt: row.announced_at, takenBy: row.taken_by ?? '', takenById: row.taken_by_id, ...ends, calledOffWhy: row.called_off_why ?? '',
      state: stateOf(ends), reason: row.reason, authority: row.authority, isNoted: noted.includes(row.id) }
  })
}

async function notedByMe(work: Work, transferIds: number[]): Promise<number[]> {
  const rows = await work.db.selectFrom('unit_transfer_notings').select('transfer_id').where('colleague_id', '=', work.actor.id).where('transfer_id', 'in', transferIds).execute()
  return rows.map(({ transfer_id: id }) => id)
}

/** Who of the team goes on and who ends, as it was announced. */
export function membersOf(work: Work, transferId: number) {
  return work.db.selectFrom('unit_transfer_members as m').innerJoin('assignments as a', 'a.id', 'm.assignment_id').innerJoin('colleagues as c', 'c.id', 'a.colleague_id')
    .select(['a.participant_id', 'a.public_id', 'a.role', 'a.until_at', 'c.name', 'm.stays']).where('m.transfer_id', '=', transferId).orderBy('m.id').execute()
}

/** In which unit somebody is, by its id. */
export async function unitOf(work: Work, participantId: number): Promise<number | null> {
  const row = await work.db.selectFrom('participants').select(['id as participant_id', 'unit_id']).where('id', '=', participantId).executeTakeFirst()
  return row?.unit_id ?? null
}

/** Whether anybody coordinates a unit today, who could say that it has the person. */
export async function isCoordinated(work: Work, unitId: number): Promise<boolean> {
  const found = await work.db.selectFrom('appointments').select('id').where('role', '=', 'coordinator').where('unit_id', '=', unitId).where('from_at', '<=', work.now)
    .where((is) => is.or([is('until_at', 'is', null), is('until_at', '>', work.now)])).limit(1).executeTakeFirst()
  return found !== undefined
}

export type Arriving = {
  transfer: string, participant_id: number, person: string, name: string, from_unit: string, to_unit: string, moves_on: Day, reason: string | null, authority: string | null, announced_by: string, announced_at: Instant, called_off_at: Instant | null
  names: string[], roles: string[], staying: boolean[]
}

/** Who comes to a unit that the actor coordinates and was not taken over yet, and for two weeks who does not come after all; with a focus, that person alone. */
export async function arriving(work: Work): Promise<Arriving[]> {
  const { rows } = await sql<Arriving>`select * from people_arriving()`.execute(work.db)
  return rows
}

type ToKnow = { participant_id: number, public_id: string, name: string, what: 'know' | 'gone' | 'off' | 'late', on: Day, moves_on: Day, unit: string }

/**
 * Transfers of people whom the actor works with: to be told of, until they say that they know, also when the next unit was quicker; that one was called off, for two weeks; and for coordinator and
 * case manager, that the next unit has not taken over.
 */
export async function transfersToKnow(work: Work): Promise<ToKnow[]> {
  const { rows } = await sql<ToKnow>`select t.participant_id, p.public_id, n.name, f.what, f.on, t.moves_on, u.name as unit
    from assignments a join unit_transfers t on t.participant_id = a.participant_id join participants p on p.id = t.participant_id
    join identity_names n on n.participant_id = t.participant_id join units u on u.id = t.to_unit_id
    join lateral (values (case when t.taken_at is null then 'know' else 'gone' end, (t.announced_at at time zone ${work.timeZone})::date, t.called_off_at is null and t.announced_by <> ${work.actor.id} and t.taken_by is distinct from ${work.actor.id}
        and t.announced_at > ${work.now}::timestamptz - interval '60 days' and not exists (select from unit_transfer_notings k where k.transfer_id = t.id and k.colleague_id = ${work.actor.id})),
      ('off', (t.called_off_at at time zone ${work.timeZone})::date, t.called_off_at > ${work.now}::timestamptz - interval '14 days' and t.called_off_by <> ${work.actor.id}),
      ('late', t.moves_on, t.called_off_at is null and t.taken_at is null and t.moves_on < ${work.today}::date and a.role in ('coordinator', 'case_manager'))) f(what, "on", holds) on f.holds
    where a.colleague_id = ${work.actor.id} and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}) and ${focusedOn(work, sql`t.participant_id`)} order by f.on limit 100`.execute(work.db)
  return rows
}

type Alone = { participant_id: number, public_id: string, name: string, unit: string, on: Day }

/** Who came to a unit that the actor coordinates and has nobody there who coordinates them: nobody else has them on their day. */
export async function withoutCoordinator(work: Work): Promise<Alone[]> {
  const { rows } = await sql<Alone>`select distinct on (t.participant_id) t.participant_id, p.public_id, n.name, u.name as unit, (t.taken_at at time zone ${work.timeZone})::date as on
    from unit_transfers t join participants p on p.id = t.participant_id and p.unit_id = t.to_unit_id and p.state <> 'ended' join identity_names n on n.participant_id = p.id join units u on u.id = p.unit_id
    where t.taken_at is not null and p.unit_id = any ((select units_for('register', 'write'))::int[]) and ${focusedOn(work, sql`t.participant_id`)}
      and not exists (select from assignments a where a.participant_id = p.id and a.role = 'coordinator' and a.from_at <= ${work.now} and (a.until_at is null or a.until_at > ${work.now}))
    order by t.participant_id, t.taken_at desc limit 100`.execute(work.db)
  return rows
}
