import { goTo, pageDoors } from '../../platform/doors/index.ts'
import { closingReportPage } from './addresses.ts'
import { AnswerClosing, WriteClosing } from './closing.input.ts'
import { recordAnswer, seeClosing, signClosing, writeClosing } from './closing.verbs.ts'
import { showClosings } from './overview.tsx'
import { givePrint, showPrint } from './print.tsx'
import { answerForm, showReport } from './report-page.tsx'
import { t } from './words.ts'
import { writeForm } from './write-page.tsx'

const page = pageDoors()
export const closingPages = page

const reading = { does: 'consult', shows: 'plan_dates', about: 'participantId', for: ['casework', 'oversight'] } as const
const writing = { does: 'consult', shows: 'plan_content', about: 'participantId', draft: true } as const
const signing = { does: 'alter', shows: 'plan_dates', about: 'participantId', again: showReport } as const

page.get('/people/{participantId}/closing', reading, showClosings)

page.get('/people/{participantId}/closing/plans/{planId}/write', writing, writeForm)
page.post('/people/{participantId}/closing/plans/{planId}/write', { ...writing, does: 'collect', takes: WriteClosing, again: writeForm }, async (work, { participantId, planId, ...said }) =>
  goTo(closingReportPage(participantId, await writeClosing(work, planId, said)), t('closing.said.written')))

page.get('/people/{participantId}/closing/{reportId}', reading, showReport)

page.get('/people/{participantId}/closing/{reportId}/answers', writing, answerForm)
page.post('/people/{participantId}/closing/{reportId}/answers', { ...writing, does: 'collect', takes: AnswerClosing, again: answerForm }, async (work, { participantId, reportId, ...said }) => {
  await recordAnswer(work, reportId, said)
  return goTo(closingReportPage(participantId, reportId), t('closing.said.answered'))
})

page.post('/people/{participantId}/closing/{reportId}/signatures', signing, async (work, { participantId, reportId }) => {
  await signClosing(work, reportId)
  return goTo(closingReportPage(participantId, reportId), t('closing.said.signed'))
})
page.post('/people/{participantId}/closing/{reportId}/sightings', signing, async (work, { participantId, reportId }) => {
  await seeClosing(work, reportId)
  return goTo(closingReportPage(participantId, reportId), t('closing.said.seen'))
})

page.get('/people/{participantId}/closing/{reportId}/print', reading, showPrint)
page.get('/people/{participantId}/closing/{reportId}/print/{kind}/{language}', reading, givePrint)
