import { cast, type First } from '../../database/seeds/cast.ts'
import { asSuperuser } from '../../database/testing/superuser.ts'
import { colleagueId, testHouse } from '../../database/testing/index.ts'
import { dueFor } from '../../src/app/desk/gathered.ts'
import type { Due } from '../../src/platform/due.ts'
import { as, today, type Person, type Who } from './days.ts'

type Found = Record<string, unknown>

/** Past every policy: what stands in the database, for whoever checks a story. */
export async function rows<Row = Found>(statement: string, values: unknown[] = []): Promise<Row[]> {
  return (await (await asSuperuser()).query(statement, values)).rows as Row[]
}

/** Two planned meetings at the same time with the same person, of the same colleague or in the same room. */
export function clashes(): Promise<Found[]> {
  return rows(`select a.starts_at, a.participant_id, b.participant_id as other, a.author_id, a.room_id from sessions a join sessions b on a.id < b.id and a.state = 'planned' and b.state = 'planned'
    and a.starts_at < b.starts_at + make_interval(mins => b.minutes) and b.starts_at < a.starts_at + make_interval(mins => a.minutes)
    and (a.participant_id = b.participant_id or a.room_id = b.room_id or a.author_id in (b.author_id, b.second_id) or a.second_id in (b.author_id, b.second_id))`)
}

/** Planned where nothing can be: on a holiday, on a day away, with somebody whose plan is over and who is not kept up. */
export function plannedWhereNothingIs(): Promise<Found[]> {
  return rows(`select s.starts_at, s.participant_id, s.author_id from sessions s join participants p on p.id = s.participant_id cross join services v left join plans l on l.id = s.plan_id
    where s.state = 'planned' and ((s.starts_at at time zone v.time_zone)::date = any (v.holidays)
      or exists (select from days_away d where d.colleague_id in (s.author_id, s.second_id) and (s.starts_at at time zone v.time_zone)::date between d.from_on and d.until_on)
      or (l.state = 'ended' and not s.after_the_end))`)
}

/** Planned meetings whose author or second one no longer works with the person. */
export async function heldByNobody(): Promise<Found[]> {
  const { clock } = await testHouse()
  return rows(`select s.public_id, s.participant_id, c.name, w.which from sessions s cross join lateral (values ('first', s.author_id), ('second', s.second_id)) w(which, id) join colleagues c on c.id = w.id
    where s.state = 'planned' and s.starts_at > $1 and not exists (select from assignments a join appointments p on p.colleague_id = a.colleague_id and p.role = a.role and p.from_at <= $1 and (p.until_at is null or p.until_at > $1)
      where a.colleague_id = w.id and a.participant_id = s.participant_id and a.from_at <= $1 and (a.until_at is null or a.until_at > $1))`, [clock.now])
}

const aboutPeople = ['identity_names', 'plans', 'sessions', 'session_contents', 'facilitator_notes', 'mentor_notes', 'releases', 'legal_statuses', 'agreements', 'plan_units', 'goals', 'closing_reports'] as const

/** What somebody reads of people with whom they do not work today: the table and the person. Coordinators read their units by name, and are asked elsewhere. */
export async function readWithoutWorkingWith(who: Who, people: readonly Person[], { evenOwn = false } = {}): Promise<string[]> {
  const { id } = typeof who === 'string' ? { id: await colleagueId(who) } : who
  const { clock } = await testHouse()
  const own = (await rows<{ participant_id: number }>(`select participant_id from assignments where colleague_id = $1 and from_at <= $2 and (until_at is null or until_at > $2)`, [id, clock.now])).map((one) => one.participant_id)
  const others = people.filter((person) => evenOwn || !own.includes(person.id)).map((person) => person.id)
  const seen: string[] = []
  for (const table of aboutPeople) {
    const found = await as(who, (work) => work.db.selectFrom(table).select('participant_id').distinct().where('participant_id', 'in', [...others, -1]).execute()).catch((fault: { code?: string }) => {
      if (fault.code !== '42501') throw fault
      return []
    })
    seen.push(...found.map((one) => `${table} of ${one.participant_id}`))
  }
  return seen
}

export async function dueOf(who: Who): Promise<Due[]> {
  return as(who, dueFor)
}

/** What is due for somebody, as they read it in their day. */
export async function dayOf(who: Who): Promise<string[]> {
  const on = await today()
  return (await dueOf(who)).map((one) => `${one.on <= on ? 'now' : 'later'} · ${one.says} · ${one.about ?? ''} · ${one.because}`)
}

export const firsts = cast.filter(({ role }) => !['coordinator', 'head', 'administrator', 'evaluator', 'security', 'trainer', 'rights_officer', 'data_protection_officer', 'inspector'].includes(role)).map(({ first }): First => first)
