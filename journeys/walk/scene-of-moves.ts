import { daysFromNow } from '../somebody.ts'
import { choiceIn, linkIn, pathIn, type ShownForm } from './forms.ts'
import type { Standing } from './scene.ts'
import { atTheDoor, speakTo, type Visitor } from './visitor.ts'

/**
 * Where people go: Nils has come back to a new plan, of which it is not chosen yet what goes on, and goes over to another unit that has not taken him; Camille has ended and could come
 * back; Jonas was taken back into custody.
 */
export async function peopleMove({ address, kai, lena, language }: { address: string, kai: Visitor, lena: Visitor, language: string }): Promise<Record<string, Standing>> {
  const { html } = await kai.get('/people')
  const [nils, jonas, camille] = [linkIn(html, 'Nils Aas-Kirkegaard-Vestergaard'), linkIn(html, 'Jonas Lind'), linkIn(html, 'Camille Roux')]
  for (const person of [nils, camille]) await kai.send(`${await planOf(kai, person)}/ending`, { ending: 'completed' })
  await kai.send(`${nils}/moves/re-entry`, { reason: 'Rang and asked for it.' })
  await kai.send(`${nils}/plans/new`, (form) => ({ programme: choiceIn(form, 'programme', 'Healthy Identity Intervention') }))
  await lena.send(`${nils}/moves/transfer`, (form) => ({ to: choiceIn(form, 'to', 'Østby probation office'), movesOn: today, reason: 'Nearer to his children.', authority: 'Prison service', ...everybodyGoesOn(form) }))
  await takenBack(lena, jonas, language)
  return {
    'Kai with who moves': { visitor: kai, begin: [`${nils}/moves`, `${camille}/moves`, '/'] },
    'Lena with who moves': { visitor: lena, begin: [`${jonas}/moves`, `${nils}/moves`, `${nils}/moves/recall`] },
    'Mia with who moves': { visitor: await atTheDoor(address, 'Mia'), begin: [`${jonas}/moves`] },
    'Amira with Nils': { visitor: await atTheDoor(address, 'Amira'), begin: [await planOf(kai, nils)] },
  }
}

async function planOf(kai: Visitor, person: string): Promise<string> {
  return pathIn((await kai.get(`${person}/plans`)).html, new RegExp(`^${person}/plans/\\w{16}$`))
}

/** The demonstration pretends no other day than the machine's. */
const today = daysFromNow(0)

/** Let go last week and taken back since. What is written of it as a reason of the changed day is a sentence in the language of whoever wrote it. */
async function takenBack(lena: Visitor, jonas: string, language: string): Promise<void> {
  await lena.send(`${jonas}/release`, { releaseOn: daysFromNow(-7), reason: 'Let go on parole', authority: 'Parole board' })
  await speakTo(lena, language)
  await lena.send(`${jonas}/moves/recall`, { recalledOn: daysFromNow(-1), authority: 'Parole board', reason: 'Did not live where he was to live.' })
  await speakTo(lena, 'en')
}

function everybodyGoesOn({ text }: ShownForm): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/name="(team\.\d+)\.assignment"/g)].map(([, place]) => [`${place}.goes`, 'on']))
}
