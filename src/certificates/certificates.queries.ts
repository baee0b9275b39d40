import { sql } from 'kysely'
import { addDays, type Day } from '../platform/day.ts'
import type { Work } from '../platform/work.ts'
import { daysTold } from './certificate.ts'

/** Certificates that the actor may read, by colleague; of one of them, one's own, as asked. */
export function certificates(work: Work) {
  return work.db.selectFrom('certificates').innerJoin('colleagues', 'colleagues.id', 'certificates.colleague_id').leftJoin('colleagues as by', 'by.id', 'certificates.entered_by')
    .select(['certificates.id', 'certificates.public_id', 'certificates.colleague_id', 'colleagues.name', 'certificates.programme', 'certificates.programme_role', 'certificates.title', 'certificates.issuer', 'certificates.issued_on', 'certificates.expires_on',
      'certificates.equivalent_why', 'certificates.withdrawn_on', 'certificates.withdrawn_why', 'certificates.entered_at', 'by.name as entered_by'])
    .orderBy('colleagues.name').orderBy('certificates.title').orderBy('certificates.issued_on', 'desc')
}

export type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificates>['execute']>>[number]

/** Whether the actor reads, and writes, of others at all. */
export async function whatIKeep(work: Work): Promise<{ reads: boolean, writes: boolean }> {
  const { rows: [row] } = await sql<{ reads: boolean, writes: boolean }>`select has_right('staff_record', 'read', 'all') or has_right('staff_record', 'read', 'staff') as reads,
    has_right('staff_record', 'write', 'all') or has_right('staff_record', 'write', 'staff') as writes`.execute(work.db)
  return row ?? { reads: false, writes: false }
}

/** For whom the actor may enter one: everybody for a head, for a coach those whose coach they are today. */
export async function colleaguesToEnterFor(work: Work): Promise<{ id: number, public_id: string, name: string }[]> {
  const { rows } = await sql<{ id: number, public_id: string, name: string }>`select c.id, c.public_id, c.name from colleagues c where (c.left_on is null or c.left_on > ${work.today})
    and ((select has_right('staff_record', 'write', 'all')) or c.id = any ((select staff_for('staff_record', 'write'))::int[])) order by c.name`.execute(work.db)
  return rows
}

export type RunningOut = { public_id: string, colleague_id: number, name: string, programme: string, programme_role: string, title: string, expires_on: Day }

/** Certificates that end soon or have ended, without a newer one: the actor's own, and of colleagues of the units that they coordinate. */
export async function runningOut(work: Work): Promise<RunningOut[]> {
  const { rows } = await sql<RunningOut>`select k.public_id, k.colleague_id, c.name, k.programme, k.programme_role, k.title, k.expires_on from certificates k join colleagues c on c.id = k.colleague_id
    where k.withdrawn_on is null and k.expires_on between ${addDays(work.today, -daysTold.after)} and ${addDays(work.today, daysTold.before)} and (c.left_on is null or c.left_on > ${work.today})
      and (k.colleague_id = ${work.actor.id} or c.unit_id = any ((select units_for('register', 'write'))::int[]))
      and not exists (select from certificates n where n.colleague_id = k.colleague_id and n.programme = k.programme and n.programme_role = k.programme_role and n.id <> k.id and n.withdrawn_on is null
        and (n.expires_on is null or n.expires_on > k.expires_on))
    order by k.expires_on, c.name limit 100`.execute(work.db)
  return rows
}
