import { bodyOf } from './fields.ts'
import { formsWithDrafts, sayEnded, say } from './notes.ts'
import { giveUp, keepNow } from './on-this-device.ts'

type Saving = { isDirty: boolean, isSaving: boolean, isSent: boolean, isTold: boolean, timer: number, savedAt: number, saving: Promise<void> }

const secondsOfQuiet = 3
/** Each saving stands in the log, so that there is not one for every word. */
const secondsBetween = 10
/** What a browser carries on with when its page is closed; a longer text is sent only while the page is there. */
const lettersAfterClosing = 60_000

const savings = new WeakMap<HTMLFormElement, Saving>()

/** Some seconds after the last letter, and never after the form was sent: a draft that arrived late would lie there as if nothing had been sent. */
export function saveSoon(form: HTMLFormElement): void {
  const saving = savingOf(form)
  Object.assign(saving, { isDirty: true, isTold: false })
  saveIn(form, Math.max(secondsOfQuiet * 1000, saving.savedAt + secondsBetween * 1000 - performance.now()))
}

export function saveAll(): void {
  for (const form of formsWithDrafts()) if (savings.get(form)?.isDirty) void save(form)
}

/** Whoever sends waits for a saving that is under way, and for nothing else; undefined when there is none. */
export function stopSaving(form: HTMLFormElement): Promise<void> | undefined {
  const saving = savingOf(form)
  saving.isSent = true
  window.clearTimeout(saving.timer)
  return saving.isSaving ? saving.saving : undefined
}

/** It was not sent after all, and can be changed. */
export function goOnSaving(form: HTMLFormElement): void {
  savingOf(form).isSent = false
}

function saveIn(form: HTMLFormElement, wait: number): void {
  const saving = savingOf(form)
  window.clearTimeout(saving.timer)
  saving.timer = window.setTimeout(() => void save(form), wait)
}

async function save(form: HTMLFormElement): Promise<void> {
  const saving = savingOf(form)
  if (saving.isSent || saving.isSaving || !saving.isDirty) return
  Object.assign(saving, { isDirty: false, isSaving: true, savedAt: performance.now() })
  saving.saving = send(form, saving).finally(() => { saving.isSaving = false })
  await saving.saving
  if (saving.isDirty && !saving.isSent) saveIn(form, secondsBetween * 1000)
}

async function send(form: HTMLFormElement, saving: Saving): Promise<void> {
  const answer = await ask(form)
  if (answer && answer.status < 500) return saved(form, saving, answer)
  saving.isDirty = true
  // Tried again and again, told once: what is read out must not come every ten seconds.
  if (saving.isTold) return
  saving.isTold = true
  say(form, await keepNow(form) ? 'here' : 'later')
}

async function saved(form: HTMLFormElement, saving: Saving, answer: Response): Promise<void> {
  // Another sign-in is at work in this browser, or none: this page cannot send any more.
  if (answer.status === 401) {
    giveUp()
    return sayEnded(form, answer)
  }
  // Too long, or changed meanwhile: sending will say so, with what has to be mended. Here it would only disturb.
  if (answer.status !== 204) return
  say(form, 'saved')
  if (!saving.isDirty) await keepNow(form, true)
}

/** Nothing where nobody was reached. */
async function ask(form: HTMLFormElement): Promise<Response | undefined> {
  const body = bodyOf(form)
  body.append('_draft', 'true')
  try {
    return await fetch(form.action, { method: 'POST', keepalive: body.toString().length < lettersAfterClosing, headers: { 'Waymark-Island': 'drafts' }, body, signal: AbortSignal.timeout(10_000) })
  } catch {
    return undefined // no network: it is tried again
  }
}

function savingOf(form: HTMLFormElement): Saving {
  const found = savings.get(form) ?? { isDirty: false, isSaving: false, isSent: false, isTold: false, timer: 0, savedAt: -Infinity, saving: Promise.resolve() }
  savings.set(form, found)
  return found
}
