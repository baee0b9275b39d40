import { z } from 'zod'
import { mayFor } from '../../access/index.ts'
import { thePerson } from '../../participants/index.ts'
import { apiDoors } from '../../platform/doors/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { plansOf } from '../../plans/index.ts'
import { answers, type Closing } from './closing.ts'
import { AnswerClosing, WriteClosing } from './closing.input.ts'
import { closingsOf } from './closing.queries.ts'
import { recordAnswer, seeClosing, signClosing, theReport, writeClosing } from './closing.verbs.ts'

const api = apiDoors()
export const closingApi = api

const day = z.iso.date()
const seen = z.object({ level: z.int().min(-2).max(2), says: z.string() }).nullable()
const ClosingJson = z.object({
  id: z.string(), plan: z.string(), number: z.int(), writtenBy: z.string(), writtenAt: z.string(), said: z.object({ programme: z.string(), after: z.string(), places: z.string(), follows: z.string() }),
  meetings: z.object({ with: z.string(), fromOn: day, everyWeeks: z.int(), meetings: z.int() }).nullable(), places: z.array(z.string()), follower: z.string().nullable(),
  dose: z.object({ held: z.int(), minutes: z.int(), said: z.string() }).nullable(), units: z.object({ said: z.string(), plain: z.string(), given: z.array(z.object({ name: z.string(), sessions: z.int() })) }).nullable(),
  goals: z.object({ said: z.string(), seen: z.array(z.object({ title: z.string(), byWorker: seen, byPerson: seen })) }).nullable(),
  agreements: z.object({ said: z.string(), promised: z.array(z.object({ purpose: z.string(), signedOn: day, reviews: z.int(), endedOn: day.nullable() })) }).nullable(),
  answers: z.array(z.object({ answer: z.enum(answers), words: z.string(), byPerson: z.boolean(), recordedBy: z.string().nullable(), at: z.string() })),
  signatures: z.array(z.object({ as: z.enum(['facilitator', 'coordinator']), name: z.string(), at: z.string() })),
})
const reading = { does: 'consult', shows: 'plan_dates', about: 'participantId', for: ['casework', 'oversight'] } as const
const writing = { shows: 'plan_content', about: 'participantId', gives: ClosingJson } as const

api.get('/people/{participantId}/closing-reports', { ...reading, gives: z.object({ reports: z.array(ClosingJson) }),
  summary: 'Every version of the closing reports of a person, the latest first. A part that belongs to a record which the reader may not read is null.' },
async (work) => {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'plan_dates')) throw refuse('not-found')
  const [plans, reports] = [await plansOf(work, person.participant_id), await closingsOf(work, person.participant_id)]
  return { reports: reports.map((report) => closingJson(report, plans.find(({ id }) => id === report.planId)?.public_id ?? '')) }
})

api.post('/people/{participantId}/plans/{planId}/closing-reports', { ...writing, does: 'collect', takes: WriteClosing,
  summary: 'Writes a version of the closing report of a plan that has ended, with a sentence for each part; what is known is gathered at that moment.' },
async (work, { participantId: _, planId, ...said }) => whole(work, await writeClosing(work, planId, said)))
api.post('/people/{participantId}/closing-reports/{reportId}/answers', { ...writing, does: 'collect', takes: AnswerClosing, summary: 'Records what the person said of the last version, read with them.' },
  async (work, { participantId: _, reportId, ...said }) => { await recordAnswer(work, reportId, said); return whole(work, reportId) })
api.post('/people/{participantId}/closing-reports/{reportId}/signatures', { ...writing, does: 'alter', summary: 'Signs the last version, as the facilitator who wrote it.' },
  async (work, { reportId }) => { await signClosing(work, reportId); return whole(work, reportId) })
api.post('/people/{participantId}/closing-reports/{reportId}/sightings', { ...writing, shows: 'plan_dates', does: 'alter', summary: 'Says, as the coordinator, that the signed version was seen.' },
  async (work, { reportId }) => { await seeClosing(work, reportId); return whole(work, reportId) })

async function whole(work: Work, reportId: string) {
  const { report } = await theReport(work, work.about, reportId)
  return closingJson(report, (await plansOf(work, work.about)).find(({ id }) => id === report.planId)?.public_id ?? '')
}

function closingJson({ publicId, number, writtenBy, writtenAt, said, meetings, places, follower, dose, units, goals, agreements, answers: answered, signatures }: Closing, plan: string): z.input<typeof ClosingJson> {
  return { id: publicId, plan, number, writtenBy, writtenAt, said, places, follower, dose: dose ?? null, units: units ?? null, goals: goals ?? null, agreements: agreements ?? null, answers: answered, signatures,
    meetings: meetings && { with: meetings.name, fromOn: meetings.fromOn, everyWeeks: meetings.everyWeeks, meetings: meetings.meetings } }
}
