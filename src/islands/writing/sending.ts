import { answerTo, holdStill, saidBy, showInPlace } from './answers.ts'
import { bodyOf } from './fields.ts'
import { hush, noteOf, warn } from './notes.ts'
import { forgetSent, giveUp, keepNow } from './on-this-device.ts'
import { goOnSaving } from './saving.ts'

/** `isHere`: whether the text lies on this device, too; `held`: what cannot be changed while nobody knows whether it arrived. */
type Waiting = { form: HTMLFormElement, body: URLSearchParams, isTrying: boolean, isHere: Promise<boolean>, held: (() => void)[] }

const secondsBetween = 5
const mostForWiping = 1000

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
  const answer = await answerTo(now.form, now.body)
  now.isTrying = false
  if (answer) return follow(now, answer)
  warn(now.form, noteOf(now.form)?.dataset[await now.isHere ? 'unsentHere' : 'unsent'])
}

/** Where the answer leads; or the page that it is, with what has to be mended. */
async function follow({ form, held }: Waiting, answer: Response): Promise<void> {
  const said = await saidBy(answer, form)
  if (said === 'signed out') return letGo(form, held, noteOf(form)?.dataset['lost'])
  if ('words' in said) return letGo(form, held, said.words)
  if (answer.ok) await Promise.race([forgetSent(form), new Promise((resolve) => setTimeout(resolve, mostForWiping))]).catch(() => undefined) // on the device it opens for this sign-in alone, and under the same key
  waiting = undefined
  if ('to' in said) return location.assign(said.to)
  showInPlace(said.page)
}

/** It is only told what the answer says, and the form can be changed and copied. */
function letGo(form: HTMLFormElement, held: (() => void)[], says: string | undefined): void {
  waiting = undefined
  for (const release of held) release()
  goOnSaving(form)
  warn(form, says)
  if (says === noteOf(form)?.dataset['lost']) giveUp()
}
