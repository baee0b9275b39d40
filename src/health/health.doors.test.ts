import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCrisis, onDuty } from '../../database/testing/a-crisis.ts'
import { aParticipant, become, becomeParticipant, colleagueId, instant, testHouse, testMoment, visit, visitAsParticipant } from '../../database/testing/index.ts'
import { linksOnPaper } from '../../database/testing/links-on-paper.ts'
import { asSuperuser, freshId, put } from '../../database/testing/superuser.ts'
import { wordsInPdf } from '../../database/testing/words-in-pdf.ts'
import { endAssignment, teamOf } from '../access/index.ts'
import { day } from '../platform/day.ts'
import { newPublicId } from '../platform/open-work.ts'
import { agreeToReaders, writeAdvice, writeSafetyPlan } from './health.verbs.ts'
import { giveOwnPrint } from './pages/print.tsx'

const today = async () => { (await testHouse()).clock.now = testMoment }
beforeAll(today)
afterAll(today)

const sent = { words: 'Short sentences.', readers: ['facilitator', 'case_manager'], told: 'told', reviewOn: '2027-02-23' }
const planSent = { signs: 'I stop eating.', ownSteps: 'I walk in the yard.', whomToCall: 'My sister, in the evening.', safePlace: 'The belt goes to the office.', reviewOn: '2027-02-23' }
type Person = { id: number, publicId: string }

async function helped(team: Parameters<typeof aParticipant>[0] = { team: ['Kai', 'Amira', 'Mia', 'Lena', 'Hedda'] }): Promise<Person> {
  const person = await aParticipant(team)
  await writtenOf(person)
  return person
}

async function writtenOf(person: Person): Promise<void> {
  const doing = { about: person.publicId, does: 'collect', shows: 'functional_advice' } as const
  await become('Hedda', (work) => writeAdvice(work, { words: 'A break every twenty minutes.', readers: ['facilitator'], told: 'together', reviewOn: day('2027-02-23') }), doing)
  await become('Hedda', (work) => writeSafetyPlan(work, { ...planSent, reviewOn: day('2027-02-23') }), doing)
}

test('it says on the form that no diagnosis stands here and who will read it, keeps what was typed, and names the field to mend', async () => {
  const [person, hedda] = [await aParticipant({ team: ['Kai', 'Amira', 'Hedda'] }), await visit('Hedda')]
  const form = `/people/${person.publicId}/advice/new`
  const empty = (await hedda.get(form)).text
  for (const said of ['It names no diagnosis, no treatment and no medicine', 'They read it only while the person agrees']) expect(empty).toContain(said)
  const wrong = await hedda.send(form, { ...sent, reviewOn: '2026-11-23' })
  expect([wrong.status, wrong.text.includes('Short sentences.'), wrong.text.includes('has to lie ahead')]).toEqual([422, true, true])
  expect(wrong.text).toMatch(/id="field-reviewOn"[^>]*aria-invalid="true"/)
  const { readers: _, ...withoutReaders } = sent
  expect((await hedda.send(form, withoutReaders)).status).toBe(422)
  const done = await hedda.send(form, sent)
  expect([done.status, done.location]).toEqual([303, `/people/${person.publicId}/advice`])
  const page = (await hedda.get(done.location!)).text
  for (const said of ['Short sentences.', 'For: facilitator and case manager.', 'Written by Hedda Moe on', 'No safety plan is written.']) expect(page).toContain(said)
})

test('it shows advice and plan to a facilitator after the yes of the person, on the page of the person too, and to others the answer that a stranger gets', async () => {
  const [person, amira] = [await helped(), await visit('Amira')]
  const page = `/people/${person.publicId}/advice`
  expect((await amira.get(page)).status).toBe(404)
  expect((await amira.get(`/people/${person.publicId}`)).text).toContain('Closed to you until the person agrees.')
  expect((await (await visit('Mia')).get(`/people/${person.publicId}`)).text).not.toContain('Advice and safety plan')
  const own = await visitAsParticipant(person)
  expect((await own.send('/own/advice/sharing', { facilitator: 'true' }, '/own/advice')).status).toBe(303)
  const [seen, glance] = [(await amira.get(page)).text, (await amira.get(`/people/${person.publicId}`)).text]
  for (const said of ['A break every twenty minutes.', 'I stop eating.', 'My sister, in the evening.']) expect(seen).toContain(said)
  expect([glance.includes('A break every twenty minutes.'), glance.includes('There is a safety plan')]).toEqual([true, true])
  expect(seen).not.toContain('/advice/new"')
  for (const first of ['Mia', 'Kai', 'Lena', 'Viktor', 'Olga', 'Ravi', 'Dana'] as const) expect([first, (await (await visit(first)).get(page)).status]).toEqual([first, 404])
  expect((await amira.send(`/people/${person.publicId}/advice/new`, sent, page)).status).toBe(404)
})

test('it stands on the person’s own page in their language, with a way to object, and the title says nothing', async () => {
  const own = await visitAsParticipant(await helped())
  expect((await own.get('/own')).text).toContain('href="/own/advice"')
  const page = await own.get('/own/advice')
  for (const said of ['I stop eating.', 'A break every twenty minutes.', 'Written by Hedda Moe on', '/own/complaints/new?kind=objection', '/own/advice/print']) expect(page.text).toContain(said)
  expect(page.text).toContain('<title>Information</title>')
  await own.send('/language', { language: 'da' }, '/own')
  const danish = (await own.get('/own/advice')).text
  for (const said of ['Min plan til svære stunder', 'Sådan mærker jeg, at det bliver mørkt', 'Til: samtaleleder.']) expect(danish).toContain(said)
})

test('it prints one sheet that names nobody, after the question whether it would be safe', async () => {
  const [person, hedda] = [await helped(), await visit('Hedda')]
  const page = (await hedda.get(`/people/${person.publicId}/advice`)).text
  const print = /href="(\/people\/\w+\/safety-plans\/\w+\/print)"/.exec(page)![1]!
  expect((await hedda.get(print)).text).toContain('Would it be safe if another prisoner saw this?')
  const own = await visitAsParticipant(person)
  expect((await own.get('/own/advice/print')).text).toContain('Would it be safe if another prisoner saw this?')
  const sheet = await own.get('/own/advice/print/sheet')
  expect([sheet.status, sheet.headers.get('content-type'), sheet.headers.get('content-disposition')]).toEqual([200, 'application/pdf', 'inline; filename="note.pdf"'])
  expect((await hedda.get(`${print}/ar`)).status).toBe(200)
  expect((await hedda.get(`${print}/xx`)).status).toBe(404)
  const nobody = await visitAsParticipant(await aParticipant())
  expect((await nobody.get('/own/advice/print/sheet')).status).toBe(404)
})

test('it renews a plan on the form with the words that stand there, and tells the second of two windows', async () => {
  const [person, hedda] = [await helped(), await visit('Hedda')]
  const form = `/people/${person.publicId}/safety-plans/new`
  const shown = (await hedda.get(form)).text
  expect(shown).toContain('I walk in the yard.')
  const hidden = Object.fromEntries([...shown.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))
  expect((await hedda.send(form, { ...planSent, replaces: hidden['replaces']!, signs: 'I stop writing.' })).status).toBe(303)
  const late = await hedda.post(form, { ...hidden, ...planSent, signs: 'I stop singing.' })
  expect([late.status, late.text.includes('Somebody has changed this meanwhile'), late.text.includes('I stop singing.')]).toEqual([409, true, true])
  const page = (await hedda.get(`/people/${person.publicId}/advice`)).text
  expect([page.includes('I stop writing.'), page.includes('Earlier ones')]).toEqual([true, true])
})

test('it opens through the interface what is open on the page, writes for health alone, and gives no more', async () => {
  const person = await helped()
  const api = `/people/${person.publicId}`
  const hedda = await visit('Hedda')
  expect((await hedda.api(`${api}/advice`)).json).toMatchObject({ advice: [{ words: 'A break every twenty minutes.', readers: ['facilitator'], told: 'together', inForce: true, reviewOn: '2027-02-23', by: 'Hedda Moe' }] })
  expect((await hedda.api(`${api}/advice`, sent)).status).toBe(201)
  const plans = (await hedda.api(`${api}/safety-plans`)).json as { safetyPlans: { id: string }[] }
  expect((await hedda.api(`${api}/safety-plans`, planSent)).status).toBe(409)
  expect((await hedda.api(`${api}/safety-plans`, { ...planSent, replaces: plans.safetyPlans[0]!.id })).status).toBe(201)
  const amira = await visit('Amira')
  expect([(await amira.api(`${api}/advice`)).status, (await amira.api(`${api}/safety-plans`)).status, (await amira.api(`${api}/advice`, sent)).status]).toEqual([404, 404, 404])
})

test('it leads health from how to reach somebody to nothing that health may not open, and the case manager to all of it', async () => {
  const { publicId } = await helped()
  const ways = async (first: 'Hedda' | 'Lena') => [...(await (await visit(first)).get(`/people/${publicId}/particulars`)).text.matchAll(/href="\/people\/\w+\/(legal-statuses|release|needs)"/g)].map(([, way]) => way)
  expect([await ways('Hedda'), await ways('Lena')]).toEqual([[], ['legal-statuses', 'release', 'needs']])
})

test('it writes down what the person told somebody who asks for consents, without saying whether anything stands there', async () => {
  const [empty, person] = [await aParticipant(), await helped()]
  const kai = await visit('Kai')
  const bare = (text: string, of: Person) => text.replaceAll(of.publicId, '').replaceAll(/Jonas Lind \d+/g, '').replaceAll(/name="_\w+" value="[^"]*"/g, '')
  const [one, other] = [(await kai.get(`/people/${empty.publicId}/advice/agreeing`)).text, (await kai.get(`/people/${person.publicId}/advice/agreeing`)).text]
  expect(bare(one, empty)).toBe(bare(other, person))
  const agreeing = `/people/${person.publicId}/advice/agreeing`
  expect((await kai.send(agreeing, { case_manager: 'true' })).status).toBe(303)
  expect((await kai.get(`/people/${person.publicId}`)).text).toContain('are open to: case manager.')
  expect((await (await visit('Lena')).get(`/people/${person.publicId}/advice`)).text).toContain('I stop eating.')
  expect((await (await visit('Hedda')).get(agreeing)).status).toBe(404)
  // What stands is said, and not what was sent: the person closed it while the form lay open.
  await becomeParticipant(person.id, (work) => agreeToReaders(work, { facilitator: false, assessor: false, case_manager: false }))
  expect((await kai.send(agreeing, { case_manager: 'true', shown: 'case_manager' })).status).toBe(303)
  expect((await kai.get(`/people/${person.publicId}`)).text).toContain('Nobody reads health’s advice or the safety plan')
})

test('it shows a facilitator who is called contact, plan and advice on one page, with the hour in sight and a line in the log, and no note; to a nurse who is called the contact alone', async () => {
  await onDuty({ first: 'Hedda', minutes: 10 })
  const { greta, callId } = await aCrisis(['Kai', 'Amira', 'Lena', 'Hedda'])
  await writtenOf(greta)
  const [colleague] = (await become('Kai', (work) => teamOf(work, greta.id), { about: greta.publicId })).filter(({ name }) => name === 'Hedda Moe')
  await become('Kai', (work) => endAssignment(work, colleague!.public_id), { about: greta.publicId, does: 'alter' })
  const opened = `/safety/calls/${callId}/opened`
  const hedda = await visit('Hedda')
  expect((await hedda.get(opened)).text).toContain('Nothing is open to you here.')
  expect((await hedda.send(`/safety/calls/${callId}/openings`, {}, `/safety/calls/${callId}`)).location).toBe(opened)
  const asNurse = (await hedda.get(opened)).text
  expect([asNurse.includes('I stop eating.'), asNurse.includes('They open to a facilitator who is called.'), /Open to you until \d\d:\d\d/.test(asNurse)]).toEqual([false, true, true])
  await put('appointments', { id: await freshId(), public_id: newPublicId(), colleague_id: await colleagueId('Hedda'), role: 'facilitator', from_at: '2026-11-01T09:00:00Z' })
  await (await asSuperuser()).query('delete from break_glasses')
  const both = await visit('Hedda')
  await both.send(`/safety/calls/${callId}/openings`, {}, `/safety/calls/${callId}`)
  const seen = (await both.get(opened)).text
  for (const said of ['I stop eating.', 'My sister, in the evening.', 'A break every twenty minutes.', 'end it tonight']) expect([said, seen.includes(said)]).toEqual([said, true])
  expect(seen).toMatch(/Open to you until \d\d:\d\d/)
  const { rows } = await (await asSuperuser()).query<{ record: string, purpose: string }>(`select record, purpose from access_log where $1 = any (participant_ids) and door like '%/opened' order by at`, [greta.id])
  expect(rows).toEqual([{ record: 'identity_particulars', purpose: 'emergency' }, { record: 'functional_advice', purpose: 'emergency' }])
  await (await asSuperuser()).query(`delete from appointments where role = 'facilitator' and colleague_id = $1`, [await colleagueId('Hedda')])
})

test('the page on paper says what holds, and not what could be done with it', async () => {
  const { publicId } = await helped()
  const page = (await (await visit('Hedda')).get(`/people/${publicId}/advice`)).text
  expect(page).toContain('/ending')
  expect(linksOnPaper(page)).toEqual([`/people/${publicId}/readers`])
})

test('it draws on the sheet the person’s words and no name, no role and no service', async () => {
  await today()
  const sheet = await becomeParticipant((await helped()).id, giveOwnPrint)
  const { drawn, told } = wordsInPdf(sheet.bytes as Uint8Array)
  for (const said of ['I stop eating.', 'My sister, in the evening.', 'What helps me']) expect(drawn).toContain(said)
  for (const paper of [drawn, told]) expect(paper).not.toMatch(/Jonas|Hedda|health|programme|prison|Norland|safety/i)
})

test('it says to whoever acts on it that its day is over and nobody has looked; of what has ended it promises no look', async () => {
  const person = await helped()
  const hedda = await visit('Hedda')
  const page = `/people/${person.publicId}/advice`
  expect((await hedda.get(page)).text).toContain('It is looked at again by 23 February 2027.');
  (await testHouse()).clock.now = instant('2027-02-24T09:00:00Z')
  try {
    const late = 'It should have been looked at again by 23 February 2027, and nobody has yet.'
    const [later, own] = [await visit('Hedda'), await visitAsParticipant(person)]
    const seen = (await later.get(page)).text
    expect(seen.split(late)).toHaveLength(3)
    expect((await own.get('/own/advice')).text).toContain(late)
    const ending = /href="(\/people\/\w+\/advice\/\w+\/ending)"/.exec(seen)![1]!
    expect((await later.send(ending, { why: 'It helped no more.' })).status).toBe(303)
    expect((await later.get(page)).text.split(late)).toHaveLength(2)
  } finally {
    await today()
  }
})

test('it says before the last of health goes that nobody will look at what was arranged, whether or not anything was, and nothing where another stays', async () => {
  const [one, empty, kai] = [await helped({ team: ['Kai', 'Amira', 'Lena', 'Hedda'] }), await aParticipant({ team: ['Kai', 'Amira', 'Hedda'] }), await visit('Kai')]
  const formOf = async (person: Person, name: string) => new RegExp(`href="([^"]+/ending)">End<span class="ds-sr-only"> ${name}`).exec((await kai.get(`/people/${person.publicId}/team`)).text)![1]!
  const warning = 'Nobody from health is on the team then. If health has arranged something with this person'
  const noticeOf = (text: string) => /class="ds-alert notice".*?<\/form>/s.exec(text)?.[0].replaceAll(/"[^"]*"/g, '')
  const [said, saidOfNothing] = [(await kai.get(await formOf(one, 'Hedda Moe'))).text, (await kai.get(await formOf(empty, 'Hedda Moe'))).text]
  expect(said).toContain(warning)
  expect(noticeOf(said)).toBe(noticeOf(saidOfNothing))
  expect((await kai.get(await formOf(one, 'Amira Haddad'))).text).not.toContain('Nobody from health')
  await becomeParticipant(one.id, (work) => agreeToReaders(work, { facilitator: false, assessor: false, case_manager: true }))
  const [help, page] = [`/people/${one.publicId}/advice`, `/people/${one.publicId}`]
  const form = await formOf(one, 'Hedda Moe')
  const { clock } = await testHouse()
  clock.now = instant('2027-02-24T09:00:00.000Z')
  const [later, lenas] = [await visit('Kai'), await visit('Lena')]
  expect((await lenas.get(help)).text).not.toContain('Nobody from health is on the team')
  expect((await later.send(form)).status).toBe(303)
  expect((await later.get(`/people/${one.publicId}/team`)).text).toContain('is no longer on the team and sees nothing of this person any more. Nobody from health is on the team then.')
  for (const at of [help, page]) expect((await lenas.get(at)).text, at).toContain('Nobody from health is on the team, so nobody is reminded')
  expect((await (await visitAsParticipant(one)).get('/own/advice')).text).toContain('Nobody from health works with you now')
  expect((await later.get(page)).text).not.toContain('Nobody from health')
  await today()
})
