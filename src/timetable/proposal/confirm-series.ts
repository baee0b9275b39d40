import { daysBetween, readDay, type Day } from '../../platform/day.ts'
import { refuse } from '../../platform/refusals.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { planSeries } from '../../sessions/index.ts'
import type { SeriesConfirmed } from '../timetable.input.ts'
import { isTaken, type Surroundings } from './obstacles.ts'
import { facilitatorsBeside, mondayOf } from './propose-series.ts'
import { minuteOf, surroundingsOf } from './surroundings.ts'

type Chosen = { on: Day, time: string, room: string | undefined }

/** Plans what was chosen of a proposal: all of it in one go, or nothing. What was taken since it was shown is named. */
export async function confirmSeries(work: Work, { meetings, minutes, second, place, placeIsNoName }: SeriesConfirmed): Promise<number> {
  const chosen = meetings.map(chosenIn).toSorted((one, other) => `${one.on} ${one.time}`.localeCompare(`${other.on} ${other.time}`))
  const secondId = second === undefined ? undefined : (await facilitatorsBeside(work)).find(({ colleague_public_id: one }) => one === second)?.colleague_id
  if (second !== undefined && secondId === undefined) throw refuse('session-second-not-there')
  const monday = mondayOf(chosen[0]!.on)
  const weeks = Math.ceil((daysBetween(monday, chosen.at(-1)!.on) + 1) / 7)
  if (weeks > 54) throw refuse('not-found')
  const around = await surroundingsOf(work, { secondId, minutes, from: work.today, monday, weeks })
  const gone = chosen.filter((one) => isGone(around, one, minutes))
  if (gone.length > 0) throw refuse('series-taken-meanwhile', { days: say.list(gone.map(({ on, time }) => `${say.weekday(on)} ${time}`)) })
  const roomOf = (publicId: string | undefined) => around.rooms.find((room) => room.publicId === publicId)
  return planSeries(work, { secondId, placeIsNoName, meetings: chosen.map(({ on, time, room }) => ({ on, time, minutes, place: roomOf(room)?.name ?? place, roomId: roomOf(room)?.id })) })
}

/** Asked again when it is confirmed: somebody else may have planned meanwhile. What the person prefers was told when it was shown, and is theirs to change. */
function isGone(around: Surroundings, { on, time, room }: Chosen, minutes: number): boolean {
  const meeting = { on, from: minuteOf(time), until: minuteOf(time) + minutes }
  const inRoom = around.rooms.find(({ publicId }) => publicId === room)
  return [around.mine, around.secondTaken, around.person, inRoom?.taken ?? []].some((taken) => isTaken(taken, meeting)) || (room !== undefined && inRoom === undefined)
}

function chosenIn(text: string): Chosen {
  const [on = '', time = '', room] = text.split(' ')
  const found = readDay(on)
  if (!found) throw refuse('session-no-such-time', { time: on })
  return { on: found, time, room }
}
