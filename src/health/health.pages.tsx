import { roleName } from '../access/index.ts'
import { goTo, pageDoors } from '../platform/doors/index.ts'
import { say } from '../platform/words/index.ts'
import { endAdvicePage, endPlanPage, helpPage, ownHelpPage, takeAdviceBackPage, takePlanBackPage, type Here, type PlanHere } from './addresses.ts'
import { AgreeReaders, EndIt, WriteAdvice, WriteSafetyPlan } from './health.input.ts'
import { agreeToReaders, endIt, replaceAdvice, takeItBack, writeAdvice, writeSafetyPlan } from './health.verbs.ts'
import { agreeingForm } from './pages/agreeing.tsx'
import { endForm, takeBackForm } from './pages/end-and-take-back.tsx'
import { showHelp } from './pages/help.tsx'
import { showOwnHelp } from './pages/own-help.tsx'
import { giveOwnPrint, givePrint, showOwnPrint, showPrint } from './pages/print.tsx'
import { newAdviceForm, planForm, replaceForm } from './pages/write.tsx'
import { t } from './words.ts'
import type { Attempt } from '../platform/attempt.ts'
import type { Work } from '../platform/work.ts'

const page = pageDoors()
export const healthPages = page

const one = { shows: 'functional_advice', about: 'participantId' } as const
const reading = { ...one, does: 'consult' } as const
const writing = { ...one, does: 'collect', draft: true } as const
const altering = { ...one, does: 'alter' } as const

page.get('/people/{participantId}/advice', { ...reading, for: ['casework', 'oversight'] }, showHelp)

page.get('/people/{participantId}/advice/new', { ...reading, draft: true }, newAdviceForm)
page.post('/people/{participantId}/advice/new', { ...writing, takes: WriteAdvice, again: newAdviceForm }, async (work, { participantId, ...written }) => {
  await writeAdvice(work, written)
  return goTo(helpPage(participantId), t('health.saved'))
})

const agreeing = { shows: 'consent_and_notice', about: 'participantId' } as const
page.get('/people/{participantId}/advice/agreeing', { ...agreeing, does: 'consult' }, agreeingForm)
page.post('/people/{participantId}/advice/agreeing', { ...agreeing, does: 'alter', takes: AgreeReaders, again: agreeingForm }, async (work, { participantId, ...wanted }) => {
  const open = await agreeToReaders(work, wanted)
  return goTo(`/people/${participantId}`, open.length > 0 ? t('health.agreed', { roles: say.list(open.map(roleName)) }) : t('health.agreed.nobody'))
})

page.get('/people/{participantId}/advice/{adviceId}/replacement', { ...reading, draft: true }, replaceForm)
page.post('/people/{participantId}/advice/{adviceId}/replacement', { ...writing, takes: WriteAdvice, again: replaceForm }, async (work, { participantId, adviceId, ...written }) => {
  await replaceAdvice(work, adviceId, written)
  return goTo(helpPage(participantId), t('health.saved'))
})

const endAdviceForm = (work: Work, here: Here, attempt?: Attempt) => endForm(work, { table: 'functional_advice', publicId: here.adviceId, action: endAdvicePage(here) }, attempt)
page.get('/people/{participantId}/advice/{adviceId}/ending', reading, endAdviceForm)
page.post('/people/{participantId}/advice/{adviceId}/ending', { ...altering, takes: EndIt, again: endAdviceForm }, async (work, { participantId, adviceId, why }) => {
  await endIt(work, 'functional_advice', adviceId, why)
  return goTo(helpPage(participantId), t('health.ended'))
})

const adviceBackForm = (work: Work, here: Here, attempt?: Attempt) => takeBackForm(work, { table: 'functional_advice', publicId: here.adviceId, action: takeAdviceBackPage(here) }, attempt)
page.get('/people/{participantId}/advice/{adviceId}/taking-back', reading, adviceBackForm)
page.post('/people/{participantId}/advice/{adviceId}/taking-back', { ...altering, again: adviceBackForm }, async (work, { participantId, adviceId }) => {
  await takeItBack(work, 'functional_advice', adviceId)
  return goTo(helpPage(participantId), t('health.taken-back'))
})

page.get('/people/{participantId}/safety-plans/new', { ...reading, draft: true }, planForm)
page.post('/people/{participantId}/safety-plans/new', { ...writing, takes: WriteSafetyPlan, again: planForm }, async (work, { participantId, ...written }) => {
  await writeSafetyPlan(work, written)
  return goTo(helpPage(participantId), t('health.plan.saved'))
})

const endPlanForm = (work: Work, here: PlanHere, attempt?: Attempt) => endForm(work, { table: 'safety_plans', publicId: here.planId, action: endPlanPage(here) }, attempt)
page.get('/people/{participantId}/safety-plans/{planId}/ending', reading, endPlanForm)
page.post('/people/{participantId}/safety-plans/{planId}/ending', { ...altering, takes: EndIt, again: endPlanForm }, async (work, { participantId, planId, why }) => {
  await endIt(work, 'safety_plans', planId, why)
  return goTo(helpPage(participantId), t('health.ended'))
})

const planBackForm = (work: Work, here: PlanHere, attempt?: Attempt) => takeBackForm(work, { table: 'safety_plans', publicId: here.planId, action: takePlanBackPage(here) }, attempt)
page.get('/people/{participantId}/safety-plans/{planId}/taking-back', reading, planBackForm)
page.post('/people/{participantId}/safety-plans/{planId}/taking-back', { ...altering, again: planBackForm }, async (work, { participantId, planId }) => {
  await takeItBack(work, 'safety_plans', planId)
  return goTo(helpPage(participantId), t('health.taken-back'))
})
page.get('/people/{participantId}/safety-plans/{planId}/print', { ...reading, for: ['casework', 'oversight'] }, showPrint)
page.get('/people/{participantId}/safety-plans/{planId}/print/{language}', { ...reading, for: ['casework', 'oversight'] }, givePrint)

const own = { shows: 'functional_advice', for: ['person'] } as const
page.get('/own/advice', { ...own, does: 'consult' }, showOwnHelp)
page.post('/own/advice/sharing', { ...own, does: 'alter', takes: AgreeReaders, again: showOwnHelp }, async (work, wanted) => {
  await agreeToReaders(work, wanted)
  return goTo(ownHelpPage, t('health.own.shared'))
})
page.get('/own/advice/print', { ...own, does: 'consult' }, showOwnPrint)
page.get('/own/advice/print/sheet', { ...own, does: 'consult' }, giveOwnPrint)
