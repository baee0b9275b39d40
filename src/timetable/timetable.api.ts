import { z } from 'zod'
import { apiDoors } from '../platform/doors/index.ts'
import { confirmSeries } from './proposal/confirm-series.ts'
import { obstacles } from './proposal/obstacles.ts'
import { proposeSeries } from './proposal/propose-series.ts'
import { SeriesAsked, SeriesConfirmed } from './timetable.input.ts'

const api = apiDoors()
export const timetableApi = api

const Obstacles = z.array(z.enum(obstacles))
const ProposalJson = z.object({
  aWeek: z.number().nullable(), minutes: z.number().int(), left: z.number().int().nullable(), releaseOn: z.string().nullable(),
  meetings: z.array(z.object({ on: z.string(), time: z.string(), room: z.string().nullable(), isRegular: z.boolean(), isOutside: z.boolean() })),
  short: z.array(z.object({ weekOf: z.string(), wanted: z.number().int(), placed: z.number().int(), inTheWay: Obstacles, wouldMend: Obstacles })),
})

api.post('/people/{participantId}/series/proposals', { does: 'consult', shows: 'plan_dates', about: 'participantId', takes: SeriesAsked, gives: ProposalJson,
  summary: 'Proposes a series of sessions from the dose of the plan, around hours, holidays, the regime, rooms and what is planned; writes nothing. Where a week falls short, what stands in the way and what alone would mend it.' },
async (work, { participantId: _, ...asked }) => {
  const { asked: { aWeek, minutes }, left, releaseOn, meetings, short } = await proposeSeries(work, asked)
  return {
    aWeek: aWeek ?? null, minutes, left: left ?? null, releaseOn, meetings: meetings.map(({ on, time, room, isRegular, isOutside }) => ({ on, time, room: room?.publicId ?? null, isRegular, isOutside })),
    short: short.map(({ monday, wanted, placed, inTheWay, wouldMend }) => ({ weekOf: monday, wanted, placed, inTheWay, wouldMend })) }
})

api.post('/people/{participantId}/series', { does: 'collect', shows: 'plan_dates', about: 'participantId', takes: SeriesConfirmed, gives: z.object({ planned: z.number().int() }),
  summary: 'Plans what was chosen of a proposal, each as "2026-12-01 10:00" and, where there is one, the room: all or nothing.' },
async (work, { participantId: _, ...sent }) => ({ planned: await confirmSeries(work, sent) }))
