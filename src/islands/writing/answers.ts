import { addressOf } from './fields.ts'

/** What the server says to a form that a script sent: where to go; a page to stand in place of this one; or only words, for a page without the form would take away what was typed. */
export type Said = { to: string } | { page: Document } | { words: string | undefined } | 'signed out'

export async function saidBy(answer: Response, form: HTMLFormElement): Promise<Said> {
  if (answer.status === 401 && !answer.headers.has('Waymark-Kept')) return 'signed out'
  const to = answer.headers.get('Waymark-Go')
  if (to !== null) return { to }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const isAgain = [...page.querySelectorAll('form')].some((one) => one.getAttribute('action') === addressOf(form))
  return answer.ok || isAgain ? { page } : { words: saidOn(page) }
}

/** The sentences of a page that leads nowhere; not its title and its ways on, which would run into them. */
function saidOn(page: Document): string | undefined {
  const sentences = [...page.querySelectorAll('main .empty')]
  return (sentences.length > 0 ? sentences : [...page.querySelectorAll('main')]).map((one) => one.textContent.trim().replaceAll(/\s+/g, ' ')).join(' ') || undefined
}

const mostSeconds = 20
const away = [502, 503, 504]

/** Sends what stands in a form and waits for the answer, at most so long. Nothing where nobody was reached. */
export async function answerTo(form: HTMLFormElement, body: URLSearchParams): Promise<Response | undefined> {
  try {
    const answer = await fetch(form.action, { method: 'POST', body, headers: { 'Waymark-Island': 'keep' }, signal: AbortSignal.timeout(mostSeconds * 1000) })
    return away.includes(answer.status) ? undefined : answer
  } catch {
    return undefined // no network is no fault here: it is what sending by script is for
  }
}

/** As a browser would have shown it: its title, from its top, and read aloud from what it begins with. */
export function showInPlace(page: Document): void {
  const first = page.querySelector<HTMLElement>('[autofocus]') ?? page.querySelector<HTMLElement>('main')
  // Said by hand: a browser grants it only to a page that it opens itself.
  first?.removeAttribute('autofocus')
  document.title = page.title
  document.body.replaceWith(page.body)
  window.scrollTo(0, 0)
  first?.focus()
}

/** What was sent may have arrived: other words under the same key would be a second record. They can be read and copied, and not changed. Gives what undoes it. */
export function holdStill(form: HTMLFormElement): (() => void)[] {
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
