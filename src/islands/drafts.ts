/*
 * A form with drafts loses nothing. What is typed is saved on the server some seconds after the last letter, and meanwhile kept on this device, sealed under this sign-in
 * alone (docs/decisions); what is sent into no network stays in the page, and goes when it is back. Without script the form works as forms do.
 */
import { formsWithDrafts, noteOf } from './writing/notes.ts'
import { offerWhatLiesHere } from './writing/offer.ts'
import { keepPending, keepSoon } from './writing/on-this-device.ts'
import { saveAll, saveSoon, stopSaving } from './writing/saving.ts'
import { sendKept } from './writing/sending.ts'

for (const form of formsWithDrafts()) void offerWhatLiesHere(form)

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (!form || !noteOf(form)) return
  keepSoon(form)
  saveSoon(form)
})

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !noteOf(form)) return
  event.preventDefault()
  const { submitter } = event
  void (stopSaving(form) ?? Promise.resolve()).then(() => sendKept(form, submitter))
})

window.addEventListener('online', saveAll)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'hidden') return
  formsWithDrafts().forEach(keepPending)
  saveAll()
})
