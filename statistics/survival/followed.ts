import { finite } from '../describe/observed.ts'
import { wrongInput } from '../result.ts'

/** How long each person was followed, and whether the event came then (true) or the person left without it (false). */
export type Followed = { time: number, event: boolean }

/** Times and events of the same people; an event is 1, leaving without it 0. Anything else is an error that names the place. */
export function followed(times: readonly unknown[], events: readonly unknown[]): Followed[] {
  if (times.length !== events.length) throw wrongInput('event', `${events.length} values where time has ${times.length}`)
  return times.map((value, i) => {
    const time = finite(value, `time, place ${i + 1}`)
    if (time < 0) throw wrongInput(`time, place ${i + 1}`, `${time} was given where a time of 0 or more belongs`)
    const event = events[i]
    if (event !== 0 && event !== 1) throw wrongInput(`event, place ${i + 1}`, '1 (it happened) or 0 (left without it) belongs here')
    return { time, event: event === 1 }
  })
}
