/*
 * Saves what somebody is writing as their draft on the server: quietly, some seconds after the last letter, and again when the network is back.
 * A form that was sent saves nothing any more: a draft that arrived late would lie there as if nothing had been sent.
 */
type Writing = { isDirty: boolean, isSaving: boolean, isSent: boolean, timer: number, savedAt: number, saving: Promise<void> }

const secondsOfQuiet = 3
/** Each saving stands in the log, so that there is not one for every word. */
const secondsBetween = 10

const writings = new WeakMap<HTMLFormElement, Writing>()

document.addEventListener('input', (event) => {
  const form = event.target instanceof Element ? event.target.closest('form') : null
  if (!form || !noteOf(form)) return
  writingOf(form).isDirty = true
  saveSoon(form)
})

// Before every other listener: whoever sends waits for a saving that is under way, and for nothing else.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !noteOf(form)) return
  const writing = writingOf(form)
  writing.isSent = true
  window.clearTimeout(writing.timer)
  if (!writing.isSaving) return
  event.preventDefault()
  void writing.saving.then(() => form.requestSubmit(event.submitter))
}, true)

window.addEventListener('online', saveAll)
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') saveAll()
})

function saveAll(): void {
  for (const form of document.querySelectorAll('form')) if (writings.get(form)?.isDirty) void save(form)
}

function saveSoon(form: HTMLFormElement): void {
  const writing = writingOf(form)
  const wait = Math.max(secondsOfQuiet * 1000, writing.savedAt + secondsBetween * 1000 - performance.now())
  window.clearTimeout(writing.timer)
  writing.timer = window.setTimeout(() => void save(form), wait)
}

async function save(form: HTMLFormElement): Promise<void> {
  const writing = writingOf(form)
  if (writing.isSent || writing.isSaving || !writing.isDirty) return
  Object.assign(writing, { isDirty: false, isSaving: true, savedAt: performance.now() })
  writing.saving = send(form, writing).finally(() => { writing.isSaving = false })
  await writing.saving
  if (writing.isDirty && !writing.isSent) saveSoon(form)
}

async function send(form: HTMLFormElement, writing: Writing): Promise<void> {
  const answer = await ask(form)
  if (answer?.status === 204) return say(form, 'saved')
  // Too long, or changed meanwhile: sending will say so, with what has to be mended. Here it would only disturb.
  if (answer && [409, 413].includes(answer.status)) return
  writing.isDirty = true
  say(form, 'later')
}

/** Nothing where nobody was reached. */
async function ask(form: HTMLFormElement): Promise<Response | undefined> {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  try {
    return await fetch(form.action, { method: 'POST', keepalive: true, headers: { 'Waymark-Island': 'drafts' }, body: new URLSearchParams([...fields, ['_draft', 'true']]), signal: AbortSignal.timeout(10_000) })
  } catch {
    return undefined // no network: it is tried again
  }
}

/** The same sentence within one minute is put there once, and so is read out once. */
function say(form: HTMLFormElement, which: 'saved' | 'later'): void {
  const note = noteOf(form)
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format()
  const sentence = (note?.dataset[which] ?? '').replace('{time}', time)
  if (note && note.textContent !== sentence) note.textContent = sentence
}

function noteOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector<HTMLElement>('.draft-note')
}

function writingOf(form: HTMLFormElement): Writing {
  const found = writings.get(form) ?? { isDirty: false, isSaving: false, isSent: false, timer: 0, savedAt: -Infinity, saving: Promise.resolve() }
  writings.set(form, found)
  return found
}
