import { z } from 'zod'
import { field } from '../platform/doors/index.ts'

export const weekdayNames = ['1', '2', '3', '4', '5', '6', '7'] as const

export const HoursSaid = z.object({ weekday: field.choice('timetable.field.weekday', weekdayNames), fromTime: field.time('timetable.field.from-time'), untilTime: field.time('timetable.field.until-time') })
export const AwaySaid = z.object({ fromOn: field.day('timetable.field.from-on'), untilOn: field.day('timetable.field.until-on') })
export const RoomSaid = z.object({ name: field.line('timetable.field.room', 80), holds: field.count('timetable.field.holds', 1, 500) })
export const WaySaid = z.object({ toUnit: field.id('timetable.field.to-unit'), minutes: field.count('timetable.field.way', 0, 360) })
export const FeedWanted = z.object({ untilOn: field.day('timetable.field.feed-until') })

const rhythm = {
  from: field.day('timetable.field.from').optional(), weeks: field.count('timetable.field.weeks', 1, 53).default(13),
  aWeek: z.number().min(0.25).max(20).meta({ label: 'timetable.field.a-week' }).optional(), minutes: field.count('timetable.field.minutes', 15, 240).optional(),
  taperFrom: field.count('timetable.field.taper', 1, 52).optional(), second: field.id('timetable.field.second').optional(),
}

/** What is asked for: nothing more is needed than the plan says. */
export const SeriesAsked = z.object(rhythm)
export type SeriesAsked = z.output<typeof SeriesAsked>

/** The same as it stands in an address: what cannot be read is said at its field, and stays there as it was typed. */
export const SeriesWritten = z.object({ from: written(), weeks: written(), aWeek: written(), minutes: written(), taperFrom: written(), second: written() })
export type SeriesWritten = z.output<typeof SeriesWritten>

function written() {
  return z.string().max(100).optional()
}

/** What is confirmed: each as a day, a time and, where there is one, the room. */
export const SeriesConfirmed = z.object({
  meetings: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d( [\w-]{1,64})?$/)).min(1).max(400).meta({ label: 'timetable.field.meetings' }),
  minutes: field.count('timetable.field.minutes', 15, 240), second: field.id('timetable.field.second').optional(), place: field.line('timetable.field.place').default(''), placeIsNoName: field.tick('timetable.field.place-is-no-name').optional(),
})
export type SeriesConfirmed = z.output<typeof SeriesConfirmed>
