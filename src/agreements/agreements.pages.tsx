import { z } from 'zod'
import { goTo, pageDoors, field } from '../platform/doors/index.ts'
import type { Work } from '../platform/work.ts'
import { AnswerAgreement, CorrectAgreement, EndAgreement, ProposeAgreement, RecordAnswer, ReviewAgreement, type Answering } from './agreements.input.ts'
import { correctAgreement, endAgreement, proposeAgreement, recordAnswerOnPaper, refuseToSign, reviewAgreement, signAgreement } from './agreements.verbs.ts'
import { agreementPage, ownAgreementPage } from './pages/addresses.ts'
import { showAgreement, showAgreements } from './pages/agreements.tsx'
import { paperForm, signForm } from './pages/answer.tsx'
import { ownAnswerForm, showOwnAgreement, showOwnAgreements } from './pages/own-agreements.tsx'
import { givePrint, showPrint } from './pages/print.tsx'
import { correctionForm, proposeForm } from './pages/propose-and-correct.tsx'
import { endingForm, reviewForm } from './pages/review-and-end.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const agreementPages = page

const Listing = z.object({ after: field.id('agreement.field.after').optional() })
const reading = { does: 'consult', shows: 'agreement', about: 'participantId', for: ['casework', 'oversight'] } as const
const writing = { does: 'consult', shows: 'agreement', about: 'participantId', draft: true } as const
const collecting = { ...writing, does: 'collect' } as const
const altering = { ...writing, does: 'alter' } as const
const own = { does: 'consult', shows: 'agreement', for: ['person'] } as const

page.get('/people/{participantId}/agreements', { ...reading, takes: Listing }, showAgreements)

page.get('/people/{participantId}/agreements/new', writing, proposeForm)
page.post('/people/{participantId}/agreements/new', { ...collecting, takes: ProposeAgreement, again: proposeForm }, async (work, { participantId, ...proposal }) =>
  goTo(agreementPage({ participantId, agreementId: await proposeAgreement(work, proposal) }), t('agreement.said.proposed')))

page.get('/people/{participantId}/agreements/{agreementId}', reading, showAgreement)

page.get('/people/{participantId}/agreements/{agreementId}/sign', writing, signForm)
page.post('/people/{participantId}/agreements/{agreementId}/sign', { ...collecting, takes: AnswerAgreement, again: signForm }, async (work, input) =>
  goTo(agreementPage(input), await answered(work, input)))

page.get('/people/{participantId}/agreements/{agreementId}/paper', writing, paperForm)
page.post('/people/{participantId}/agreements/{agreementId}/paper', { ...collecting, takes: RecordAnswer, again: paperForm }, async (work, input) => {
  await recordAnswerOnPaper(work, input)
  return goTo(agreementPage(input), t('agreement.said.recorded'))
})

page.get('/people/{participantId}/agreements/{agreementId}/review', writing, reviewForm)
page.post('/people/{participantId}/agreements/{agreementId}/review', { ...collecting, takes: ReviewAgreement, again: reviewForm }, async (work, input) => {
  await reviewAgreement(work, input)
  return goTo(agreementPage(input), t('agreement.said.reviewed'))
})

page.get('/people/{participantId}/agreements/{agreementId}/correction', writing, correctionForm)
page.post('/people/{participantId}/agreements/{agreementId}/correction', { ...altering, takes: CorrectAgreement, again: correctionForm }, async (work, input) => {
  await correctAgreement(work, input)
  return goTo(agreementPage(input), t('agreement.said.corrected'))
})

page.get('/people/{participantId}/agreements/{agreementId}/ending', writing, endingForm)
page.post('/people/{participantId}/agreements/{agreementId}/ending', { ...altering, takes: EndAgreement, again: endingForm }, async (work, input) => {
  await endAgreement(work, input)
  return goTo(agreementPage(input), t('agreement.said.ended'))
})

page.get('/people/{participantId}/agreements/{agreementId}/print', reading, showPrint)
page.get('/people/{participantId}/agreements/{agreementId}/print/{language}', reading, givePrint)

page.get('/own/agreements', { ...own, takes: Listing }, showOwnAgreements)
page.get('/own/agreements/{agreementId}', own, showOwnAgreement)
page.get('/own/agreements/{agreementId}/answer', { ...own, draft: true }, ownAnswerForm)
page.post('/own/agreements/{agreementId}/answer', { ...own, does: 'collect', draft: true, takes: AnswerAgreement, again: ownAnswerForm }, async (work, input) =>
  goTo(ownAgreementPage(input.agreementId), await answered(work, input)))

async function answered(work: Work, input: Answering): Promise<string> {
  if (input.answer === 'refused') {
    await refuseToSign(work, input)
    return t('agreement.said.refused')
  }
  await signAgreement(work, input)
  return t('agreement.said.signed')
}
