/*
 * The list of what this sign-in keeps on this device and has not sent, for whoever is about to sign out. The page stands without it: it says that there is something, and offers
 * both ways. Which forms these are is in the sealed texts alone.
 */
import { askForKey } from './sealed/key-of-sign-in.ts'
import { forgetTexts, keptTexts, type Kept } from './sealed/kept-texts.ts'
import { hiddenField } from './writing/fields.ts'
import { timeOf } from './writing/notes.ts'

const list = document.querySelector<HTMLElement>('.unsent')
if (list) showIn(list).catch(() => undefined) // nobody was reached: the page says all that has to be said

async function showIn(place: HTMLElement): Promise<void> {
  const form = place.closest('main')?.querySelector('form')
  const holding = form && await askForKey(place.dataset['key'] ?? '', hiddenField(form, '_token')?.value ?? '')
  const found = holding ? await keptTexts(holding) : []
  if (found.length === 0) return nothingLeft(place)
  place.replaceChildren(...found.map((kept) => lineOf(place, kept)))
  const back = document.querySelector<HTMLAnchorElement>('.unsent-back')
  if (back && found[0]) back.href = found[0].form
}

/** The mark that said so was left over: it goes, and with it the question. */
async function nothingLeft(place: HTMLElement): Promise<void> {
  await forgetTexts([])
  const line = document.createElement('li')
  line.textContent = place.dataset['none'] ?? ''
  place.replaceChildren(line)
}

function lineOf(place: HTMLElement, kept: Kept): HTMLElement {
  const [line, link, about] = [document.createElement('li'), document.createElement('a'), document.createElement('span')]
  Object.assign(link, { href: kept.form, className: 'ds-link', textContent: kept.title, dir: 'auto' })
  Object.assign(about, { className: 'muted', textContent: (place.dataset[kept.isOnServer ? 'both' : 'here'] ?? '').replace('{time}', timeOf(kept.at)) })
  line.append(link, document.createElement('br'), about)
  return line
}
