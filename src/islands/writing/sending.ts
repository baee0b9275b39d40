import { addressOf, bodyOf } from './fields.ts'
import { hush, noteOf, warn } from './notes.ts'
import { forgetSent, giveUp, keepNow } from './on-this-device.ts'
import { goOnSaving } from './saving.ts'

/** `isHere`: whether the text lies on this device, too; `held`: what cannot be changed while nobody knows whether it arrived. */
type Waiting = { form: HTMLFormElement, body: URLSearchParams, isTrying: boolean, isHere: Promise<boolean>, held: (() => void)[] }

const secondsBetween = 5
const mostSeconds = 20
const mostForWiping = 1000
const away = [502, 503, 504]

let waiting: Waiting | undefined

window.addEventListener('online', () => void trySending())
window.setInterval(() => void trySending(), secondsBetween * 1000)
window.addEventListener('beforeunload', (event) => {
  // Where several share a device, hiding a page must never be asked back.
  if (waiting && !document.body.classList.contains('kiosk')) event.preventDefault()
})

/** Sends a form by script: should the network fail, its text stays in the page, and goes when it is back. The key in the form (`_once`) makes that safe: what arrived already is answered, and done once. */
export function sendKept(form: HTMLFormElement, submitter: HTMLElement | null): void {
  if (waiting) return
  // In this order: what is held still is no longer among a form's data.
  const [body, isHere] = [bodyOf(form, submitter), keepNow(form)]
  hush(form)
  waiting = { form, body, isTrying: false, isHere, held: holdStill(form) }
  void trySending()
}

async function trySending(): Promise<void> {
  if (!waiting || waiting.isTrying) return
  const now = waiting
  now.isTrying = true
  const answer = await ask(now)
  now.isTrying = false
  if (answer && !away.includes(answer.status)) return follow(now, answer)
  warn(now.form, noteOf(now.form)?.dataset[await now.isHere ? 'unsentHere' : 'unsent'])
}

/** Nothing where nobody was reached. */
async function ask({ form, body }: Waiting): Promise<Response | undefined> {
  try {
    return await fetch(form.action, { method: 'POST', body, headers: { 'Waymark-Island': 'keep' }, signal: AbortSignal.timeout(mostSeconds * 1000) })
  } catch {
    return undefined // no network is no fault here: it is what this file is for
  }
}

/** Where the answer leads; or the page that it is, with what has to be mended. */
async function follow({ form, held }: Waiting, answer: Response): Promise<void> {
  const to = answer.headers.get('Waymark-Go')
  if (answer.status === 401 && !answer.headers.has('Waymark-Kept')) return letGo(form, held, noteOf(form)?.dataset['lost'])
  if (to !== null) {
    if (answer.ok) await Promise.race([forgetSent(form), new Promise((resolve) => setTimeout(resolve, mostForWiping))]).catch(() => undefined) // on the device it opens for this sign-in alone, and under the same key
    waiting = undefined
    return location.assign(to)
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const again = [...page.querySelectorAll('form')].some((one) => one.getAttribute('action') === addressOf(form))
  if (again) return show(page)
  letGo(form, held, page.querySelector('main')?.textContent.trim().replaceAll(/\s+/g, ' '))
}

/** A page without this form would take the words away: it is only told what it says, and the form can be changed and copied. */
function letGo(form: HTMLFormElement, held: (() => void)[], says: string | undefined): void {
  waiting = undefined
  for (const release of held) release()
  goOnSaving(form)
  warn(form, says)
  if (says === noteOf(form)?.dataset['lost']) giveUp()
}

function show(page: Document): void {
  waiting = undefined
  const first = page.querySelector<HTMLElement>('[autofocus]')
  // Said by hand: a browser grants it only to a page that it opens itself.
  first?.removeAttribute('autofocus')
  document.title = page.title
  document.body.replaceWith(page.body)
  window.scrollTo(0, 0)
  first?.focus()
}

/** What was sent may have arrived: other words under the same key would be a second record. They can be read and copied, and not changed. Gives what undoes it. */
function holdStill(form: HTMLFormElement): (() => void)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement>('input, textarea, select, button')].flatMap((field) => {
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ['text', 'date', 'tel'].includes(field.type))) {
      if (field.readOnly) return []
      field.readOnly = true
      return [() => { field.readOnly = false }]
    }
    if (field.disabled || (field instanceof HTMLInputElement && field.type === 'hidden')) return []
    field.disabled = true
    return [() => { field.disabled = false }]
  })
}
