import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { addMonths, momentOf, type Day, type Instant } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { t } from '../words.ts'
import type { Appointment } from './calendar-text.ts'

/** Makes an address for one's calendar and gives its secret, which is kept nowhere: the database holds its hash. */
export async function makeFeed(work: Work, untilOn: Day): Promise<string> {
  const expiresAt = momentOf(untilOn, '23:59', work.timeZone)
  if (!expiresAt || untilOn < work.today || untilOn > addMonths(work.today, 12)) throw refuse('feed-too-long')
  const token = randomBytes(32).toString('base64url')
  await work.db.insertInto('appointment_feeds').values({ id: await work.newId(), public_id: work.newPublicId(), colleague_id: work.actor.id, token_hash: hashOf(token), made_at: work.now, expires_at: expiresAt }).execute()
  return token
}

/** Ends it at once: the next time a calendar asks, there is nothing. */
export async function endFeed(work: Work, publicId: string): Promise<void> {
  const ended = await work.db.updateTable('appointment_feeds').set({ ended_at: work.now }).where('public_id', '=', publicId).where('colleague_id', '=', work.actor.id).where('ended_at', 'is', null).executeTakeFirst()
  if (ended.numUpdatedRows !== 1n) throw refuse('not-found')
}

/** Ends all that a colleague made, for whoever ends their tokens. */
export async function endFeedsOf(work: Work, colleagueId: number): Promise<void> {
  await sql`select end_feeds_of(${colleagueId})`.execute(work.db)
}

type Row = { feed: string, meeting: number | null, starts_at: Instant, minutes: number, /** Null where it is no room of the list. */ place: string | null, changed_at: Instant, revision: number }

/** What stands in the calendar of whoever holds this secret. Unknown, ended and run out are one answer. */
export async function appointmentsFor(work: Work, token: string): Promise<Appointment[]> {
  const { rows } = await sql<Row>`select * from appointments_of_feed(${hashOf(token)}) order by starts_at, meeting`.execute(work.db)
  if (rows.length === 0) throw refuse('not-found')
  return rows.filter(({ meeting }) => meeting !== null).map(({ feed, meeting, starts_at: startsAt, minutes, place, changed_at: changedAt, revision }) => ({
    // The same meeting keeps its name in the calendar when it moves; from the name nobody finds the meeting.
    uid: hashOf(`${feed} ${meeting}`).slice(0, 32), startsAt, minutes, place: place ?? t('timetable.feed.place-agreed'), changedAt, revision }))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
