import { goTo, pageDoors } from '../platform/doors/index.ts'
import { AnswerRule, GoOn, LookAt } from './eligibility.input.ts'
import { answerRule, goOnDespite } from './eligibility.verbs.ts'
import { programmeFor } from './pages/addresses.ts'
import { answerForm, goOnForm } from './pages/answer.tsx'
import { showBeside } from './pages/beside.tsx'
import { showProgramme } from './pages/one-programme.tsx'
import { showQuestions } from './pages/questions.tsx'
import { t } from './words.ts'

const page = pageDoors()
export const eligibilityPages = page

const reading = { does: 'consult', shows: 'referral', about: 'participantId' } as const
const writing = { ...reading, draft: true } as const

page.get('/people/{participantId}/eligibility', { ...reading, takes: LookAt }, showBeside)
page.get('/people/{participantId}/eligibility/{programme}', reading, showProgramme)
page.get('/people/{participantId}/eligibility/{programme}/questions', reading, showQuestions)

page.get('/people/{participantId}/eligibility/{programme}/rules/{rule}', writing, answerForm)
page.post('/people/{participantId}/eligibility/{programme}/rules/{rule}', { ...writing, does: 'collect', takes: AnswerRule, again: answerForm }, async (work, { participantId, programme, rule, ...said }, sent) => {
  await answerRule(work, { programme, rule, shown: sent.revision }, said)
  return goTo(programmeFor({ participantId, programme }), t('eligibility.answer.saved'))
})

page.get('/people/{participantId}/eligibility/{programme}/rules/{rule}/despite', writing, goOnForm)
page.post('/people/{participantId}/eligibility/{programme}/rules/{rule}/despite', { ...writing, does: 'collect', takes: GoOn, again: goOnForm }, async (work, { participantId, programme, rule, ...said }, sent) => {
  await goOnDespite(work, { programme, rule, shown: sent.revision }, said)
  return goTo(programmeFor({ participantId, programme }), t('eligibility.despite.saved'))
})
