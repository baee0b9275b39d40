import type { Holding } from './key-of-sign-in.ts'
import { seal, unseal } from './sealed-box.ts'
import { all, put, remove, type Lying } from './shelf.ts'

/** What somebody wrote in a form: its address, what stands above it, the words, and what makes a second sending safe. */
export type Written = { form: string, title: string, fields: [name: string, value: string][], once: string, revision: string }

export type Kept = Written & Pick<Lying, 'id' | 'at' | 'isOnServer'>

/** More than anybody has open at once; longer than the server takes. */
const most = { texts: 20, letters: 1_000_000 }

/** Seals a text and puts it in place of what lay there under this id. Throws where it does not fit, or the browser keeps nothing. */
export async function keepText({ key, signIn, seconds }: Holding, { id, isOnServer, ...written }: Omit<Kept, 'at'>): Promise<void> {
  const plain = JSON.stringify(written)
  if (plain.length > most.letters) throw new Error('The text is too long.')
  const at = Date.now()
  const { ids, isFull } = whatGoes(await all(), { id, signIn, now: at })
  if (isFull) throw new Error('Too many texts lie here.')
  await remove(ids)
  await put({ id, signIn, at, until: at + seconds * 1000, isOnServer, box: await seal(key, plain, aboutOf(signIn, id)) })
  markThat(true)
}

/** What this sign-in keeps here, the latest first. What an ended one left behind opens for nobody any more, and goes. */
export async function keptTexts({ key, signIn }: Holding): Promise<Kept[]> {
  const lying = await all()
  const opened = await Promise.all(lying.map(async (one) => ({ one, text: isOver(one, signIn, Date.now()) ? undefined : await unseal(key, one.box, aboutOf(signIn, one.id)) })))
  await forgetTexts(opened.flatMap(({ one, text }) => (text === undefined ? [one.id] : [])))
  return opened.flatMap(({ one: { id, at, isOnServer }, text }) => (text === undefined ? [] : [{ ...JSON.parse(text) as Written, id, at, isOnServer }])).sort((a, b) => b.at - a.at)
}

export async function forgetTexts(ids: readonly string[]): Promise<void> {
  await remove(ids)
  markThat((await all()).length > 0)
}

/** What has to go for one more text: all that ended, then the oldest that the server has too. What lies nowhere else is never pushed out, and then nothing more fits. */
export function whatGoes(lying: readonly Lying[], { id, signIn, now }: Pick<Lying, 'id' | 'signIn'> & { now: number }): { ids: string[], isFull: boolean } {
  const others = lying.filter((one) => one.id !== id)
  const ended = others.filter((one) => isOver(one, signIn, now))
  const living = others.filter((one) => !ended.includes(one))
  const spare = living.length < most.texts ? [] : living.filter(({ isOnServer }) => isOnServer).sort((a, b) => a.at - b.at).slice(0, living.length - most.texts + 1)
  return { ids: [...ended, ...spare].map((one) => one.id), isFull: living.length - spare.length >= most.texts }
}

function isOver({ signIn, until }: Lying, current: string, now: number): boolean {
  return signIn !== current || until < now
}

function aboutOf(signIn: string, id: string): string {
  return `${signIn} ${id}`
}

/** By this mark, which says nothing else, the server knows at signing out that something is here, and wipes what an ended sign-in left behind. */
function markThat(somethingIsHere: boolean): void {
  document.cookie = `__Host-unsent=${somethingIsHere ? 'yes' : ''}; Path=/; Secure; SameSite=Lax; Max-Age=${somethingIsHere ? 30 * 24 * 3600 : 0}`
}
