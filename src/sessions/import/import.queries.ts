import { sql } from 'kysely'
import type { Work } from '../../platform/work.ts'
import type { Worker } from './known-people.ts'
import type { SessionRow } from './session-row.ts'

/** Whether the actor may import sessions at all, and has a unit to do it for. */
export async function mayImportSessions(work: Work): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select has_right('session_attendance', 'write', 'import') and cardinality(units_for('register', 'write')) > 0 as may`.execute(work.db)
  return rows[0]?.may === true
}

/** Whom a number means, and whether they are in a unit of the actor's. A number that two people share means neither. */
export async function peopleByNumber(work: Work, same: (number: string) => string): Promise<Map<string, { id: number, isMine: boolean }>> {
  // Not as participant_id: that the file is held against the register shows nobody; whose sessions are written is said with them.
  const { rows } = await sql<{ person: number, number: string, is_mine: boolean }>`
    with mine as materialized (select unnest(people_for('register', 'write', 'unit')) as id)
    select e.participant_id as person, e.number, m.id is not null as is_mine from register_entries e left join mine m on m.id = e.participant_id where e.number is not null`.execute(work.db)
  const people = new Map<string, { id: number, isMine: boolean }>()
  const twice = new Set<string>()
  for (const { person, number, is_mine: isMine } of rows) {
    if (people.has(same(number))) twice.add(same(number))
    people.set(same(number), { id: person, isMine })
  }
  for (const number of twice) people.delete(number)
  return people
}

/** Colleagues who hold sessions of which notes are kept, or held them once. */
export async function whoHoldsSessions(work: Work): Promise<Worker[]> {
  const { rows } = await sql<{ id: number, public_id: string, name: string, roles: string[] }>`
    select c.id, c.public_id, c.name, array_agg(distinct a.role) as roles from colleagues c join appointments a on a.colleague_id = c.id and a.role in ('facilitator', 'mentor')
    group by c.id, c.public_id, c.name order by c.name`.execute(work.db)
  return rows.map(({ public_id: publicId, ...row }) => ({ ...row, publicId }))
}

/** In which role the writer of each session met the person then; without one, by their profession. */
export async function rolesThen(work: Work, rows: (Pick<SessionRow, 'participantId' | 'authorId' | 'startsAt'> & { id: number })[]): Promise<Map<number, string>> {
  const asked = rows.map(({ id, participantId, authorId, startsAt }) => ({ id, participantId, authorId, startsAt }))
  const found = await sql<{ id: number, role: string | null }>`
    select r.id, coalesce(
      (select a.role from assignments a where a.participant_id = r."participantId" and a.colleague_id = r."authorId" and a.role in ('mentor', 'facilitator') and a.from_at <= r."startsAt"
        and (a.until_at is null or a.until_at > r."startsAt") limit 1),
      (select max(p.role) from appointments p where p.colleague_id = r."authorId" and p.role in ('mentor', 'facilitator'))) as role
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as r(id int, "participantId" int, "authorId" int, "startsAt" timestamptz)`.execute(work.db)
  return new Map(found.rows.map(({ id, role }) => [id, role ?? 'mentor']))
}
