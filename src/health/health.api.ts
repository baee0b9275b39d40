import { z } from '@hono/zod-openapi'
import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { apiDoors, created } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { isInForce, readerRoles, toldHows, type Advice, type SafetyPlan, type Standing } from './advice.ts'
import { WriteAdvice, WriteSafetyPlan } from './health.input.ts'
import { adviceOf, safetyPlansOf } from './health.queries.ts'
import { writeAdvice, writeSafetyPlan } from './health.verbs.ts'

const api = apiDoors()
export const healthApi = api

const standingSchema = { id: z.string(), by: z.string().nullable(), writtenAt: z.string(), reviewOn: z.iso.date(), inForce: z.boolean(), replacedAt: z.string().nullable(), ended: z.object({ on: z.iso.date(), why: z.string(), by: z.string().nullable() }).nullable() }
const adviceSchema = z.object({ ...standingSchema, words: z.string(), readers: z.array(z.enum(readerRoles)), told: z.enum(toldHows) }).openapi('FunctionalAdvice')
const planSchema = z.object({ ...standingSchema, signs: z.string(), ownSteps: z.string(), whomToCall: z.string(), safePlace: z.string() }).openapi('SafetyPlan')
const allAdvice = z.object({ advice: z.array(adviceSchema) })
const allPlans = z.object({ safetyPlans: z.array(planSchema) })

const about = { shows: 'functional_advice', about: 'participantId' } as const
const reading = { ...about, does: 'consult', for: ['casework', 'oversight'] } as const

api.get('/people/{participantId}/advice', { ...reading, gives: allAdvice, summary: 'What health advises about a person, as far as it is open to the reader, the latest first.' }, listedAdvice)
api.post('/people/{participantId}/advice', { ...about, does: 'collect', takes: WriteAdvice, gives: allAdvice, summary: 'Writes advice for named roles of the team; never a diagnosis. The person has been told.' }, async (work, { participantId: _, ...written }) => {
  await writeAdvice(work, written)
  return created(await listedAdvice(work))
})
api.get('/people/{participantId}/safety-plans', { ...reading, gives: allPlans, summary: 'The safety plans of a person, as far as they are open to the reader, the latest first; one at most is in force.' }, listedPlans)
api.post('/people/{participantId}/safety-plans', { ...about, does: 'collect', takes: WriteSafetyPlan, gives: allPlans, summary: 'Writes a safety plan with the person, or renews the one named as replaced.' }, async (work, { participantId: _, ...written }) => {
  await writeSafetyPlan(work, written)
  return created(await listedPlans(work))
})

async function listedAdvice(work: Work) {
  return { advice: (await adviceOf(work, await whoseToRead(work))).map(adviceJson) }
}

async function listedPlans(work: Work) {
  return { safetyPlans: (await safetyPlansOf(work, await whoseToRead(work))).map(planJson) }
}

async function whoseToRead(work: Work): Promise<number> {
  const person = await thePerson(work)
  if (!await mayFor(work, 'read', 'functional_advice')) throw refuse('not-found')
  return person.participant_id
}

function standingJson(one: Standing) {
  const { publicId: id, author: by, writtenAt, reviewOn, replacedAt, ended } = one
  return { id, by, writtenAt, reviewOn, inForce: isInForce(one), replacedAt, ended: ended ?? null }
}

function adviceJson(one: Advice): z.input<typeof adviceSchema> {
  return { ...standingJson(one), words: one.words, readers: one.readers, told: one.told }
}

function planJson(one: SafetyPlan): z.input<typeof planSchema> {
  return { ...standingJson(one), signs: one.signs, ownSteps: one.ownSteps, whomToCall: one.whomToCall, safePlace: one.safePlace }
}
