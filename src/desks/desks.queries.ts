import { sql } from 'kysely'
import type { Day, Instant } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'

export type OpenDesk = { id: number, unit_id: number, place: string, /** By the service's own calendar, also where a demonstration pretends one. */ today: Day, ends_at: Instant }

/** The open desk that this code belongs to. */
export async function openDeskWith(work: Work, codeHash: string): Promise<OpenDesk | undefined> {
  const { rows } = await sql<OpenDesk>`select d.id, d.unit_id, d.place, (service_moment(${work.now}) at time zone ${work.timeZone})::date as today, d.ends_at
    from desks d where d.code_hash = ${codeHash} and d.closed_at is null and d.ends_at > service_moment(${work.now})`.execute(work.db)
  return rows[0]
}

/** The desks that are open now, as far as they are the actor's to close. */
export function openDesks(work: Work) {
  return work.db.selectFrom('desks').innerJoin('units', 'units.id', 'desks.unit_id').innerJoin('colleagues', 'colleagues.id', 'desks.opened_by')
    .select(['desks.public_id', 'desks.place', 'desks.opened_at', 'desks.ends_at', 'units.name as unit', 'colleagues.name as opener'])
    .where('desks.closed_at', 'is', null).where('desks.ends_at', '>', work.now).orderBy('desks.opened_at').execute()
}

export async function usesSince(work: Work, kind: string, by: { from: string } | { deskId: number }, since: Instant): Promise<number> {
  const { rows } = await sql<{ uses: number }>`select count(*)::int as uses from desk_uses where kind = ${kind} and at > ${since}
    and ${'from' in by ? sql`from_hash = ${by.from}` : sql`desk_id = ${by.deskId}`}`.execute(work.db)
  return rows[0]?.uses ?? 0
}
