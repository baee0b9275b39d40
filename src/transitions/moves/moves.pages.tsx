import { goTo, pageDoors } from '../../platform/doors/index.ts'
import { announceForm, callingOffForm, takingForm } from '../transfer/transfer-forms.tsx'
import { AnnounceTransfer, CallOffTransfer } from '../transfer/transfer.input.ts'
import { announceTransfer, callOffTransfer, noteTransfer, takeOverPerson } from '../transfer/transfer.verbs.ts'
import { t as transfer } from '../transfer/words.ts'
import { recallForm, recallWordsForm, reEntryForm } from '../recall/recall-forms.tsx'
import { AnswerRecall, RecordRecall, ReEnter } from '../recall/recall.input.ts'
import { answerRecall, noteRecall, recordRecall, reEnter } from '../recall/recall.verbs.ts'
import { t as recall } from '../recall/words.ts'
import { movesPage } from './addresses.ts'
import { showMoves } from './overview.tsx'

const page = pageDoors()
export const movesPages = page

const where = { does: 'consult', shows: 'identity_name', about: 'participantId' } as const
const begun = { ...where, draft: true } as const

page.get('/people/{participantId}/moves', where, (work, here, attempt) => showMoves(work, here, attempt))

page.get('/people/{participantId}/moves/transfer', begun, announceForm)
page.post('/people/{participantId}/moves/transfer', { ...begun, does: 'alter', takes: AnnounceTransfer, again: announceForm }, async (work, { participantId, ...announced }) => {
  await announceTransfer(work, announced)
  return goTo(movesPage(participantId), transfer('transfer.announced'))
})

page.post('/people/{participantId}/moves/transfers/{transferId}/known', { ...where, does: 'collect', again: (work, here, attempt) => showMoves(work, here, attempt) }, async (work, { participantId, transferId }) => {
  await noteTransfer(work, transferId)
  return goTo(movesPage(participantId), transfer('transfer.known'))
})

page.get('/people/{participantId}/moves/transfers/{transferId}/calling-off', where, callingOffForm)
page.post('/people/{participantId}/moves/transfers/{transferId}/calling-off', { ...where, does: 'alter', takes: CallOffTransfer, again: callingOffForm }, async (work, { participantId, transferId, why }) => {
  await callOffTransfer(work, transferId, why)
  return goTo(movesPage(participantId), transfer('transfer.call-off.done'))
})

page.get('/people/{participantId}/moves/transfers/{transferId}/taking', where, takingForm)
page.post('/people/{participantId}/moves/transfers/{transferId}/taking', { ...where, does: 'alter', again: takingForm }, async (work, { participantId, transferId }) => {
  await takeOverPerson(work, transferId)
  return goTo(`/people/${participantId}/team`, transfer('transfer.taking.done'))
})

const status = { does: 'consult', shows: 'legal_status', about: 'participantId', draft: true } as const
page.get('/people/{participantId}/moves/recall', status, recallForm)
page.post('/people/{participantId}/moves/recall', { ...status, does: 'collect', takes: RecordRecall, again: recallForm }, async (work, { participantId, ...recalled }) => {
  await recordRecall(work, recalled)
  return goTo(movesPage(participantId), recall('recall.recorded'))
})
page.get('/people/{participantId}/moves/recalls/{recallId}/words', status, recallWordsForm)
page.post('/people/{participantId}/moves/recalls/{recallId}/words', { ...status, does: 'collect', takes: AnswerRecall, again: recallWordsForm }, async (work, { participantId, recallId, words }) => {
  await answerRecall(work, recallId, words)
  return goTo(movesPage(participantId), recall('recall.answered'))
})
page.post('/people/{participantId}/moves/recalls/{recallId}/known', { does: 'collect', shows: 'release', about: 'participantId', again: (work, here, attempt) => showMoves(work, here, attempt) }, async (work, { participantId, recallId }) => {
  await noteRecall(work, recallId)
  return goTo(movesPage(participantId), recall('recall.known'))
})

const dates = { does: 'consult', shows: 'plan_dates', about: 'participantId', draft: true } as const
page.get('/people/{participantId}/moves/re-entry', dates, reEntryForm)
page.post('/people/{participantId}/moves/re-entry', { ...dates, does: 'alter', takes: ReEnter, again: reEntryForm }, async (work, { participantId, reason }) => {
  const { needsYes } = await reEnter(work, reason)
  return goTo(movesPage(participantId), recall(needsYes ? 'recall.back.done-ask' : 'recall.back.done'))
})
