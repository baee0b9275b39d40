import { askForKey, type Holding } from '../sealed/key-of-sign-in.ts'
import { forgetTexts, keepText, keptTexts, type Kept } from '../sealed/kept-texts.ts'
import { addressOf, fieldsOf, hiddenField } from './fields.ts'
import { noteOf } from './notes.ts'

/** One form of this page: under which id its text lies on the device, and which others lie there in its place. */
type Here = { id: string, others: Set<string>, isOver: boolean, timer: number }

const secondsBetween = 1.5

const heres = new Map<string, Here>()
let holding: Promise<Holding | undefined> | undefined
let before: Promise<unknown> = Promise.resolve()

/** Some moments after a letter, and not for each of them. */
export function keepSoon(form: HTMLFormElement): void {
  const here = hereOf(form)
  if (!here && isMeantFor(form)) sayThatNothingIsKept(form)
  if (here && here.timer === 0) here.timer = window.setTimeout(() => void keepNow(form), secondsBetween * 1000)
}

/** The page is being left: no moment is left to wait for. */
export function keepPending(form: HTMLFormElement): void {
  if ((hereOf(form)?.timer ?? 0) !== 0) void keepNow(form)
}

/** Puts the text on this device as it stands at this moment, and says whether it lies there. */
export async function keepNow(form: HTMLFormElement, isOnServer = false): Promise<boolean> {
  const here = hereOf(form)
  if (!here) return false
  window.clearTimeout(here.timer)
  here.timer = 0
  const written = writtenIn(form)
  return inTurn(async () => {
    const held = here.isOver ? undefined : await theKey(form)
    if (!held) return false
    await keepText(held, { ...written, id: here.id, isOnServer })
    return true
  }).catch(() => {
    sayThatNothingIsKept(form)
    return false
  })
}

/** What was written in this form here before, by this sign-in, and has not reached the server. What stands in the form already is let go. */
export function unsentHere(form: HTMLFormElement): Promise<Kept[]> {
  if (!hereOf(form)) return Promise.resolve([])
  return inTurn(async () => {
    const held = await theKey(form)
    if (!held) return []
    const openElsewhere = new Set((await navigator.locks.query()).held?.map(({ name }) => name))
    const stands = JSON.stringify(fieldsOf(form))
    const found = (await keptTexts(held)).filter(({ form: address, id }) => address === addressOf(form) && !openElsewhere.has(id))
    const spent = found.filter(({ isOnServer, fields }) => isOnServer || JSON.stringify(fields) === stands)
    await forgetTexts(spent.map(({ id }) => id))
    return found.filter((kept) => !spent.includes(kept))
  }).catch(() => []) // a browser that keeps nothing has nothing to show, and says so once somebody writes
}

/** This text stands in the form now, and goes with it. */
export function takeOver(form: HTMLFormElement, id: string): void {
  hereOf(form)?.others.add(id)
}

/** What had been taken over lies by itself again. */
export async function keepAgain(form: HTMLFormElement, kept: Kept): Promise<void> {
  hereOf(form)?.others.delete(kept.id)
  await inTurn(async () => {
    const held = await theKey(form)
    if (held) await keepText(held, kept)
  }).catch(() => sayThatNothingIsKept(form))
}

export async function throwAway(form: HTMLFormElement, id: string): Promise<void> {
  await inTurn(() => forgetTexts([id])).catch(() => sayThatNothingIsKept(form))
}

/** The form was sent: nothing of it stays here. */
export async function forgetSent(form: HTMLFormElement): Promise<void> {
  const here = hereOf(form)
  if (!here) return
  here.isOver = true
  window.clearTimeout(here.timer)
  await inTurn(() => forgetTexts([here.id, ...here.others]))
}

/** The sign-in has ended: what it sealed opens for nobody any more. */
export function giveUp(): void {
  for (const here of heres.values()) here.isOver = true
  void inTurn(() => forgetTexts([...heres.values()].map(({ id }) => id))).catch(() => undefined) // wiped by the server's answer, too
}

/** The page brings no address for the key to a device that several share. */
function isMeantFor(form: HTMLFormElement): boolean {
  return noteOf(form)?.dataset['key'] !== undefined
}

/** None where nothing is to be kept, or this browser cannot. */
function hereOf(form: HTMLFormElement): Here | undefined {
  if (!isMeantFor(form) || !('subtle' in crypto && 'locks' in navigator)) return undefined
  const address = addressOf(form)
  const here = heres.get(address) ?? { id: crypto.randomUUID(), others: new Set(), isOver: false, timer: 0 }
  if (!heres.has(address)) {
    heres.set(address, here)
    // Held as long as this page is open, so that no other page offers what is being written here.
    void navigator.locks.request(here.id, () => new Promise(() => undefined))
  }
  return here
}

/** One after another: a text that is just being sealed must not land here after it was taken away. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = before.then(run)
  before = done.catch(() => undefined) // whoever asked is told by `done`; the next one goes on
  return done
}

/** Asked for once a page; where nobody was reached, once more when there is something to keep. */
function theKey(form: HTMLFormElement): Promise<Holding | undefined> {
  holding ??= askForKey(noteOf(form)?.dataset['key'] ?? '', hiddenField(form, '_token')?.value ?? '').catch(() => {
    holding = undefined
    return undefined
  })
  return holding
}

function writtenIn(form: HTMLFormElement) {
  const title = [document.querySelector('.crumbs a'), document.querySelector('h1')].map((part) => part?.textContent.trim() ?? '').filter((part) => part !== '').join(' · ')
  return { form: addressOf(form), title, fields: fieldsOf(form), once: hiddenField(form, '_once')?.value ?? '', revision: hiddenField(form, '_revision')?.value ?? '' }
}

/** Once a page: the draft on the server is as good as before. */
function sayThatNothingIsKept(form: HTMLFormElement): void {
  const note = form.querySelector<HTMLElement>('.device-note')
  if (note && note.textContent === '') note.textContent = note.dataset['says'] ?? ''
}
