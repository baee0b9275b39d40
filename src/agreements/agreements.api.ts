import { z } from '@hono/zod-openapi'
import { mayFor } from '../access/index.ts'
import { thePerson } from '../participants/index.ts'
import { apiDoors, created, field } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import type { Work } from '../platform/work.ts'
import { endings, nextSteps, outcomes, purposes, reviewDueOn, standing, stateOf, type Agreement, type Review, type Version } from './agreement.ts'
import { AnswerAgreement, CorrectAgreement, EndAgreement, ProposeAgreement, RecordAnswer, ReviewAgreement } from './agreements.input.ts'
import { agreementCounts, agreementsAfter, findAgreement } from './agreements.queries.ts'
import { correctAgreement, endAgreement, proposeAgreement, recordAnswerOnPaper, refuseToSign, reviewAgreement, signAgreement } from './agreements.verbs.ts'

const api = apiDoors()
export const agreementApi = api

const day = z.iso.date()
const versionSchema = z.object({
  number: z.int(), proposedOn: day, proposedBy: z.string(), reason: z.string(),
  clauses: z.array(z.object({ place: z.int(), text: z.string() })),
  parties: z.array(z.object({
    name: z.string(), role: z.string(), answer: z.enum(['signed', 'refused']).nullable(), answeredOn: day.nullable(), ownWords: z.string().nullable(),
    way: z.enum(['own-account', 'on-paper']).nullable(), seenBy: z.string().nullable(), recordedBy: z.string().nullable() })),
})
const reviewSchema = z.object({
  id: z.string(), version: z.int(), heldOn: day, note: z.string(), next: z.enum(nextSteps), recordedBy: z.string(),
  outcomes: z.array(z.object({ place: z.int(), outcome: z.enum(outcomes), reason: z.string() })),
})
const agreementSchema = z.object({
  id: z.string(), purpose: z.enum(purposes), state: z.enum(['proposed', 'signed', 'ended']), standing: z.enum(['proposed', 'signed', 'review-due', 'lapsed', 'ended']),
  reviewMonths: z.int(), reviewDueOn: day.nullable(), programme: z.object({ id: z.string(), version: z.int() }).nullable(), revision: z.int(),
  versions: z.array(versionSchema), reviews: z.array(reviewSchema),
  ended: z.object({ on: day, word: z.enum(endings), reason: z.string(), by: z.string() }).nullable(),
}).openapi('Agreement')
const listSchema = z.object({ agreements: z.array(agreementSchema), next: z.string().nullable() })

const Listing = z.object({ after: field.id('agreement.field.after').optional(), most: field.count('agreement.field.most', 1, 100).optional() })
const reading = { does: 'consult', shows: 'agreement', about: 'participantId', for: ['casework', 'oversight'] } as const
const writing = { shows: 'agreement', about: 'participantId', gives: agreementSchema } as const

api.get('/people/{participantId}/agreements', { ...reading, takes: Listing, gives: listSchema, summary: 'The agreements of a person, the latest first, by cursor.' }, listed)
api.get('/people/{participantId}/agreements/{agreementId}', { ...reading, gives: agreementSchema, summary: 'One agreement with its versions, answers and reviews.' }, whole)

api.post('/people/{participantId}/agreements', { ...writing, does: 'collect', takes: ProposeAgreement, summary: 'Proposes an agreement to a person and colleagues of their team.' },
  async (work, { participantId: _, ...proposal }) => whole(work, { agreementId: await proposeAgreement(work, proposal) }))
api.post('/people/{participantId}/agreements/{agreementId}/signatures', { ...writing, does: 'collect', takes: AnswerAgreement, summary: 'Signs or refuses the version that waits, for oneself alone.' },
  async (work, input) => after(work, input, input.answer === 'signed' ? signAgreement : refuseToSign))
api.post('/people/{participantId}/agreements/{agreementId}/paper-answers', { ...writing, does: 'collect', takes: RecordAnswer, summary: 'Records what the person answered on paper.' },
  async (work, input) => after(work, input, recordAnswerOnPaper))
api.post('/people/{participantId}/agreements/{agreementId}/versions', { ...writing, does: 'alter', takes: CorrectAgreement, summary: 'Proposes other words as the next version.' },
  async (work, input) => after(work, input, correctAgreement))
api.post('/people/{participantId}/agreements/{agreementId}/reviews', { ...writing, does: 'collect', takes: ReviewAgreement, summary: 'Records a review, clause by clause, and what follows.' },
  async (work, input) => after(work, input, reviewAgreement))
api.post('/people/{participantId}/agreements/{agreementId}/endings', { ...writing, does: 'alter', takes: EndAgreement, summary: 'Ends an agreement, with a word and a reason.' },
  async (work, input) => after(work, input, endAgreement))

const countsSchema = z.object({ counts: z.array(z.object({ what: z.string(), howMany: z.int().nullable() })) })
api.get('/agreements/counts', { does: 'consult', shows: 'agreement', for: ['counts'], gives: countsSchema, summary: 'How many agreements are open, reviewed in three months, ended; fewer than five is null.' },
  async (work) => ({ counts: await agreementCounts(work) }))

async function listed(work: Work, { after: cursor, most = 20 }: z.output<typeof Listing>) {
  await thePerson(work)
  if (!await mayFor(work, 'read', 'agreement')) throw refuse('not-found')
  const found = await agreementsAfter(work, cursor, most + 1)
  return { agreements: found.slice(0, most).map((agreement) => agreementJson(agreement, work)), next: found.length > most ? found[most - 1]!.publicId : null }
}

async function whole(work: Work, { agreementId }: { agreementId: string }) {
  return agreementJson(await findAgreement(work, agreementId), work)
}

/** Does what was asked, and gives the agreement as it is then. */
async function after<Input extends { agreementId: string }>(work: Work, input: Input, verb: (work: Work, input: Input) => Promise<void>) {
  await verb(work, input)
  return created(await whole(work, input))
}

function agreementJson(agreement: Agreement, { today }: Work): z.input<typeof agreementSchema> {
  const { publicId: id, purpose, reviewMonths, revision, ended } = agreement
  return {
    id, purpose, state: stateOf(agreement), standing: standing(agreement, today), reviewMonths, reviewDueOn: reviewDueOn(agreement) ?? null, programme: agreement.programme ?? null, revision,
    versions: agreement.versions.map(versionJson), reviews: agreement.reviews.map((review) => reviewJson(review, agreement)),
    ended: ended ? { on: ended.on, word: ended.word, reason: ended.reason, by: ended.by } : null,
  }
}

function versionJson({ number, proposedOn, proposedBy, reason, clauses, parties }: Version): z.input<typeof versionSchema> {
  return {
    number, proposedOn, proposedBy, reason, clauses: clauses.map(({ place, text }) => ({ place, text })),
    parties: parties.map(({ name, role, answer }) => ({
      name, role, answer: answer?.answer ?? null, answeredOn: answer?.on ?? null, ownWords: answer?.ownWords ?? null,
      way: answer?.way ?? null, seenBy: answer?.seenBy ?? null, recordedBy: answer?.recordedBy ?? null })),
  }
}

function reviewJson({ publicId: id, versionId, heldOn, note, next, recordedBy, outcomes: said }: Review, { versions }: Agreement): z.input<typeof reviewSchema> {
  const version = versions.find((one) => one.id === versionId)!
  const placeOf = (clauseId: number) => version.clauses.find((clause) => clause.id === clauseId)!.place
  return { id, version: version.number, heldOn, note, next, recordedBy, outcomes: said.map(({ clauseId, outcome, reason }) => ({ place: placeOf(clauseId), outcome, reason })) }
}
