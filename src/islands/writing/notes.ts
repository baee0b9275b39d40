/** Where a form with drafts says how its text stands; the sentences stand there too, in the reader's language. A form without it is none of ours. */
export function noteOf(form: Element | null): HTMLElement | null {
  return form?.querySelector<HTMLElement>('.draft-note') ?? null
}

export function formsWithDrafts(): HTMLFormElement[] {
  return [...document.querySelectorAll('form')].filter(noteOf)
}

/** Quietly. The same sentence within one minute is put there once, and so is read out once. */
export function say(form: HTMLFormElement, which: 'saved' | 'later' | 'here' | 'ended' | 'lost'): void {
  put(noteOf(form), noteOf(form)?.dataset[which])
}

/** This page belongs to a sign-in that has ended: kept for its owner, who finds it after signing in, or to be copied by hand. */
export function sayEnded(form: HTMLFormElement, answer: Response): void {
  const [note, to] = [noteOf(form), answer.headers.get('Waymark-Go')]
  const isKept = answer.headers.has('Waymark-Kept')
  say(form, isKept ? 'ended' : 'lost')
  if (!note || !isKept || to === null) return
  const link = document.createElement('a')
  Object.assign(link, { href: to, className: 'ds-link', textContent: note.dataset['signIn'] ?? '' })
  note.append(' ', link)
}

/** How the draft stands is of no more interest: the form is being sent. */
export function hush(form: HTMLFormElement): void {
  noteOf(form)?.replaceChildren()
}

/** Aloud: nothing was sent. */
export function warn(form: HTMLFormElement, sentence: string | undefined): void {
  put(form.querySelector('.kept-note'), sentence)
}

/** In the time zone of the service, like every time on the page. */
export function timeOf(moment: number): string {
  const { lang, dataset: { zone } } = document.documentElement
  return new Intl.DateTimeFormat(lang, { timeStyle: 'short', ...(zone === undefined ? {} : { timeZone: zone }) }).format(moment)
}

function put(note: Element | null, said: string | undefined): void {
  const sentence = (said ?? '').replace('{time}', timeOf(Date.now()))
  if (note && note.textContent !== sentence) note.textContent = sentence
}
