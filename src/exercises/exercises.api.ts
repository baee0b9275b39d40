import { z } from 'zod'
import { apiDoors, created } from '../platform/doors/index.ts'
import type { Work } from '../platform/work.ts'
import { toolNames } from './exercise.ts'
import { BeginExercise, WriteExercise } from './exercises.input.ts'
import { entriesOn, type Sheet } from './exercises.queries.ts'
import { allSheets, beginExercise, goOnWithExercise, mayReadSheets, theSheet } from './exercises.verbs.ts'

const api = apiDoors()
export const exerciseApi = api

const SheetJson = z.object({ id: z.string(), tool: z.enum(toolNames), unitId: z.string().nullable(), aboutTheOffence: z.boolean(), madeOn: z.string(), revision: z.number().int(), by: z.string().nullable() })
const EntryJson = z.object({ part: z.string(), words: z.string(), when: z.string(), weight: z.number().int().nullable(), on: z.string().nullable(), outcome: z.string() })
const WholeJson = SheetJson.extend({ entries: z.array(EntryJson) })

const reading = { does: 'consult', shows: 'session_content', about: 'participantId' } as const

api.get('/people/{participantId}/exercises', { ...reading, gives: z.object({ exercises: z.array(SheetJson) }), summary: 'The sheets worked on with a person, the latest first.' }, async (work) => {
  await mayReadSheets(work)
  return { exercises: (await allSheets(work, work.about)).filter(({ struck_at: struck }) => struck === null).map(sheetJson) }
})
api.post('/people/{participantId}/exercises', { ...reading, does: 'collect', takes: BeginExercise, gives: WholeJson, summary: 'Begins a sheet with one of the tools of the person’s programme.' },
  async (work, input) => created(await wholeJson(work, await beginExercise(work, input))))
api.get('/people/{participantId}/exercises/{exerciseId}', { ...reading, gives: WholeJson, summary: 'One sheet as it was saved last.' }, async (work, { exerciseId }) => {
  await mayReadSheets(work)
  return wholeJson(work, exerciseId)
})
api.post('/people/{participantId}/exercises/{exerciseId}/revisions', { ...reading, does: 'alter', takes: WriteExercise.extend({ revision: z.number().int().min(1).optional() }), gives: WholeJson, summary: 'Writes a sheet on, by whoever began it; what stood there stays under its revision.' }, async (work, { exerciseId, madeOn, entries, revision }) => {
  await goOnWithExercise(work, exerciseId, { madeOn, entries, revision })
  return created(await wholeJson(work, exerciseId))
})

async function wholeJson(work: Work, publicId: string): Promise<z.output<typeof WholeJson>> {
  const sheet = await theSheet(work, publicId)
  const entries = (await entriesOn(work, sheet)).map(({ part, words, when, weight, on, outcome }) => ({ part, words, when, weight, on, outcome }))
  return { ...sheetJson(sheet), entries }
}

function sheetJson(sheet: Sheet) {
  return { id: sheet.public_id, tool: sheet.kind, unitId: sheet.unit_id, aboutTheOffence: sheet.about_the_offence, madeOn: sheet.made_on, revision: sheet.revision, by: sheet.author }
}
