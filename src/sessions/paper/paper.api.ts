import { z } from 'zod'
import { apiDoors } from '../../platform/doors/index.ts'
import { whole, WholeSessionJson } from '../sessions.api.ts'
import { Code, TypeIn } from './paper.input.ts'
import { inGroups } from './paper.ts'
import { destroyPaper, findByCode, makePaper, transcribe } from './paper.verbs.ts'

const api = apiDoors()
export const paperApi = api

const PaperJson = z.object({ id: z.string(), code: z.string(), until: z.string() })

api.post('/people/{participantId}/sessions/{sessionId}/paper', { does: 'collect', shows: 'session_attendance', about: 'participantId', gives: PaperJson,
  summary: 'Makes the code of a paper form for a planned session of one\'s own; one that is still open is given again. It stands in place of a name and leads nobody else anywhere.' },
async (work, { sessionId }) => {
  const { public_id: id, code, expires_at: until } = await makePaper(work, sessionId)
  return { id, code: inGroups(code), until }
})

api.post('/papers', { does: 'consult', shows: 'session_attendance', takes: Code, gives: z.object({ person: z.string(), session: z.string() }), summary: 'The planned session that the code on a paper form of one\'s own stands for.' },
  (work, { code }) => findByCode(work, code))

api.post('/people/{participantId}/sessions/{sessionId}/paper/record', { does: 'alter', shows: 'session_content', about: 'participantId', takes: TypeIn, gives: z.object({ session: WholeSessionJson, paper: z.string() }),
  summary: 'Records a planned session from its paper form, with the day on which it was written. "paper" is what has to be destroyed now.' },
async (work, { participantId: _, sessionId, ...sent }) => {
  const paper = await transcribe(work, sessionId, sent)
  return { session: await whole(work, sessionId), paper }
})

api.post('/papers/{paperId}', { does: 'alter', shows: 'session_attendance', gives: z.object({ done: z.literal(true) }), summary: 'Says that a paper form of one\'s own is destroyed: its code leads nowhere any more.' },
  async (work, { paperId }) => {
    await destroyPaper(work, paperId)
    return { done: true as const }
  })
