import { choiceIn, linkIn, pathIn } from './forms.ts'
import type { Standing } from './scene.ts'
import { atTheDoor, type Visitor } from './visitor.ts'

/** What is done with Tora: something speaks against her programme, a stage begins, chance may choose a beginning, and two read a note as codes. */
export async function workWithTora(address: string, kai: Visitor): Promise<Record<string, Standing>> {
  const tora = linkIn((await kai.get('/people')).html, 'Tora Dahl')
  const [amira, ulla, sam] = [await atTheDoor(address, 'Amira'), await atTheDoor(address, 'Ulla'), await atTheDoor(address, 'Sam')]
  await kai.send(`${tora}/eligibility/entre/rules/time_left`, { answer: 'no', words: 'Twenty weeks are left.', saidBy: 'The office of the unit' })
  const drafted = await startsAreDrawn(sam)
  await kai.send(`${tora}/consents`, { purpose: 'research', answer: 'yes' })
  const plan = pathIn((await kai.get(`${tora}/plans`)).html, new RegExp(`^${tora}/plans/\\w{16}$`))
  await kai.send(`${plan}/stages`, { stage: 'assessment' })
  const coded = await twoReadANote({ kai, amira, ulla, tora })
  const lena = await comesOut({ address, amira, tora })
  return {
    'Lena with Tora': { visitor: lena, begin: [`${tora}/monitoring`, `${tora}/release`, `${tora}/outside`] },
    'Kai with Tora': { visitor: kai, begin: [`${tora}/eligibility/entre`, `${plan}/stages`, plan] },
    'Sam further on': { visitor: sam, begin: drafted },
    'Amira with Tora': { visitor: amira, begin: [coded.session, coded.coding, `${tora}/outside`] },
    'Ulla with Tora': { visitor: ulla, begin: [coded.coding] },
  }
}

/** A place outside is named that has not said that it knows, something is handed over to Lena, and monitoring runs beside somebody. */
async function comesOut({ address, amira, tora }: { address: string, amira: Visitor, tora: string }): Promise<Visitor> {
  await amira.send(`${tora}/outside/owner`, ({ text }) => ({ owner: /value="(place:[^"]+)"/.exec(text)?.[1] ?? '' }))
  await amira.send(`${tora}/outside/hand-over`, ({ text }) => ({ to: /<option value="(\w+)"[^>]*>[^<]*Lena Berg/.exec(text)?.[1] ?? '', items: 'goals' }))
  const lena = await atTheDoor(address, 'Lena')
  await lena.send(`${tora}/monitoring`, (form) => ({ support: choiceIn(form, 'support'), says: 'A band at the ankle.', authority: 'District court', household: 'alone', fromOn: '2026-01-01', untilOn: '2099-01-01' }))
  return lena
}

/** Beginnings drawn by lot and locked, a plan that is not locked yet, and a report with what may be published of it. */
async function startsAreDrawn(sam: Visitor): Promise<string[]> {
  const [lot, later] = [await aPlan(sam, 'Beginnings by lot'), await aPlan(sam, 'Not decided yet')]
  await sam.send(`${lot}/starts`, { people: '4', earliest: '3', latest: '6' }, lot)
  await sam.send(`${lot}/lock`, {}, lot)
  const measured = linkIn((await sam.get('/studies')).html, 'Well-being in Entré')
  await sam.send(`${measured}/tables`)
  await sam.send(`${measured}/report`)
  return ['/studies/new?programme=entre', later, lot, measured, `${measured}/tables`, `${measured}/report`]
}

async function aPlan(sam: Visitor, title: string): Promise<string> {
  const { path } = await sam.send('/studies/new', (form) => ({
    title, question: 'Does it go better after the beginning than before?', outcome: choiceIn(form, 'outcome', 'WHO-5'), better: 'higher', design: 'drawn-starts', phases: 'plan-stages', effect: 'tau',
    conclusion: 'We say what we saw, and for how many.' }), '/studies/new?programme=entre')
  return path
}

type Reading = { kai: Visitor, amira: Visitor, ulla: Visitor, tora: string }

/** Each without the other; then one proposes what both agree on, and the other has not answered. */
async function twoReadANote({ kai, amira, ulla, tora }: Reading): Promise<{ session: string, coding: string }> {
  await kai.send(`${tora}/team/new`, ({ text }) => ({ colleague: valueBeside(text, 'Ulla Brandt') }), `${tora}/team/new?role=facilitator`)
  const coding = pathIn((await amira.get(`${tora}/coding`)).html, /\/sessions\/\w+\/coding$/)
  const session = coding.replace(/\/coding$/, '')
  for (const reader of [amira, ulla]) await reader.send(coding, ({ text }) => codesIn(text))
  await amira.send(`${coding}/consensus`, ({ text }) => ({ ...codesIn(text), reason: 'Both saw it in the second half.' }), coding)
  return { session, coding }
}

function codesIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/name="(codes\.\d+)\.domain"/g)].map(([, place]) => [`${place}.code`, 'some']))
}

function valueBeside(text: string, label: string): string {
  const before = text.slice(0, text.indexOf(label))
  return /.*\svalue="([^"]*)"/s.exec(before)?.[1] ?? ''
}
