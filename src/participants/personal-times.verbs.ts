import { sql } from 'kysely'
import type { Instant } from '../platform/day.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkTimes } from './participant.ts'
import type { TimesSaid } from './participants.input.ts'

/** The person says when not to be met. Why is theirs to say or not. */
export async function sayTimes(work: Work, { weekday, fromTime, untilTime, fromOn, untilOn, what }: TimesSaid): Promise<void> {
  checkTimes({ fromTime, untilTime, fromOn, untilOn })
  if ((await timesOf(work, work.actor.id)).length >= mostTimes) throw refuse('times-too-many', { count: mostTimes })
  await work.db.insertInto('personal_times').values({
    id: await work.newId(), public_id: work.newPublicId(), participant_id: work.actor.id, weekday: weekday === 'every' ? null : Number(weekday), from_time: fromTime, until_time: untilTime,
    from_on: fromOn ?? null, until_on: untilOn ?? null, what: what ?? '', said_at: work.now }).execute()
  work.saw(work.actor.id)
}

const mostTimes = 40

export async function takeTimesAway(work: Work, publicId: string): Promise<void> {
  const gone = await work.db.deleteFrom('personal_times').where('public_id', '=', publicId).where('participant_id', '=', work.actor.id).executeTakeFirst()
  if (gone.numDeletedRows !== 1n) throw refuse('not-found')
}

const sharers = ['facilitator', 'mentor'] as const
export type Sharing = { facilitator: boolean, mentor: boolean }

/** The person shows their times to the facilitator or the mentor, or takes it back; from that moment it holds. */
export async function shareTimes(work: Work, wanted: Sharing): Promise<void> {
  const now = await sharedWith(work, work.actor.id)
  for (const role of sharers) {
    if (wanted[role] && !now[role]) {
      await work.db.insertInto('agreed_readings').values({ id: await work.newId(), public_id: work.newPublicId(), participant_id: work.actor.id, record: 'personal_times', role, from_at: work.now, recorded_by: null }).execute()
    }
    if (!wanted[role] && now[role]) {
      await work.db.updateTable('agreed_readings').set({ withdrawn_at: work.now }).where('participant_id', '=', work.actor.id).where('record', '=', 'personal_times').where('role', '=', role).where('withdrawn_at', 'is', null).execute()
    }
  }
}

export async function sharedWith(work: Work, participantId: number): Promise<Sharing> {
  const rows = await work.db.selectFrom('agreed_readings').select(['role', 'participant_id']).where('participant_id', '=', participantId).where('record', '=', 'personal_times').where('withdrawn_at', 'is', null).execute()
  const has = (role: string) => rows.some((one) => one.role === role)
  return { facilitator: has('facilitator'), mentor: has('mentor') }
}

export function timesOf(work: Work, participantId: number) {
  return work.db.selectFrom('personal_times').select(['participant_id', 'public_id', 'weekday', 'from_on', 'until_on', 'what', sql<string>`to_char(from_time, 'HH24:MI')`.as('from_time'), sql<string>`to_char(until_time, 'HH24:MI')`.as('until_time')])
    .where('participant_id', '=', participantId).orderBy(sql`weekday nulls first`).orderBy('from_time').execute()
}

/** For whoever plans: whether the person does not want to be met then. Yes or no, never why, and never a reason to say no to anybody. */
export async function notThen(work: Work, participantId: number, moment: Instant, until: Instant = moment): Promise<boolean> {
  const { rows } = await sql<{ not_then: boolean }>`select not_then(${participantId}, ${moment}, ${until}) as not_then`.execute(work.db)
  return rows[0]?.not_then ?? false
}
