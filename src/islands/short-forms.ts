/*
 * A short form has no draft; what stands in it is still somebody's work. Sent into no network it stays as it was typed, and says so, where a browser would have shown a page of its own in
 * its place. Nothing goes by itself later: whoever sends a small thing decides then whether it still holds. The key in the form makes a second sending of the same words one.
 */
import { holdStill, saidBy, showInPlace } from './writing/answers.ts'
import { bodyOf } from './writing/fields.ts'
import { warn } from './writing/notes.ts'

const mostSeconds = 20
const away = [502, 503, 504]

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || noteOf(form) === null) return
  event.preventDefault()
  void send(form, event.submitter)
})

/** A file, and a password, go as forms go: neither stays in a page. */
function noteOf(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('input[type="file"], input[type="password"]') ? null : form.querySelector<HTMLElement>('.kept-note[data-not-sent]')
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  // In this order: what is held still is no longer among a form's data.
  const body = bodyOf(form, submitter)
  const held = holdStill(form)
  warn(form, '')
  const answer = await ask(form, body)
  const said = answer && !away.includes(answer.status) ? await saidBy(answer, form).catch(() => undefined) : undefined
  if (said === undefined) return letGo(form, held, noteOf(form)?.dataset['notSent'])
  if (said === 'signed out') return letGo(form, held, noteOf(form)?.dataset['lost'])
  if ('words' in said) return letGo(form, held, said.words)
  if ('to' in said) return location.assign(said.to)
  showInPlace(said.page)
}

/** Nothing where nobody was reached. */
async function ask(form: HTMLFormElement, body: URLSearchParams): Promise<Response | undefined> {
  try {
    return await fetch(form.action, { method: 'POST', body, headers: { 'Waymark-Island': 'keep' }, signal: AbortSignal.timeout(mostSeconds * 1000) })
  } catch {
    return undefined // no network is no fault here: it is what this file is for
  }
}

function letGo(form: HTMLFormElement, held: (() => void)[], says: string | undefined): void {
  for (const release of held) release()
  warn(form, says)
}
