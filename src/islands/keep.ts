/*
 * A form that must not be lost (`data-kept` holds the sentence to say): should the network fail at sending, the text stays in the page and is
 * sent when the network is back. The key in the form (`_once`) makes that safe: what arrived already is answered, and done once.
 *
 * Nothing is put into the browser's own storage. These machines are shared, and what somebody said in a crisis would lie there for the next
 * person to find; a page that is closed is forgotten, and so it warns before it is left.
 */
type Waiting = { form: HTMLFormElement, body: URLSearchParams, isTrying: boolean }

const secondsBetween = 5
const mostSeconds = 20
const away = [502, 503, 504]

let waiting: Waiting | undefined

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['kept'] === undefined || event.defaultPrevented) return
  event.preventDefault()
  if (waiting) return
  waiting = { form, body: bodyOf(form, event.submitter), isTrying: false }
  holdStill(form)
  void trySending()
})

window.addEventListener('online', () => void trySending())
window.setInterval(() => void trySending(), secondsBetween * 1000)
window.addEventListener('beforeunload', (event) => {
  if (waiting) event.preventDefault()
})

async function trySending(): Promise<void> {
  if (!waiting || waiting.isTrying) return
  const now = waiting
  now.isTrying = true
  const answer = await ask(now)
  now.isTrying = false
  if (answer === undefined || away.includes(answer.status)) say(now.form, now.form.dataset['kept'] ?? '')
  else await follow(answer)
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
async function follow(answer: Response): Promise<void> {
  const to = answer.headers.get('Waymark-Go') ?? (answer.redirected ? answer.url : undefined)
  const html = to === undefined ? await answer.text() : ''
  waiting = undefined
  if (to !== undefined) return location.assign(to)
  const page = new DOMParser().parseFromString(html, 'text/html')
  const first = page.querySelector<HTMLElement>('[autofocus]')
  // Said by hand: a browser grants it only to a page that it opens itself.
  first?.removeAttribute('autofocus')
  document.title = page.title
  document.body.replaceWith(page.body)
  window.scrollTo(0, 0)
  first?.focus()
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value)
  return body
}

/** What was sent may have arrived: other words under the same key would be a second record. They can be read and copied, and not changed. */
function holdStill(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | HTMLButtonElement>('input, textarea, select, button')) {
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && ['text', 'date', 'tel'].includes(field.type))) field.readOnly = true
    else if (!(field instanceof HTMLInputElement) || field.type !== 'hidden') field.disabled = true
  }
}

function say(form: HTMLFormElement, sentence: string): void {
  const note = form.querySelector('.kept-note')
  if (note && note.textContent !== sentence) note.textContent = sentence
}
