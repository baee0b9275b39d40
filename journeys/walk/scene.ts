import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { demonstrationPassword } from '../../database/seeds/cast.ts'
import { daysFromNow } from '../somebody.ts'
import { choiceIn, formsIn, linkIn, pathIn } from './forms.ts'
import { programmesEnd } from './scene-at-the-end.ts'
import { aDeviceAtADesk, jonasGoesOut, rowsWait, somebodyOnRemand } from './scene-at-the-desk.ts'
import { peopleMove } from './scene-of-moves.ts'
import { othersAsk } from './scene-of-reports.ts'
import { workWithTora } from './scene-of-tora.ts'
import { atTheDoor, type Visitor } from './visitor.ts'

/** Whoever stands somewhere that links alone do not lead to, and the pages from which they go on. */
export type Standing = { visitor: Visitor, begin: string[] }

/** What Norland lacks for every page and every form to be seen; all of it through the pages. */
export async function setScene(address: string, language: string): Promise<Record<string, Standing>> {
  const as = (first: string) => atTheDoor(address, first)
  const [kai, mia, lena, ravi] = [await as('Kai'), await as('Mia'), await as('Lena'), await as('Ravi')]
  const jonas = linkIn((await kai.get('/people')).html, 'Jonas Lind')
  await anOfficerRefers(await as('Viktor'))
  await anAgreementWaits(mia, jonas)
  await aCallIsOpen(mia, jonas)
  const staff = await newStaff(ravi)
  await kai.send('/account/tokens/new', { name: 'The calendar of the unit', allows: 'plan_dates:read' })
  await lena.send(`${jonas}/monitoring`, (form) => ({ support: choiceIn(form, 'support'), says: 'At home from ten in the evening.', authority: 'District court', household: 'alone', fromOn: '2026-12-01', untilOn: '2027-12-01' }))
  await lena.send(`${jonas}/legal-statuses`, { status: 'sentenced', fromOn: '2026-01-01', source: 'Letter of the court', authority: 'District court' })
  const vulnerable = await somebodyVulnerable(lena)
  await hoursAndRooms(await as('Amira'), kai)
  await aPaperIsTakenAlong(await as('Amira'))
  await nobodySitsInYet(await as('Amira'), jonas)
  const outside = await jonasGoesOut(kai, jonas)
  await somebodyInterprets(kai, jonas)
  await twoGoOutAlone(await as('Amira'), lena)
  const onRemand = await somebodyOnRemand(kai, language)
  const moves = await peopleMove({ address, kai, lena, language })
  const files: string[] = []
  for (const [to, name] of [['/referrals/import', 'referrals.csv'], ['/measures/import', 'measures-wide.csv'], ['/sessions/import', 'sessions-legacy.csv']] as const) files.push(...await aFileIsTried(kai, { to, name }))
  return {
    'Kai further on': { visitor: kai, begin: [...files, outside, await rowsWait(kai), vulnerable, `${jonas}/team/new?role=mentor`, linkIn((await kai.get('/cover')).html, 'Mia Juhl')] },
    'Mia further on': { visitor: mia, begin: [outside] },
    'Lena further on': { visitor: lena, begin: [`${jonas}/legal-statuses`, `${onRemand}/legal-statuses`, `${jonas}/monitoring`] },
    'Hedda asked': await asked(await as('Hedda'), await as('Amira')),
    'Hedda with Nils': await slipsOfThePen(await as('Hedda')),
    'Ravi further on': { visitor: ravi, begin: staff },
    ...moves,
    ...await programmesEnd({ kai, amira: await as('Amira'), person: onRemand }),
    ...await othersAsk(address, kai, jonas),
    ...await workWithTora(address, kai),
    ...await aDeviceAtADesk(address, kai),
    ...await atTheDoors(address, ravi),
  }
}

/** When Amira works and is away, a calendar of hers, and what Kai says of the prison's rooms and hours. */
async function hoursAndRooms(amira: Visitor, kai: Visitor): Promise<void> {
  const hours = { weekday: '1', fromTime: '08:00', untilTime: '16:00' }
  await amira.send('/timetable/hours', hours, '/timetable')
  await amira.send('/timetable/away', { fromOn: '2027-07-05', untilOn: '2027-07-16' }, '/timetable')
  await amira.send('/timetable/feeds', {}, '/timetable')
  const unit = linkIn((await kai.get('/timetable')).html, 'Fjordvik prison')
  await kai.send(`${unit}/rooms`, { name: 'Room C1', holds: '4' }, unit)
  await kai.send(`${unit}/regime`, hours, unit)
}

/** Jonas speaks Arabic; Sara is booked for his next meeting, and he would rather not have Omar. */
async function somebodyInterprets(kai: Visitor, jonas: string): Promise<void> {
  await kai.send(`${jonas}/needs`, { languages: 'ar', needsInterpreter: 'true' })
  const independent = { language: 'ar', how: 'in-person', isRelative: 'no', isPrisoner: 'no', isSecurity: 'no', isOfTheWing: 'no' }
  await kai.send(`${jonas}/interpreters/new`, (form) => ({ ...independent, session: choiceIn(form, 'session'), interpreter: choiceIn(form, 'interpreter') }))
  await kai.send(`${jonas}/interpreters/refusals`, (form) => ({ interpreter: choiceIn(form, 'interpreter', 'Omar Aziz') }), `${jonas}/interpreters`)
}

/** Amira has said where she will be; Lena has gone in, and Noor looks out for both. */
async function twoGoOutAlone(amira: Visitor, lena: Visitor): Promise<void> {
  for (const visitor of [amira, lena]) await visitor.send('/lone', (form) => ({ place: 'Harbour Street 3', reach: '+45 70 10 00 61', time: '12:00', backTime: '23:59', lookout: choiceIn(form, 'lookout', 'Noor Aziz') }))
  await lena.send(formsIn((await lena.get('/lone')).html).find(({ action }) => action.endsWith('/going'))!.action, {}, '/lone')
}

/** A form without a name for the next meeting: its own pages are those of whoever planned it. */
async function aPaperIsTakenAlong(amira: Visitor): Promise<void> {
  const session = pathIn((await amira.get('/')).html, /^\/people\/\w{16}\/sessions\/\w{16}$/)
  await amira.send(`${session}/paper`)
}

/** Amira meets Jonas once more, and nobody is named to sit in there: one observer rates a session. */
async function nobodySitsInYet(amira: Visitor, jonas: string): Promise<void> {
  const on = daysFromNow(9)
  await amira.send(`${jonas}/sessions/plan`, { on, time: '15:10', minutes: '60', place: 'Room A1', onHoliday: 'true' })
}

async function anOfficerRefers(viktor: Visitor): Promise<void> {
  await viktor.send('/security-referrals/new', (form) => ({ aboutWhom: 'Somebody on the east wing', unit: choiceIn(form, 'unit'), words: 'Asked me twice how one gets out of it.' }))
}

/** Proposed, and signed by nobody yet: Mia and Jonas can both answer. */
async function anAgreementWaits(mia: Visitor, jonas: string): Promise<void> {
  await mia.send(`${jonas}/agreements/new`, { purpose: 'practical', 'clauses.0.text': 'Mia comes along to the bank.' })
}

/** Written down and answered by nobody yet: whoever is on duty is asked, and does not work with Jonas. */
async function aCallIsOpen(mia: Visitor, jonas: string): Promise<void> {
  await mia.send(`${jonas}/safety/new`, { kind: 'against', wordsSaid: 'They wait for me at the gate.', done: 'Stayed with him, rang the duty officer.' })
}

async function asked(hedda: Visitor, amira: Visitor): Promise<Standing> {
  const tora = linkIn((await amira.get('/people')).html, 'Tora Dahl')
  return { visitor: hedda, begin: [linkIn((await hedda.get('/')).html, 'Answer it'), pathIn((await amira.get(`${tora}/safety`)).html, /^\/safety\/calls\/\w{16}$/)] }
}

/** Written a minute ago: a plan, and advice that can still be taken back. */
async function slipsOfThePen(hedda: Visitor): Promise<Standing> {
  const nils = linkIn((await hedda.get('/people')).html, 'Nils Aas-Kirkegaard-Vestergaard')
  const reviewOn = daysFromNow(60)
  await hedda.send(`${nils}/advice/new`, { words: 'Not in the small room.', readers: 'facilitator', told: 'told', reviewOn })
  await hedda.send(`${nils}/safety-plans/new`, { signs: 'I do not shave.', whomToCall: 'My brother, on Sundays.', reviewOn })
  return { visitor: hedda, begin: [`${nils}/advice`] }
}

/** Waits for a second reader. */
async function somebodyVulnerable(lena: Visitor): Promise<string> {
  const { path } = await lena.send('/referrals/new', (form) => ({
    name: 'Somebody Vulnerable', unit: choiceIn(form, 'unit', 'Fjordvik prison'), why: 'Asks whom one can ask.', answer: 'yes', ground: 'vulnerable',
    conductOn: '2026-11-01', conduct: 'Sat alone at every meal for two weeks.', otherExplanation: 'His friend was moved to another wing.' }))
  return path
}

/** Up to the trial: nothing of the file is written. */
async function aFileIsTried(kai: Visitor, { to, name }: { to: string, name: string }): Promise<string[]> {
  const bytes = readFileSync(join(import.meta.dirname, '../../database/samples', name))
  const columns = await kai.send(to, { file: new File([bytes], name, { type: 'text/csv' }) })
  const trial = await kai.send(columns.path)
  return [columns.path, trial.path]
}

/** A second mentor without an account, so that somebody can stand in for Mia; Mia gets a coach, Rune a second task. */
async function newStaff(ravi: Visitor): Promise<string[]> {
  await ravi.send('/colleagues/new', (form) => ({ name: 'Nina Falk', role: 'mentor', unit: choiceIn(form, 'unit', 'Fjordvik prison'), username: 'falcon', language: 'en' }))
  const { html } = await ravi.get('/colleagues')
  const [nina, mia, rune, amira] = [linkIn(html, 'Nina Falk'), linkIn(html, 'Mia Juhl'), linkIn(html, 'Rune Vik'), linkIn(html, 'Amira Haddad')]
  await ravi.send(`${nina}/account/endings`, {}, `${nina}/account`)
  await ravi.send(`${rune}/appointments`, (form) => ({ role: 'head', unit: choiceIn(form, 'unit') }), rune)
  await ravi.send(`${mia}/supervisions`, (form) => ({ supervisor: choiceIn(form, 'supervisor') }), mia)
  await ravi.send(`${amira}/supervisions`, ({ text }) => ({ supervisor: /value="(clinical_supervisor [0-9a-z]+)"/.exec(text)?.[1] ?? '' }), amira)
  return [nina, `${nina}/account`, mia]
}

/** People in the middle of signing in. */
async function atTheDoors(address: string, ravi: Visitor): Promise<Record<string, Standing>> {
  const [otto, rune] = [await atTheDoor(address, 'Otto'), await atTheDoor(address, 'Rune')]
  await codesAtSignIn(otto)
  await rune.send('/sign-in/hat')
  return {
    'Rune with two tasks': { visitor: rune, begin: ['/account'] },
    'Rune at the door': { visitor: await atTheDoor(address, 'Rune'), begin: ['/sign-in/hat'] },
    'Otto with codes': { visitor: otto, begin: ['/account'] },
    'Otto at the door': { visitor: await atTheDoor(address, 'Otto'), begin: ['/sign-in/code'] },
    'Eli at the door': { visitor: await withCodesRequired(ravi, () => atTheDoor(address, 'Eli')), begin: ['/sign-in/key'] },
  }
}

async function codesAtSignIn(otto: Visitor): Promise<void> {
  await otto.send('/account/codes', ({ text }) => {
    const key = /<code class="key">([^<]*)</.exec(text)?.[1]?.replaceAll(' ', '') ?? ''
    return { code: new TOTP({ secret: Secret.fromBase32(key) }).generate(), current: demonstrationPassword('Otto') }
  })
}

/** The service asks for codes while one comes to the door who has no key yet. */
async function withCodesRequired<T>(ravi: Visitor, run: () => Promise<T>): Promise<T> {
  await ravi.send('/service', { codesRequired: 'true' })
  const done = await run()
  await ravi.send('/service', { codesRequired: 'false' })
  return done
}
