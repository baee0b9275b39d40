import { goTo, pageDoors } from '../platform/doors/index.ts'
import { directoryPage, interpretersOfPage, spokenPage } from './addresses.ts'
import { AddInterpreter, BookForSession, BookForWing, Cancel, CloseInterpreter, Debrief, Refuse, SayLanguages } from './interpreters.input.ts'
import { addInterpreter, bookForSession, bookForWing, cancelBooking, closeInterpreter, recordDebrief, refuseInterpreter, sayLanguages, takeRefusalBack } from './interpreters.verbs.ts'
import { bookForm, debriefForm, wingForm } from './pages/book.tsx'
import { addForm, closeForm, directory, spokenForm } from './pages/directory.tsx'
import { interpretersOf } from './pages/of-a-person.tsx'
import { t } from './words.ts'

export const page = pageDoors()

const aboutNobody = { shows: 'nothing' } as const
const about = { shows: 'access_needs', about: 'participantId' } as const

page.get('/interpreters', { ...aboutNobody, does: 'consult' }, directory)
page.get('/interpreters/new', { ...aboutNobody, does: 'consult' }, addForm)
page.post('/interpreters/new', { ...aboutNobody, does: 'collect', takes: AddInterpreter, again: addForm }, async (work, sent) => {
  await addInterpreter(work, sent)
  return goTo(directoryPage, t('interpreters.new.done'))
})
page.get('/interpreters/languages', { ...aboutNobody, does: 'consult' }, spokenForm)
page.post('/interpreters/languages', { ...aboutNobody, does: 'alter', takes: SayLanguages, again: spokenForm }, async (work, { languages }) => {
  await sayLanguages(work, languages)
  return goTo(spokenPage, t('interpreters.spoken.done'))
})
page.get('/interpreters/{interpreterId}/closing', { ...aboutNobody, does: 'consult' }, closeForm)
page.post('/interpreters/{interpreterId}/closing', { ...aboutNobody, does: 'alter', takes: CloseInterpreter, again: closeForm }, async (work, { interpreterId, why }) => {
  await closeInterpreter(work, interpreterId, why)
  return goTo(directoryPage, t('interpreters.close.done'))
})

page.get('/people/{participantId}/interpreters', { ...about, does: 'consult' }, interpretersOf)
page.get('/people/{participantId}/interpreters/new', { ...about, does: 'consult' }, bookForm)
page.post('/people/{participantId}/interpreters/new', { ...about, does: 'collect', takes: BookForSession, again: bookForm }, async (work, { participantId, ...sent }) => {
  await bookForSession(work, sent)
  return goTo(interpretersOfPage(participantId), t('interpreters.book.done'))
})
page.get('/people/{participantId}/interpreters/wing', { ...about, does: 'consult' }, wingForm)
page.post('/people/{participantId}/interpreters/wing', { ...about, does: 'collect', takes: BookForWing, again: wingForm }, async (work, { participantId, ...sent }) => {
  await bookForWing(work, sent)
  return goTo(interpretersOfPage(participantId), t('interpreters.book.done'))
})
page.post('/people/{participantId}/interpreters/refusals', { ...about, does: 'collect', takes: Refuse, again: interpretersOf }, async (work, { participantId, interpreter }) => {
  await refuseInterpreter(work, work.about, interpreter)
  return goTo(interpretersOfPage(participantId), t('interpreters.refusals.done'))
})
page.post('/people/{participantId}/interpreters/refusals/{refusalId}/endings', { ...about, does: 'alter' }, async (work, { participantId, refusalId }) => {
  await takeRefusalBack(work, work.about, refusalId)
  return goTo(interpretersOfPage(participantId), t('interpreters.refusals.taken-back'))
})
page.post('/people/{participantId}/interpreters/{bookingId}/cancellations', { ...about, does: 'alter', takes: Cancel, again: interpretersOf }, async (work, { participantId, bookingId, why }) => {
  await cancelBooking(work, bookingId, why)
  return goTo(interpretersOfPage(participantId), t('interpreters.cancel.done'))
})
page.get('/people/{participantId}/interpreters/{bookingId}/debrief', { ...about, does: 'consult' }, debriefForm)
page.post('/people/{participantId}/interpreters/{bookingId}/debrief', { ...about, does: 'collect', takes: Debrief, again: debriefForm }, async (work, { participantId, bookingId, ...sent }) => {
  await recordDebrief(work, bookingId, sent)
  return goTo(interpretersOfPage(participantId), t('interpreters.debrief.done'))
})
