import type { Problem } from '../platform/attempt.ts'
import type { Instant } from '../platform/day.ts'
import { problemsOf } from '../platform/doors/index.ts'
import { theService } from '../people/index.ts'
import { isRefusal, refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import type { Work } from '../platform/work.ts'
import { checkHoliday, checkMoment, type When } from './session.ts'
import { checkPlaces } from './places/place-said.ts'
import { mustHoldToo, theSecond } from './second-facilitator.ts'
import { mayDeliver, mayMeet, momentIn, writeSession, type Rests } from './sessions.verbs.ts'
import { t } from './words.ts'

type Meeting = When & { roomId?: number | undefined }
export type Series = { meetings: readonly Meeting[], /** A second facilitator who is there too. */ secondId?: number | undefined, placeIsNoName?: boolean | undefined }

/** Plans several sessions of one's own with the person, in one go: all of them, or none. They know of each other, so that later ones can move with earlier ones. Returns how many. */
export async function planSeries(work: Work, { meetings, secondId, placeIsNoName }: Series): Promise<number> {
  if (meetings.length === 0) throw refuse('session-series-empty')
  const second = secondId === undefined ? undefined : await theSecond(work, secondId)
  const checked = await checkEach(work, meetings)
  // A room of the list was named by whoever keeps it.
  await checkPlaces(work, work.about, meetings.filter(({ roomId }) => roomId === undefined).map(({ place }) => ({ place, placeIsNoName })))
  if (second) await mustHoldToo(work, second, checked, 'meetings')
  let seriesId: number | undefined
  for (const { meeting, startsAt, rests } of checked) {
    const { id } = await writeSession(work, { ...meeting, ...rests, startsAt, state: 'planned', secondId: second?.colleague_id ?? null, seriesId })
    seriesId ??= id
  }
  return meetings.length
}

type Checked = { meeting: Meeting, startsAt: Instant, rests: Rests }

/** Every day that cannot be planned is named with its reason; where all have the same one, that alone. Nobody searches among forty days for the one that is meant. */
async function checkEach(work: Work, meetings: readonly Meeting[]): Promise<Checked[]> {
  const holidays = (await theService(work))?.holidays ?? []
  const [checked, refused]: [Checked[], { when: string, fault: Parameters<typeof problemsOf>[0] }[]] = [[], []]
  for (const meeting of meetings) {
    try {
      checked.push(await checkOne(work, meeting, holidays))
    } catch (fault) {
      if (!isRefusal(fault) || fault.code === 'not-found') throw fault
      refused.push({ when: `${say.weekday(meeting.on)} ${meeting.time}`, fault })
    }
  }
  const [first] = refused
  if (!first) return checked
  const [{ sentence }] = problemsOf(first.fault) as [Problem]
  const isOne = refused.length === meetings.length && refused.every(({ fault }) => problemsOf(fault)[0]?.sentence === sentence)
  const problems = isOne ? [{ field: 'meetings', sentence }]
    : refused.flatMap(({ when, fault }) => problemsOf(fault).map((problem) => ({ field: 'meetings', sentence: t('session.refused.of-the-day', { when, why: problem.sentence }) })))
  throw Object.assign(first.fault, { problems })
}

async function checkOne(work: Work, meeting: Meeting, holidays: readonly string[]): Promise<Checked> {
  const startsAt = momentIn(work, meeting)
  checkMoment('planned', startsAt, work.now)
  checkHoliday(meeting, holidays)
  const rests = await mayMeet(work, work.about, startsAt)
  await mayDeliver(work, rests, startsAt)
  return { meeting, startsAt, rests }
}
