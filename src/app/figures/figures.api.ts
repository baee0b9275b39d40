import { z } from 'zod'
import { apiDoors } from '../../platform/doors/index.ts'
import { sessionFigures, unitFigures } from './session-months.ts'

const api = apiDoors()
export const figuresApi = api

const MonthJson = z.object({ month: z.string(), programme: z.string(), held: z.number().int(), missed: z.number().int() })
const UnitJson = z.object({ unit: z.string().nullable(), programme: z.string(), held: z.number().int().nullable(), missed: z.number().int().nullable() })
export const InMonth = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })

api.get('/figures/sessions', { does: 'combine', shows: 'session_attendance', for: ['counts'], gives: z.object({ countedAt: z.string().nullable(), figures: z.array(MonthJson) }),
  summary: 'Meetings held and missed by month and programme, in steps of five, of all units in which at least five people met. "countedAt" says when they were counted.' },
async (work) => {
  const { countedAt, figures } = await sessionFigures(work)
  return { countedAt: countedAt ?? null, figures }
})

api.get('/figures/sessions/units', { does: 'combine', shows: 'session_attendance', for: ['counts'], takes: InMonth, gives: z.object({ countedAt: z.string().nullable(), figures: z.array(UnitJson) }),
  summary: 'Meetings held and missed in one month by unit and programme, in steps of five; null where fewer than five people met.' },
async (work, { month }) => {
  const { countedAt, figures } = await unitFigures(work, month)
  return { countedAt: countedAt ?? null, figures }
})
