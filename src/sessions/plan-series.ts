import { teamOf } from '../access/index.ts'
import { theService } from '../people/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { checkHoliday, checkMoment, type When } from './session.ts'
import { mayDeliver, mayMeet, momentIn, writeSession } from './sessions.verbs.ts'

export type Series = { meetings: readonly (When & { roomId?: number | undefined })[], /** A second facilitator who is there too. */ secondId?: number | undefined }

/** Plans several sessions of one's own with the person, in one go: all of them, or none. They know of each other, so that later ones can move with earlier ones. Returns how many. */
export async function planSeries(work: Work, { meetings, secondId }: Series): Promise<number> {
  if (meetings.length === 0) throw refuse('session-series-empty')
  const second = secondId === undefined ? null : await theSecond(work, secondId)
  const holidays = (await theService(work))?.holidays ?? []
  let seriesId: number | undefined
  for (const meeting of meetings) {
    const startsAt = momentIn(work, meeting)
    checkMoment('planned', startsAt, work.now)
    checkHoliday(meeting, holidays)
    const rests = await mayMeet(work, work.about, startsAt)
    await mayDeliver(work, rests, startsAt)
    const { id } = await writeSession(work, { ...meeting, ...rests, startsAt, state: 'planned', secondId: second, seriesId })
    seriesId ??= id
  }
  return meetings.length
}

/** The second one works with the person as a facilitator too, and is not oneself. */
async function theSecond(work: Work, secondId: number): Promise<number> {
  const isThere = (await teamOf(work, work.about)).some(({ colleague_id: id, role }) => id === secondId && role === 'facilitator')
  if (!isThere || secondId === work.actor.id) throw refuse('session-second-not-there')
  return secondId
}
