/*
 * A short form has no draft; what stands in it is still somebody's work. Sent into no network it stays as it was typed, and says so, where a browser would have shown a page of its own in
 * its place. Nothing goes by itself later: whoever sends a small thing decides then whether it still holds. The key in the form makes a second sending of the same words one.
 */
import { answerTo, holdStill, saidBy, showInPlace } from './writing/answers.ts'
import { bodyOf } from './writing/fields.ts'
import { warn } from './writing/notes.ts'

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || noteOf(form) === null) return
  event.preventDefault()
  void send(form, event.submitter)
})

/** A file, and a password, go as forms go: neither stays in a page. A question that is asked by an address leads to that address, and writes nothing. */
function noteOf(form: HTMLFormElement): HTMLElement | null {
  return form.getAttribute('method') !== 'post' || form.querySelector('input[type="file"], input[type="password"]') ? null : form.querySelector<HTMLElement>('.kept-note[data-not-sent]')
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  // In this order: what is held still is no longer among a form's data.
  const body = bodyOf(form, submitter)
  const held = holdStill(form)
  warn(form, '')
  const answer = await answerTo(form, body)
  // An answer that broke off is none: what was typed stays, and its key makes a second sending no second thing.
  const said = answer ? await saidBy(answer, form).catch(() => undefined) : undefined
  if (said === undefined) return letGo(form, held, noteOf(form)?.dataset['notSent'])
  if (said === 'signed out') return letGo(form, held, noteOf(form)?.dataset['lost'])
  if ('words' in said) return letGo(form, held, said.words)
  if ('to' in said) return location.assign(said.to)
  showInPlace(said.page)
}

function letGo(form: HTMLFormElement, held: (() => void)[], says: string | undefined): void {
  for (const release of held) release()
  warn(form, says)
}
