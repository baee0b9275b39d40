import { z } from 'zod'
import { apiDoors, created } from '../../platform/doors/index.ts'
import { refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { AnswerRecall, RecordRecall, ReEnter } from '../recall/recall.input.ts'
import { recallsOf, reEntriesOf } from '../recall/recall.queries.ts'
import { answerRecall, recordRecall, reEnter } from '../recall/recall.verbs.ts'
import { AnnounceTransfer, CallOffTransfer } from '../transfer/transfer.input.ts'
import { arriving, transfersOf, type Transfer } from '../transfer/transfer.queries.ts'
import { announceTransfer, callOffTransfer, noteTransfer, takeOverPerson } from '../transfer/transfer.verbs.ts'

const api = apiDoors()
export const movesApi = api

const TransferJson = z.object({
  id: z.string(), from: z.string(), to: z.string(), movesOn: z.string(), state: z.enum(['announced', 'taken', 'called-off']), announcedBy: z.string(), announcedAt: z.string(), takenAt: z.string().nullable(),
  calledOffAt: z.string().nullable(), calledOffWhy: z.string(), reason: z.string().nullable(), authority: z.string().nullable(),
})
const ArrivingJson = z.object({ id: z.string(), person: z.string(), from: z.string(), to: z.string(), movesOn: z.string() })

const RecallsJson = z.object({ recalls: z.array(z.object({ id: z.string(), recalledOn: z.string(), authority: z.string(), releasedOn: z.string(), reason: z.string().nullable(),
  ownWords: z.array(z.object({ words: z.string(), saidAt: z.string(), writtenByThemself: z.boolean() })) })) })
const ReEntriesJson = z.object({ reEntries: z.array(z.object({ reason: z.string(), endedOn: z.string().nullable(), needsYes: z.boolean().nullable(), recordedAt: z.string() })) })

const where = { does: 'consult', shows: 'identity_name', about: 'participantId' } as const

api.get('/people/{participantId}/transfers', { ...where, gives: z.object({ transfers: z.array(TransferJson) }), summary: 'Where somebody went over to and goes, the latest announced first; why, where the reader may know it.' },
  async (work) => ({ transfers: (await transfersOf(work, work.about)).map(transferJson) }))
api.post('/people/{participantId}/transfers', { ...where, does: 'alter', takes: AnnounceTransfer, gives: TransferJson, summary: 'Announces that somebody goes over to another unit, with who of the team goes on: everybody has to be named.' },
  async (work, { participantId: _, ...announced }) => created(await oneTransfer(work, await announceTransfer(work, announced))))
api.post('/people/{participantId}/transfers/{transferId}/notings', { ...where, does: 'collect', gives: TransferJson, summary: 'A member of the team says that they know of a transfer.' }, async (work, { transferId }) => {
  await noteTransfer(work, transferId)
  return oneTransfer(work, transferId)
})
api.post('/people/{participantId}/transfers/{transferId}/calling-off', { ...where, does: 'alter', takes: CallOffTransfer, gives: TransferJson, summary: 'Calls off a transfer that was announced and not taken over yet.' }, async (work, { transferId, why }) => {
  await callOffTransfer(work, transferId, why)
  return oneTransfer(work, transferId)
})
api.post('/people/{participantId}/transfers/{transferId}/taking', { ...where, does: 'alter', gives: TransferJson, summary: 'The coordinator of the unit they come to says that it has them: from now on they belong to it.' }, async (work, { transferId }) => {
  await takeOverPerson(work, transferId)
  return oneTransfer(work, transferId)
})
api.get('/transfers/arriving', { does: 'consult', shows: 'register', gives: z.object({ arriving: z.array(ArrivingJson) }), summary: 'Who comes to a unit that one coordinates and was not taken over yet.' },
  async (work) => ({ arriving: (await arriving(work)).filter((one) => one.called_off_at === null).map((one) => ({ id: one.transfer, person: one.person, from: one.from_unit, to: one.to_unit, movesOn: one.moves_on })) }))

const status = { does: 'consult', shows: 'legal_status', about: 'participantId' } as const
api.get('/people/{participantId}/recalls', { ...status, gives: RecallsJson, summary: 'Recalls by an authority, the latest first, with its words and what the person says, where the reader may know them.' }, recallsJson)
api.post('/people/{participantId}/recalls', { ...status, does: 'collect', takes: RecordRecall, gives: RecallsJson, summary: 'Records that an authority took somebody back into custody, after a release that is known.' }, async (work, { participantId: _, ...recalled }) => {
  await recordRecall(work, recalled)
  return created(await recallsJson(work))
})
api.post('/people/{participantId}/recalls/{recallId}/words', { ...status, does: 'collect', takes: AnswerRecall, gives: RecallsJson, summary: 'Writes down what the person says of a recall.' }, async (work, { recallId, words }) => {
  await answerRecall(work, recallId, words)
  return created(await recallsJson(work))
})

const dates = { does: 'consult', shows: 'plan_dates', about: 'participantId' } as const
api.get('/people/{participantId}/re-entries', { ...dates, gives: ReEntriesJson, summary: 'When somebody who had ended came back, the latest first.' }, reEntriesJson)
api.post('/people/{participantId}/re-entries', { ...dates, does: 'alter', takes: ReEnter, gives: ReEntriesJson, summary: 'Takes somebody who had ended back into the programme: they wait again, and are asked anew where they had taken their yes back.' }, async (work, { reason }) => {
  await reEnter(work, reason)
  return created(await reEntriesJson(work))
})

async function recallsJson(work: Work): Promise<z.input<typeof RecallsJson>> {
  return { recalls: (await recallsOf(work, work.about)).map(({ publicId, recalledOn, authority, releasedOn, reason, answers }) => ({ id: publicId, recalledOn, authority, releasedOn, reason,
    ownWords: answers.map(({ words, saidAt, by }) => ({ words, saidAt, writtenByThemself: by === null })) })) }
}

async function reEntriesJson(work: Work): Promise<z.input<typeof ReEntriesJson>> {
  return { reEntries: (await reEntriesOf(work, work.about)).map(({ reason, endedOn, needsYes, recordedAt }) => ({ reason, endedOn, needsYes, recordedAt })) }
}

async function oneTransfer(work: Work, publicId: string): Promise<z.input<typeof TransferJson>> {
  const found = (await transfersOf(work, work.about)).find((one) => one.publicId === publicId)
  if (!found) throw refuse('not-found')
  return transferJson(found)
}

function transferJson({ publicId, from, to, movesOn, state, by, announcedAt, takenAt, calledOffAt, calledOffWhy, reason, authority }: Transfer): z.input<typeof TransferJson> {
  return { id: publicId, from, to, movesOn, state, announcedBy: by, announcedAt, takenAt, calledOffAt, calledOffWhy, reason, authority }
}
