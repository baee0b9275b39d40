import { goTo, pageDoors } from '../platform/doors/index.ts'
import { DrawStarts, WriteStudy } from './evaluation.input.ts'
import { drawStarts, giveOutTable, lockStudy, makeReport, publishReport, rewriteStudy, writeStudy } from './evaluation.verbs.ts'
import { studyPage, studyReleasesPage, studyReportPage } from './pages/addresses.ts'
import { giveData, showData } from './pages/data.tsx'
import { showPeople } from './pages/people.tsx'
import { changeStudyForm, newStudyForm } from './pages/plan-form.tsx'
import { ChooseProgramme, showStudies } from './pages/studies.tsx'
import { showReleases } from './pages/releases.tsx'
import { giveReport, giveReportPage, showReport } from './pages/report.tsx'
import { showStudy } from './pages/study.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const evaluationPages = page

// A plan is about nobody; what its page shows once it is locked is.
const planning = { does: 'consult', shows: 'nothing', for: ['evaluator'], draft: true } as const
const writing = { does: 'collect', shows: 'nothing', for: ['evaluator'], draft: true } as const
const seeing = { does: 'consult', shows: 'evaluation_data', for: ['evaluator'] } as const

page.get('/studies', { does: 'consult', shows: 'nothing', for: ['evaluator'] }, showStudies)
page.get('/studies/new', { ...planning, takes: ChooseProgramme }, newStudyForm)
page.post('/studies/new', { ...writing, takes: WriteStudy, again: newStudyForm }, async (work, sent) => goTo(studyPage(await writeStudy(work, sent)), t('evaluation.said.written')))

page.get('/studies/{studyId}', seeing, showStudy)
page.get('/studies/{studyId}/people', seeing, showPeople)
page.get('/studies/{studyId}/plan', planning, changeStudyForm)
page.post('/studies/{studyId}/plan', { ...writing, does: 'alter', takes: WriteStudy, again: changeStudyForm }, async (work, { studyId, ...sent }, { revision }) => {
  await rewriteStudy(work, studyId, sent, revision)
  return goTo(studyPage(studyId), t('evaluation.said.written'))
})
page.post('/studies/{studyId}/starts', { does: 'collect', shows: 'nothing', for: ['evaluator'], takes: DrawStarts, again: showStudy }, async (work, { studyId, ...sent }) => {
  await drawStarts(work, studyId, sent)
  return goTo(studyPage(studyId), t('evaluation.said.drawn'))
})
page.post('/studies/{studyId}/lock', { does: 'alter', shows: 'nothing', for: ['evaluator'], again: showStudy }, async (work, { studyId }, { revision }) => {
  await lockStudy(work, studyId, revision)
  return goTo(studyPage(studyId), t('evaluation.said.locked'))
})

page.get('/studies/{studyId}/tables', seeing, showReleases)
page.post('/studies/{studyId}/tables', { does: 'disclose', shows: 'evaluation_data', for: ['evaluator'], again: showReleases }, async (work, { studyId }) => {
  await giveOutTable(work, studyId)
  return goTo(studyReleasesPage(studyId), t('evaluation.said.released'))
})

page.get('/studies/{studyId}/report', seeing, showReport)
page.post('/studies/{studyId}/report', { does: 'combine', shows: 'evaluation_data', for: ['evaluator'], again: showReport }, async (work, { studyId }) => {
  await makeReport(work, studyId)
  return goTo(studyReportPage(studyId), t('evaluation.said.reported'))
})
page.post('/studies/{studyId}/report/published', { does: 'disclose', shows: 'evaluation_data', for: ['evaluator'], again: showReport }, async (work, { studyId }) => {
  await publishReport(work, studyId)
  return goTo(studyReportPage(studyId), t('evaluation.said.reported'))
})
page.get('/studies/{studyId}/report/{reportId}/report.pdf', seeing, giveReport)
page.get('/studies/{studyId}/report/{reportId}/report.html', seeing, giveReportPage)

page.get('/studies/{studyId}/data', seeing, showData)
page.get('/studies/{studyId}/data/{file}', { ...seeing, does: 'disclose' }, giveData)
