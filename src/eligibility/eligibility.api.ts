import { z } from 'zod'
import { apiDoors, created } from '../platform/doors/index.ts'
import type { Work } from '../platform/work.ts'
import { AnswerRule, GoOn } from './eligibility.input.ts'
import { sideOf, standingOf, type Given, type Question } from './eligibility.ts'
import { questionsFor } from './eligibility.queries.ts'
import { answerRule, goOnDespite, mustRead, theProgramme } from './eligibility.verbs.ts'

const api = apiDoors()
export const eligibilityApi = api

const AnswerJson = z.object({ asked: z.string(), answer: z.enum(['yes', 'no', 'unknown', 'despite']), words: z.string(), seenOn: z.string(), saidBy: z.string(), writtenBy: z.string().nullable(), writtenAt: z.string() })
const QuestionsJson = z.object({ programme: z.string(), version: z.number().int(), questions: z.array(z.object({
  rule: z.string(), kind: z.string(), asks: z.string(), answer: z.enum(['yes', 'no', 'unknown', 'despite']), from: z.enum(['person', 'record', 'nobody']), side: z.enum(['for', 'against', 'open', 'despite', 'neither']), answers: z.array(AnswerJson) })) })

const reading = { does: 'consult', shows: 'referral', about: 'participantId', gives: QuestionsJson } as const
const writing = { ...reading, does: 'collect' } as const
type Here = { programme: string }

api.get('/people/{participantId}/eligibility/{programme}', { ...reading, summary: 'What a programme asks about a person, with the answers, their evidence and who gave them. Nothing is added up and nothing is decided.' }, questionsJson)
api.post('/people/{participantId}/eligibility/{programme}/rules/{rule}/answers', { ...writing, takes: AnswerRule, summary: 'Writes down an answer to one question; earlier ones stay beside it.' }, async (work, { programme, rule, ...said }) => {
  await answerRule(work, { programme, rule }, said)
  return created(await questionsJson(work, { programme }))
})
api.post('/people/{participantId}/eligibility/{programme}/rules/{rule}/despites', { ...writing, takes: GoOn, summary: 'Goes on although an answer speaks against it, with a reason: for the role that the definition names.' }, async (work, { programme, rule, ...said }) => {
  await goOnDespite(work, { programme, rule }, said)
  return created(await questionsJson(work, { programme }))
})

async function questionsJson(work: Work, { programme }: Here): Promise<z.output<typeof QuestionsJson>> {
  await mustRead(work)
  const definition = theProgramme(programme)
  const all = await questionsFor(work, definition)
  return { programme: definition.id, version: definition.version, questions: all.map((one) => questionJson(one, all)) }
}

function questionJson(question: Question, all: Question[]) {
  const { answer, from } = standingOf(question)
  return { rule: question.rule.id, kind: question.rule.kind, asks: question.rule.asks, answer, from, side: sideOf(question, all), answers: question.given.map(answerJson) }
}

function answerJson({ asked, answer, words, seenOn, saidBy, writtenBy, writtenAt }: Given) {
  return { asked, answer, words, seenOn, saidBy, writtenBy, writtenAt }
}
