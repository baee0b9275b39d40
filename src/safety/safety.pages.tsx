import { reviewEmergencyOpening } from '../access/index.ts'
import { theColleague } from '../people/index.ts'
import { goTo, pageDoors } from '../platform/doors/index.ts'
import { refuse } from '../platform/refusals.ts'
import { say } from '../platform/words/index.ts'
import { shapes } from '../platform/work.ts'
import { callPage, cardEditPage, dutyPage, emergencyPage, openedPage } from './addresses.ts'
import { addToDuty, changeCard, moveEarlier, takeOffDuty } from './card.verbs.ts'
import { callPageOf } from './pages/call.tsx'
import { cardForm, dutyForm, showCardToPrint } from './pages/card-and-duty.tsx'
import { showIncidents, showOpening, showOpenings, showOwnTold } from './pages/lists.tsx'
import { showOpened } from './pages/opened.tsx'
import { aftercareForm, debriefForm, signatureForm, warningForm, wingForm } from './pages/protect.tsx'
import { recordForm } from './pages/record.tsx'
import { giveSlip, showSlip } from './pages/slip.tsx'
import { answerDebrief, noteAftercare, signWarning, tellWing, warnPerson } from './protecting.verbs.ts'
import { Acknowledge, AddToDuty, Aftercare, ChangeCard, Debrief, RecordIncident, RecordIncidentOf, ReviewOpening, SignWarning, TellWing, WarnPerson } from './safety.input.ts'
import { acknowledge, openTheCase, recordIncident, recordIncidentOf, type Recorded } from './safety.verbs.ts'
import { standingChanged } from './standing.ts'
import { t } from './words.ts'

const page = pageDoors()
export const safetyPages = page

const reading = { does: 'consult', shows: 'safety_incident' } as const
const drafting = { ...reading, draft: true } as const
const collecting = { does: 'collect', shows: 'safety_incident', draft: true } as const
const ofOne = { about: 'participantId' } as const
/** Bound to a call, not to one person's address: whoever is asked may know of the call and not of the person. The policies decide. */
const altering = { does: 'alter', shows: 'safety_incident' } as const

/** What stands there of anybody is a name to choose: the log says so, and no more. */
page.get('/safety/new', { ...drafting, shows: 'identity_name' }, (work, _, attempt) => recordForm(work, {}, attempt))
page.post('/safety/new', { ...collecting, takes: RecordIncident, again: (work, _, attempt) => recordForm(work, {}, attempt) }, async (work, input) => recorded(await recordIncident(work, input)))

page.get('/people/{participantId}/safety', { ...reading, ...ofOne, for: ['casework', 'oversight'] }, showIncidents)
page.get('/people/{participantId}/safety/new', { ...drafting, ...ofOne }, recordForm)
page.post('/people/{participantId}/safety/new', { ...collecting, ...ofOne, takes: RecordIncidentOf, again: recordForm }, async (work, { participantId: _, ...crisis }) => recorded(await recordIncidentOf(work, crisis)))

page.get('/safety/calls/{callId}', { ...drafting, for: ['casework', 'oversight'] }, callPageOf)
page.post('/safety/calls/{callId}', { ...altering, draft: true, takes: Acknowledge, again: callPageOf }, async (work, { callId, takesOver }) => {
  await acknowledge(work, callId, takesOver)
  return goTo(callPage(callId), t('safety.call.answered'))
})
page.post('/safety/calls/{callId}/openings', { ...altering, purpose: 'emergency', again: callPageOf }, async (work, { callId }) =>
  goTo(openedPage(callId), t('safety.call.opened', { time: say.time(await openTheCase(work, callId)) })))
/** One look, one line: that advice and plan were looked at stands in the log as such, with the emergency as its purpose. */
page.get('/safety/calls/{callId}/opened', { does: 'consult', shows: 'functional_advice', purpose: 'emergency' }, showOpened)

page.get('/safety/calls/{callId}/wing', drafting, wingForm)
page.post('/safety/calls/{callId}/wing', { ...collecting, takes: TellWing, again: wingForm }, async (work, { callId, ...told }) => {
  await tellWing(work, callId, told)
  return goTo(callPage(callId), t('safety.wing.said'))
})
page.get('/safety/calls/{callId}/wing/{noticeId}/slip', reading, showSlip)
page.get('/safety/calls/{callId}/wing/{noticeId}/slip/print', reading, giveSlip)

page.get('/safety/calls/{callId}/warning', drafting, warningForm)
page.post('/safety/calls/{callId}/warning', { ...collecting, takes: WarnPerson, again: warningForm }, async (work, { callId, ...told }) => {
  await warnPerson(work, callId, told)
  return goTo(callPage(callId), t('safety.warn.said'))
})
page.get('/safety/calls/{callId}/warnings/{warningId}/signature', drafting, signatureForm)
page.post('/safety/calls/{callId}/warnings/{warningId}/signature', { ...collecting, takes: SignWarning, again: signatureForm }, async (work, { callId: _, warningId, ...signed }) =>
  goTo(callPage(await signWarning(work, warningId, signed)), t('safety.sign.said')))

page.get('/safety/calls/{callId}/afterwards', reading, aftercareForm)
page.post('/safety/calls/{callId}/afterwards', { ...altering, takes: Aftercare, again: aftercareForm }, async (work, { callId, ...done }) => {
  await noteAftercare(work, callId, done)
  return goTo(callPage(callId), t('safety.after.said'))
})
page.get('/safety/calls/{callId}/debrief', reading, debriefForm)
page.post('/safety/calls/{callId}/debrief', { ...altering, takes: Debrief, again: debriefForm }, async (work, { callId, ...said }) => {
  await answerDebrief(work, callId, said)
  return goTo('/', t('safety.debrief.said'))
})

page.get('/own/passed-on', { ...reading, for: ['person'] }, showOwnTold)

const cards = { shows: 'nothing' } as const
page.get('/safety/card', { ...cards, does: 'consult', for: shapes.filter((shape) => shape !== 'machine' && shape !== 'person') }, showCardToPrint)

page.get('/safety/duty', { ...cards, does: 'consult' }, dutyForm)
page.post('/safety/duty', { ...cards, does: 'alter', takes: AddToDuty, again: dutyForm }, async (work, { colleague, ...entry }) => {
  mustCoordinate(work)
  await addToDuty(work, { ...entry, colleagueId: (await theColleague(work, colleague)).id })
  return goTo(dutyPage, t('safety.duty.added'))
})
page.post('/safety/duty/{entryId}/endings', { ...cards, does: 'alter', again: dutyForm }, async (work, { entryId }) => {
  mustCoordinate(work)
  await takeOffDuty(work, entryId)
  return goTo(dutyPage, t('safety.duty.removed'))
})
page.post('/safety/duty/{entryId}/earlier', { ...cards, does: 'alter', again: dutyForm }, async (work, { entryId }) => {
  mustCoordinate(work)
  await moveEarlier(work, entryId)
  return goTo(dutyPage, t('safety.duty.moved'))
})

const settings = { shows: 'accounts_and_settings', for: ['administrator'] } as const
page.get('/service/crisis-card', { ...settings, does: 'consult' }, cardForm)
page.post('/service/crisis-card', { ...settings, does: 'alter', takes: ChangeCard, again: cardForm }, async (work, card, sent) => {
  await changeCard(work, card, sent.revision)
  return goTo(cardEditPage, t('safety.edit.saved'))
})

const reviewing = { shows: 'access_log', for: ['oversight'] } as const
page.get('/emergency-openings', { ...reviewing, does: 'consult' }, showOpenings)
page.get('/emergency-openings/{openingId}', { ...reviewing, does: 'consult' }, showOpening)
page.post('/emergency-openings/{openingId}', { ...reviewing, does: 'alter', takes: ReviewOpening, again: showOpening }, async (work, { openingId, found, words = '' }) => {
  if (!await reviewEmergencyOpening(work, openingId, { found, words })) throw refuse('safety-reviewed')
  standingChanged()
  return goTo(emergencyPage, t('safety.review.said'))
})

function recorded({ callId, asked }: Recorded) {
  return goTo(callPage(callId), asked ? t('safety.new.said', { name: asked.name, time: say.time(asked.until) }) : t('safety.new.said.nobody'))
}

/** Whoever is no coordinator gets the answer that a stranger gets. */
function mustCoordinate({ actor }: { actor: { roles: readonly string[] } }): void {
  if (!actor.roles.includes('coordinator')) throw refuse('not-found')
}
