import { z } from 'zod'
import { apiDoors } from '../../platform/doors/index.ts'
import { sessionFigures } from './session-months.ts'

const api = apiDoors()
export const figuresApi = api

const FigureJson = z.object({ month: z.string(), unit: z.string().nullable(), programme: z.string(), held: z.number().int().nullable(), missed: z.number().int().nullable() })

api.get('/figures/sessions', { does: 'combine', shows: 'session_attendance', for: ['counts'], gives: z.object({ countedAt: z.string().nullable(), figures: z.array(FigureJson) }),
  summary: 'Meetings held and missed by month, unit and programme, in steps of five; null where fewer than five people met. "countedAt" says when they were counted.' },
async (work) => {
  const { countedAt, figures } = await sessionFigures(work)
  return { countedAt: countedAt ?? null, figures }
})
