import { z } from '@hono/zod-openapi'
import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { apiDoors, created } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import type { Measure } from './measure.ts'
import { AskRuler, RateGoals } from './measures.input.ts'
import { measuresOf } from './measures.queries.ts'
import { askRuler, rateGoals, takeBack } from './measures.verbs.ts'
import { seriesOf } from './series.ts'

const api = apiDoors()
export const measureApi = api

const saidSchema = z.object({
  id: z.string(), on: z.iso.date(), value: z.number().nullable(), missing: z.string().nullable(), phase: z.string().nullable(), saidBy: z.enum(['person', 'worker', 'not-said']),
  way: z.enum(['by-person', 'with-person', 'imported']), ownWords: z.string(), revision: z.int(),
})
const seriesSchema = z.object({
  kind: z.enum(['goal', 'ruler', 'scale', 'session']), name: z.string(), question: z.string(), lowest: z.number(), highest: z.number(), said: z.array(saidSchema),
}).openapi('MeasureSeries')
const allSchema = z.object({ series: z.array(seriesSchema) })

const about = { shows: 'measure', about: 'participantId', gives: allSchema } as const

api.get('/people/{participantId}/measures', { ...about, does: 'consult', for: ['casework', 'oversight'], summary: 'Everything said about how it goes with a person, one series a goal, ruler or scale, the earliest first. For learning, not for decisions.' }, all)
api.post('/people/{participantId}/measures/goal-ratings', { ...about, does: 'collect', takes: RateGoals, summary: 'Rates goals in force against their five written levels, or says why not.' },
  async (work, { participantId: _, ...sent }) => after(work, await rateGoals(work, sent)))
api.post('/people/{participantId}/measures/rulers', { ...about, does: 'collect', takes: AskRuler, summary: 'Keeps the answer of a person on a ruler of 0 to 10, with the question as it was asked.' },
  async (work, { participantId: _, ...sent }) => after(work, await askRuler(work, sent)))
api.post('/people/{participantId}/measures/{measureId}/taking-back', { ...about, does: 'alter', summary: 'Takes back what one has written on the same day.' },
  async (work, { measureId }) => after(work, await takeBack(work, measureId)))

/** All of it, as it is after something was done. */
async function after(work: Work, _: unknown) {
  return created(await all(work))
}

async function all(work: Work) {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'measure')) throw refuse('not-found')
  return { series: seriesOf(await measuresOf(work, person.participant_id)).map(({ kind, name, question, lowest, highest, measures }) => ({ kind, name, question, lowest, highest, said: measures.map(saidJson) })) }
}

function saidJson({ publicId: id, on, value, missing, phase, saidBy, way, ownWords, revision }: Measure): z.input<typeof saidSchema> {
  return { id, on, value, missing, phase, saidBy, way, ownWords, revision }
}
