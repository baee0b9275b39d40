import { z } from 'zod'
import { apiDoors } from '../platform/doors/index.ts'
import type { Work } from '../platform/work.ts'
import { AskLog, type Asked } from './audit.pages.tsx'
import { readLog } from './audit.verbs.ts'
import { cursorIn } from './cursor.ts'

const api = apiDoors()
export const auditApi = api

const LogJson = z.object({
  lines: z.array(z.object({
    at: z.string(), actor: z.object({ kind: z.string(), name: z.string(), roles: z.array(z.string()), byToken: z.boolean(), /** Whose token it was: its own name is chosen by its maker. */ colleague: z.string().nullable() }), operation: z.string(), record: z.string(),
    people: z.array(z.string()), objects: z.array(z.string()), purpose: z.string(), recipient: z.string().nullable(), door: z.string(),
  })),
  next: z.string().nullable(),
})

api.get('/log', { does: 'consult', shows: 'access_log', for: ['oversight'], takes: AskLog, gives: LogJson,
  summary: 'Lines of the access log, the latest first; the answer\'s "next" is the "before" of the following page.' }, logJson)
api.get('/log/people/{participantId}', { does: 'consult', shows: 'access_log', for: ['oversight'], about: 'participantId', takes: AskLog, gives: LogJson,
  summary: 'The lines of the access log that are about one person.' }, (work, { participantId: _, ...asked }) => logJson(work, asked))

async function logJson(work: Work, { before, ...asked }: Asked): Promise<z.input<typeof LogJson>> {
  const { lines, next, people } = await readLog(work, { ...asked, before: cursorIn(before) })
  return {
    lines: lines.map((line) => ({
      at: line.at, actor: { kind: line.actor_kind, name: line.actor_name, roles: line.actor_roles, byToken: line.token_id !== null, colleague: line.colleague }, operation: line.operation, record: line.record,
      people: line.participant_ids.flatMap((id) => people.get(id) ?? []), objects: line.object_ids, purpose: line.purpose, recipient: line.recipient, door: line.door })),
    next: next ?? null,
  }
}
