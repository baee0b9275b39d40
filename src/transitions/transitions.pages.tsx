import { goTo, pageDoors } from '../platform/doors/index.ts'
import { transitionPage } from './addresses.ts'
import { acknowledgementAgain, acknowledgementForm, handOverForm, linksForm, maintenanceForm, ownerForm } from './pages/forms.tsx'
import { showTransition } from './pages/overview.tsx'
import { Acknowledge, AnswerLink, Arrange, HandOver, NameOwner } from './transitions.input.ts'
import { acknowledgeOwner, answerLink, arrangeMaintenance, handOver, nameOwner, takeOver } from './transitions.verbs.ts'
import { t } from './words.ts'

const page = pageDoors()
export const transitionPages = page

const reading = { does: 'consult', shows: 'plan_dates', about: 'participantId' } as const
const begun = { ...reading, draft: true } as const

page.get('/people/{participantId}/outside', reading, (work, here, attempt) => showTransition(work, here, attempt))

page.get('/people/{participantId}/outside/owner', reading, ownerForm)
page.post('/people/{participantId}/outside/owner', { ...reading, does: 'collect', takes: NameOwner, again: ownerForm }, async (work, { participantId, owner }) => {
  await nameOwner(work, owner)
  return goTo(transitionPage(participantId), t('transition.owner.done'))
})

page.get('/people/{participantId}/outside/owner/acknowledgement', reading, acknowledgementForm)
page.post('/people/{participantId}/outside/owner/acknowledgement', { ...reading, does: 'alter', takes: Acknowledge, again: acknowledgementAgain }, async (work, { participantId, ...said }) => {
  await acknowledgeOwner(work, said)
  return goTo(transitionPage(participantId), t('transition.acknowledge.done'))
})

page.get('/people/{participantId}/outside/places', begun, linksForm)
page.post('/people/{participantId}/outside/places', { ...begun, does: 'collect', takes: AnswerLink, again: linksForm }, async (work, { participantId, ...said }) => {
  await answerLink(work, said)
  return goTo(transitionPage(participantId), t('transition.links.done'))
})

page.get('/people/{participantId}/outside/meetings', reading, maintenanceForm)
page.post('/people/{participantId}/outside/meetings', { ...reading, does: 'collect', takes: Arrange, again: maintenanceForm }, async (work, { participantId, ...arranged }) => {
  await arrangeMaintenance(work, arranged)
  return goTo(transitionPage(participantId), t('transition.maintenance.done'))
})

page.get('/people/{participantId}/outside/hand-over', begun, handOverForm)
page.post('/people/{participantId}/outside/hand-over', { ...begun, does: 'collect', takes: HandOver, again: handOverForm }, async (work, { participantId, ...handed }) => {
  await handOver(work, handed)
  return goTo(transitionPage(participantId), t('transition.hand-over.done'))
})
page.post('/people/{participantId}/outside/hand-overs/{handOverId}/taken', { ...reading, does: 'alter', again: (work, here, attempt) => showTransition(work, here, attempt) }, async (work, { participantId, handOverId }) => {
  await takeOver(work, handOverId)
  return goTo(transitionPage(participantId), t('transition.take.done'))
})
