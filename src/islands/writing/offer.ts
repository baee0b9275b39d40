import type { Kept } from '../sealed/kept-texts.ts'
import { fieldsOf, hiddenField, otherWords, putBack } from './fields.ts'
import { timeOf } from './notes.ts'
import { keepAgain, keepNow, takeOver, throwAway, unsentHere } from './on-this-device.ts'

type Offering = { form: HTMLFormElement, place: HTMLElement }

/** Shows what lies on this device and not on the server, beside what the server gave: nothing is put into the form, and nothing thrown away, before somebody says so. */
export async function offerWhatLiesHere(form: HTMLFormElement): Promise<void> {
  const place = form.querySelector<HTMLElement>('.device-offer')
  if (!place) return
  const found = await unsentHere(form)
  if (found.length === 0) return
  form.prepend(place)
  offer({ form, place }, found)
}

function offer({ form, place }: Offering, [kept, ...more]: Kept[]): void {
  place.hidden = !kept
  if (!kept) return
  const isNewer = kept.at > Date.parse(form.querySelector<HTMLElement>('[data-saved-at]')?.dataset['savedAt'] ?? '1970-01-01')
  say(place, isNewer ? 'newer' : 'other', kept.at)
  part(place, 'text').replaceChildren(...otherWords(form, kept.fields).flatMap(([label, text]) => [element('dt', label), element('dd', text)]))
  onPress(place, 'use', () => use({ form, place }, kept, more))
  onPress(place, 'drop', () => {
    void throwAway(form, kept.id)
    part(place, 'says').focus()
    offer({ form, place }, more)
  })
}

/** Put into the form, as it was written: with its key, so that what had arrived already is not done twice, and with the revision that it was written over. */
function use({ form, place }: Offering, kept: Kept, more: Kept[]): void {
  const stood = { fields: fieldsOf(form), once: valueOf(form, '_once'), revision: valueOf(form, '_revision') }
  replace(form, kept)
  takeOver(form, kept.id)
  void keepNow(form).then((isKept) => (isKept ? throwAway(form, kept.id) : undefined))
  say(place, 'used', kept.at)
  part(place, 'says').focus()
  place.classList.add('is-used')
  onPress(place, 'back', () => {
    void keepAgain(form, kept)
    replace(form, stood)
    place.classList.remove('is-used')
    offer({ form, place }, [kept, ...more])
  })
}

function replace(form: HTMLFormElement, { fields, once, revision }: Pick<Kept, 'fields' | 'once' | 'revision'>): void {
  putBack(form, fields)
  for (const [name, value] of [['_once', once], ['_revision', revision]] as const) {
    const field = hiddenField(form, name)
    if (field && value !== '') field.value = value
  }
}

function valueOf(form: HTMLFormElement, name: string): string {
  return hiddenField(form, name)?.value ?? ''
}

function say(place: HTMLElement, which: 'newer' | 'other' | 'used', at: number): void {
  part(place, 'says').textContent = (place.dataset[which] ?? '').replace('{time}', timeOf(at))
}

function onPress(place: HTMLElement, which: 'use' | 'drop' | 'back', run: () => void): void {
  part(place, which).onclick = run
}

function part(place: HTMLElement, name: string): HTMLElement {
  return place.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? place
}

function element(name: 'dt' | 'dd', text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  // A label is in the page's language; the words may be in any.
  if (name === 'dd') made.dir = 'auto'
  return made
}
