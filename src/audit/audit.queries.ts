import { sql, type SelectQueryBuilder } from 'kysely'
import type { AccessLog, Tables } from '../../database/tables.ts'
import { addDays, momentOf, type Day, type Instant } from '../platform/day.ts'
import type { Operation, Work } from '../platform/work.ts'
import type { Cursor } from './cursor.ts'

/** How many lines one page shows. */
export const linesOnAPage = 50

/** What lines can be asked for by whom they are about: people, nobody, or somebody who was asked for and not shown. */
export const aboutWhom = ['people', 'nobody', 'refused'] as const

export type Wanted = { about?: (typeof aboutWhom)[number] | undefined, colleague?: string | undefined, from?: Day | undefined, until?: Day | undefined, operation?: Operation | undefined, door?: string | undefined, before?: Cursor | undefined }

/**
 * Lines of the log, the latest first, as far as the reader may see them; about the one person of this work, if there is one.
 * One line more than a page holds says that there is another page.
 */
export function linesOfTheLog(work: Work, wanted: Wanted) {
  let query = work.db.selectFrom('access_log').select(['id', 'at', 'actor_kind', 'actor_name', 'actor_roles', 'operation', 'record', 'participant_ids', 'object_ids',
    'purpose', 'recipient', 'door', 'token_id'])
    // A token has the name that its maker gave it, which could be anybody's: whose it is stands beside it.
    .select((line) => line.selectFrom('colleagues').select('name').whereRef('colleagues.id', '=', 'access_log.actor_id').where('actor_kind', '=', 'colleague').as('colleague'))
  if (work.about !== 0) query = query.where(sql<boolean>`participant_ids @> array[${work.about}]::int[]`)
  const { about, colleague, from, until, operation, door } = wanted
  if (about === 'people') query = query.where(sql<boolean>`cardinality(participant_ids) > 0`)
  if (about === 'nobody') query = query.where(sql<boolean>`cardinality(participant_ids) = 0`).where('purpose', '<>', 'refused')
  if (about === 'refused') query = query.where('purpose', '=', 'refused')
  if (colleague) query = query.where('actor_kind', '=', 'colleague').where('actor_id', '=', (of) => of.selectFrom('colleagues').select('id').where('public_id', '=', colleague))
  if (from) query = query.where('at', '>=', startOf(from, work))
  if (until) query = query.where('at', '<', startOf(addDays(until, 1), work))
  if (operation) query = query.where('operation', '=', operation)
  if (door) query = query.where(sql<boolean>`strpos(door, ${door}) > 0`)
  return page(query, wanted.before).execute()
}

export type LogLine = Awaited<ReturnType<typeof linesOfTheLog>>[number]

/** What others did on the records of the person who asks; their own visits, and the door that let them in, are not among it. A name stands only where it is somebody of their own team. */
export function linesAboutMe(work: Work, before: Cursor | undefined) {
  work.saw(work.actor.id)
  const others = work.db.selectFrom('access_log').leftJoin('colleagues', (of) => of.onRef('colleagues.id', '=', 'actor_id').on('actor_kind', '=', 'colleague'))
    .select(['access_log.id', 'at', 'actor_kind', 'actor_roles', 'operation', 'record', 'purpose', 'recipient', 'colleagues.name'])
    .where('actor_kind', '<>', 'participant').where((is) => is.not(is.and([is('actor_kind', '=', 'machine'), is('record', '=', 'nothing')])))
  return page(others, before).execute()
}

export type OwnLine = Awaited<ReturnType<typeof linesAboutMe>>[number]

/** The public ids of those whom lines are about, by their inner ids; in a page about one person, of that one alone. Only who may read the lines gets them. */
export async function peopleIn(work: Work, lines: Pick<LogLine, 'participant_ids'>[]): Promise<Map<number, string>> {
  const ids = work.about > 0 ? [work.about] : [...new Set(lines.flatMap((line) => line.participant_ids))]
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ participant_id: number, public_id: string }>`select * from people_in_the_log(${ids}::int[])`.execute(work.db)
  return new Map(rows.map((row) => [row.participant_id, row.public_id]))
}

/** Colleagues, by name, for choosing one. */
export function colleaguesByName(work: Work) {
  return work.db.selectFrom('colleagues').select(['public_id', 'name']).orderBy('name').execute()
}

type LinesOf<Joined extends keyof Tables, Out> = SelectQueryBuilder<Tables, 'access_log' | Joined, Out>

function page<Joined extends keyof Tables, Out extends Pick<AccessLog, 'id'>>(query: LinesOf<Joined, Out>, before: Cursor | undefined): LinesOf<Joined, Out> {
  const later = before ? query.where(sql<boolean>`(at, access_log.id) < (${before.at}::timestamptz, ${before.id})`) : query
  return later.orderBy(sql`at`, 'desc').orderBy(sql`access_log.id`, 'desc').limit(linesOnAPage + 1)
}

/** Midnight where the service is, or the first moment after it where the clock skips midnight. */
function startOf(on: Day, work: Work): Instant {
  return momentOf(on, '00:00', work.timeZone) ?? momentOf(on, '01:00', work.timeZone) ?? work.now
}
